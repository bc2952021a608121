package org.banshi.command.domain.application;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.FieldError;
import org.banshi.catalogue.MaterialSpec;
import org.banshi.catalogue.ReceivingLimit;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ApplicationCommand.Accept;
import org.banshi.command.contract.application.ApplicationCommand.Apply;
import org.banshi.command.contract.application.ApplicationCommand.PreAccept;
import org.banshi.command.contract.application.ApplicationCommand.Protect;
import org.banshi.command.contract.application.ApplicationCommand.RefuseAcceptance;
import org.banshi.command.contract.application.ApplicationCommand.RequestSupplement;
import org.banshi.command.contract.application.ApplicationCommand.Supplement;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.AskedProtection;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.arbitration.PartyKeys;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.contract.person.RecordedDeaths;
import org.banshi.command.contract.person.UnifiedSocialCreditCode;
import org.banshi.command.domain.lifecycle.AllowedActs;
import org.banshi.command.domain.lifecycle.Status;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Decides on receiving a case: application, acceptance, supplement. */
final class Receiving {

    private Receiving() {}

    static Verdict apply(
            Apply command,
            Catalogue catalogue,
            RunningBenefits running,
            RecordedDeaths deaths,
            PartyKeys keys) {
        Optional<ServiceDefinition> current = catalogue.current(command.service().service());
        if (current.isEmpty()) {
            return Verdict.refused(ReceivingRefusals.SERVICE_UNKNOWN);
        }
        ServiceDefinition definition = current.get();
        if (!definition.version().equals(command.service())) {
            return Verdict.refused(ReceivingRefusals.SERVICE_VERSION_OUTDATED);
        }
        boolean exOfficio = definition.exOfficio() || command.channel() == Channel.EX_OFFICIO;
        if (exOfficio && command.stamp().by().kind() == Actor.Kind.CITIZEN) {
            return Verdict.refused(ReceivingRefusals.EX_OFFICIO);
        }
        if (definition.ownLoginOnly() && command.stamp().by().onBehalfOf() != null) {
            return Verdict.refused(ReceivingRefusals.OWN_LOGIN_ONLY);
        }
        if (!definition.forOrganisations() && isOrganisation(command)) {
            return Verdict.refused(ReceivingRefusals.NOT_FOR_ORGANISATIONS);
        }
        if (isTooLittleKnown(command.stamp().by(), definition)) {
            return Verdict.refused(ReceivingRefusals.TRUST_LEVEL_TOO_LOW);
        }
        if (!definition.offeredIn(command.region())) {
            return Verdict.refused(ReceivingRefusals.notOffered(definition.elsewhere()));
        }
        return problemWith(command.form(), command.materials(), definition)
                .or(() -> missing(command.materials(), definition))
                .or(() -> Deceased.problem(command, definition, deaths))
                .or(() -> SoughtBenefits.problem(command, definition, running))
                .map(Verdict::refused)
                .orElseGet(
                        () ->
                                filed(
                                        command,
                                        OpenFor.of(
                                                command.applicant(),
                                                command.details().identityNumber(),
                                                command.form(),
                                                definition,
                                                keys)));
    }

    /** Protection is asked for alone, or with an officer, also with the application itself. */
    private static Verdict filed(Apply command, @Nullable List<String> openFor) {
        AskedProtection asked = command.protection();
        if (asked == null) {
            return Verdict.happens(applied(command, openFor));
        }
        Protect protect =
                new Protect(
                        command.application(), asked.reason(), asked.ownPhone(), command.stamp());
        if (asked.reason().isBlank()) {
            return Verdict.refused(EndingRefusals.PROTECTION_REASON);
        }
        return AllowedActs.gate(Status.APPLIED, command.applicant(), protect)
                .orElseGet(
                        () ->
                                Verdict.happens(
                                        applied(command, openFor),
                                        new ApplicationEvent.Protected(
                                                command.application(),
                                                command.applicant(),
                                                asked.reason(),
                                                asked.ownPhone())));
    }

    /** Both numbers have 18 places: one in thousands of people's is a code as well. */
    private static boolean isOrganisation(Apply command) {
        String number = command.details().identityNumber();
        return IdentityNumber.parse(number).value().isEmpty()
                && UnifiedSocialCreditCode.parse(number).value().isPresent();
    }

    /** Of a log-in; whoever stands at the window was seen there. */
    private static boolean isTooLittleKnown(Actor by, ServiceDefinition definition) {
        Integer level = by.trustLevel();
        return by.kind() == Actor.Kind.CITIZEN && level != null && level < definition.trustLevel();
    }

    static Verdict preAccept(ApplicationState state, PreAccept command) {
        return Verdict.happens(
                new ApplicationEvent.PreAccepted(state.id(), state.subject(), command.note()));
    }

    static Verdict accept(
            ApplicationState state,
            Accept command,
            ServiceDefinition definition,
            WorkingCalendar calendar) {
        LocalDate from = countsFrom(state, command.stamp().day(), definition, calendar);
        DueDate due = Terms.ofCase(definition, state.region(), from, List.of(), calendar);
        return Verdict.happens(
                new ApplicationEvent.Accepted(
                        state.id(), state.subject(), from, due, command.note()));
    }

    static Verdict refuseAcceptance(
            ApplicationState state, RefuseAcceptance command, ServiceDefinition definition) {
        if (!definition.reasons().containsKey(command.reason())) {
            return Verdict.refused(DecidingRefusals.REASON_UNKNOWN);
        }
        return Verdict.happens(
                new ApplicationEvent.AcceptanceRefused(
                        state.id(), state.subject(), command.reason(), Remedies.open(definition)));
    }

    static Verdict requestSupplement(
            ApplicationState state,
            RequestSupplement command,
            ServiceDefinition definition,
            @Nullable DueDate due) {
        List<String> items = command.items().stream().distinct().toList();
        if (items.isEmpty()) {
            return Verdict.refused(ReceivingRefusals.NOTHING_ASKED);
        }
        List<String> unknown = items.stream().filter(it -> !canBeAsked(it, definition)).toList();
        if (!unknown.isEmpty()) {
            return Verdict.refused(ReceivingRefusals.itemsUnknown(unknown));
        }
        Set<String> late = state.notices().couldHaveBeenTold(items);
        if (!late.isEmpty()) {
            return Verdict.refused(ReceivingRefusals.shouldHaveBeenTold(late));
        }
        return Verdict.happens(
                new ApplicationEvent.SupplementRequested(
                        state.id(), state.subject(), items, command.reason(), due));
    }

    static Verdict supplement(
            ApplicationState state,
            Supplement command,
            ServiceDefinition definition,
            WorkingCalendar calendar,
            PartyKeys keys) {
        FormData form = state.facts().form().with(command.changes());
        List<String> openFor = openForAnother(state, form, definition, keys);
        return problemWith(form, command.materials(), definition)
                .or(() -> stillMissing(state.notices().asked(), command))
                .map(Verdict::refused)
                .orElseGet(
                        () ->
                                Verdict.happens(
                                        new ApplicationEvent.Supplemented(
                                                state.id(),
                                                state.subject(),
                                                command.changes(),
                                                command.materials(),
                                                state.clock()
                                                        .resumedAfter(
                                                                command.stamp().day(),
                                                                definition,
                                                                state.region(),
                                                                calendar),
                                                openFor == null ? null : state.service().service(),
                                                openFor)));
    }

    /** Null where it is still for the same person, or where nobody applied. */
    private static @Nullable List<String> openForAnother(
            ApplicationState state, FormData form, ServiceDefinition definition, PartyKeys keys) {
        List<String> now = openFor(state, form, definition, keys);
        return state.filedAt() == Channel.EX_OFFICIO
                        || Objects.equals(
                                now, openFor(state, state.facts().form(), definition, keys))
                ? null
                : now;
    }

    private static @Nullable List<String> openFor(
            ApplicationState state, FormData form, ServiceDefinition definition, PartyKeys keys) {
        return OpenFor.of(state.subject(), state.applicantIdentityNumber(), form, definition, keys);
    }

    /**
     * The day from which the case's limit counts: the acceptance; or the receipt, where the body
     * let the time pass without a word on the papers and the item deems them accepted then (行政许可法
     * 32(4)). A notice that comes late is not refused: the applicant shall hear what is missing.
     */
    private static LocalDate countsFrom(
            ApplicationState state,
            LocalDate today,
            ServiceDefinition definition,
            WorkingCalendar calendar) {
        if (definition.receiving().map(ReceivingLimit::counted).orElse(false)) {
            return state.receivedOn();
        }
        LocalDate firstWord = Objects.requireNonNullElse(state.firstWordOn(), today);
        DueDate lastDay = Terms.ofReceiving(definition, state.receivedOn(), calendar);
        boolean late = lastDay != null && firstWord.isAfter(lastDay.day());
        boolean deemed = definition.receiving().map(ReceivingLimit::deemed).orElse(false);
        return late && deemed ? state.receivedOn() : today;
    }

    private static Optional<Refusal> problemWith(
            FormData form, List<Material> materials, ServiceDefinition definition) {
        List<FieldError> errors = definition.form().validate(form);
        if (!errors.isEmpty()) {
            return Optional.of(ReceivingRefusals.formInvalid(errors));
        }
        Set<String> known =
                definition.materials().stream().map(MaterialSpec::code).collect(Collectors.toSet());
        boolean allKnown = materials.stream().map(Material::code).allMatch(known::contains);
        return allKnown ? Optional.empty() : Optional.of(ReceivingRefusals.MATERIAL_UNKNOWN);
    }

    private static Optional<Refusal> missing(
            List<Material> materials, ServiceDefinition definition) {
        Set<String> given = codes(materials);
        List<MaterialSpec> missing =
                definition.materials().stream()
                        .filter(it -> it.required() && !given.contains(it.code()))
                        .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(ReceivingRefusals.materialsMissing(missing));
    }

    private static Optional<Refusal> stillMissing(List<String> asked, Supplement command) {
        Set<String> given = codes(command.materials());
        given.addAll(command.changes().values().keySet());
        List<String> missing = asked.stream().filter(it -> !given.contains(it)).toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(ReceivingRefusals.supplementIncomplete(missing));
    }

    /** A material of the item, or a field of its form. */
    private static boolean canBeAsked(String item, ServiceDefinition definition) {
        return definition.materials().stream().anyMatch(it -> it.code().equals(item))
                || definition.form().schema().path("properties").has(item);
    }

    private static Set<String> codes(List<Material> materials) {
        return materials.stream()
                .map(Material::code)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static ApplicationEvent.Applied applied(Apply command, @Nullable List<String> openFor) {
        return new ApplicationEvent.Applied(
                command.application(),
                command.applicant(),
                command.number(),
                command.service(),
                command.region(),
                command.channel(),
                command.details(),
                command.form(),
                command.materials(),
                command.queryCode(),
                openFor);
    }
}
