package org.banshi.web.write;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.banshi.app.casefile.CaseEvents;
import org.banshi.app.numbering.Numbering;
import org.banshi.app.pace.Pace;
import org.banshi.app.pace.PaceSettings;
import org.banshi.app.signin.SignedIn;
import org.banshi.app.staff.KnownCitizens.Known;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.FieldError;
import org.banshi.catalogue.MaterialSpec;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationCommand.Apply;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.AskedProtection;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.Recorded;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files an application: checks what was sent, numbers it, sends it. */
@Component
public class Filing {

    /**
     * What is filed.
     *
     * @param region six or nine digits
     * @param materials the papers, uploaded before
     * @param protection asked for at once, so that nobody near learns of the case; null: not
     */
    public record Request(
            String service,
            String region,
            FormData form,
            List<Paper> materials,
            Channel channel,
            @Nullable AskedProtection protection) {}

    /** An uploaded paper, and which of the item's materials it is. */
    public record Paper(String code, String id) {}

    /** Told once, and again to whoever repeats the same request. */
    public record Receipt(String number, String queryCode, Written written) {}

    private final Catalogue catalogue;
    private final Numbering numbering;
    private final Papers papers;
    private final Commands commands;
    private final CaseEvents events;
    private final Pace pace;
    private final PaceSettings limits;

    public Filing(
            Catalogue catalogue,
            Numbering numbering,
            Papers papers,
            Commands commands,
            CaseEvents events,
            Pace pace,
            PaceSettings limits) {
        this.catalogue = catalogue;
        this.numbering = numbering;
        this.papers = papers;
        this.commands = commands;
        this.events = events;
        this.pace = pace;
        this.limits = limits;
    }

    /**
     * Files it.
     *
     * @throws ProblemException when something in the request is wrong; nothing was done
     * @throws org.banshi.app.pace.TooFastException when this person files for the item too often
     */
    public Receipt file(SignedIn who, Request request, RequestKey key) {
        return file(who, new Known(personOf(who), details(who)), request, key);
    }

    /**
     * Files it for somebody who stands at the officer's window: that person's case, taken by the
     * officer.
     *
     * @throws ProblemException like {@link #file}
     */
    public Receipt fileFor(SignedIn officer, Known applicant, Request request, RequestKey key) {
        return file(officer, applicant, request, key);
    }

    private Receipt file(SignedIn who, Known applicant, Request request, RequestKey key) {
        PersonId person = applicant.person();
        ServiceDefinition service = service(request.service());
        RegionCode region = region(service, request.region());
        checkForm(service, request.form());
        List<Material> materials = papers.of(person, service, request.materials());
        checkComplete(service, materials);
        pace.count("item " + person + " " + service.version().service(), limits.item());
        Stamp stamp = commands.stamp(who.actor());
        ApplicationId id = new ApplicationId(UUID.randomUUID().toString());
        Apply apply =
                new Apply(
                        id,
                        numbering.nextCaseNumber(service.implementationCode(), stamp.day()),
                        service.version(),
                        region,
                        person,
                        applicant.details(),
                        request.form(),
                        materials,
                        request.channel(),
                        numbering.newQueryCode(),
                        request.protection(),
                        stamp);
        Written written = commands.send(id.value(), apply, key);
        return written.repeated()
                ? firstReceipt(written)
                : new Receipt(apply.number(), apply.queryCode(), written);
    }

    /** What was filed in a stream, where that was on this day. */
    public Optional<Applied> filed(String stream, LocalDate day) {
        return filed(stream, recorded -> recorded.stamp().day().equals(day));
    }

    private Optional<Applied> filed(String stream, Predicate<Recorded> which) {
        return events.of(stream).stream()
                .filter(which)
                .map(Recorded::event)
                .filter(Applied.class::isInstance)
                .map(Applied.class::cast)
                .findFirst();
    }

    /**
     * The item's newest version.
     *
     * @throws ProblemException when there is no such item
     */
    public ServiceDefinition service(String name) {
        return catalogue
                .current(name)
                .orElseThrow(() -> ProblemException.of(ProblemKind.UNKNOWN_SERVICE));
    }

    /**
     * The region of a code, where the item is offered.
     *
     * @throws ProblemException when it is unknown, or the item is not offered there
     */
    public RegionCode region(ServiceDefinition service, String code) {
        RegionCode region = code.matches("\\d{6}(\\d{3})?") ? new RegionCode(code) : null;
        if (region == null || catalogue.reference().region(region).isEmpty()) {
            throw ProblemException.of(
                    ProblemKind.UNKNOWN_REGION,
                    "/region",
                    "unknown",
                    ProblemKind.UNKNOWN_REGION.next());
        }
        if (!service.offeredIn(region)) {
            throw ProblemException.of(ProblemKind.NOT_OFFERED, service.elsewhere());
        }
        return region;
    }

    private void checkForm(ServiceDefinition service, FormData form) {
        List<FieldError> errors = service.form().validate(form, commands.today());
        if (!errors.isEmpty()) {
            throw ProblemException.of(
                    ProblemKind.INVALID_FORM,
                    errors.stream()
                            .map(e -> new FieldError("/form" + e.pointer(), e.code(), e.message()))
                            .toList());
        }
    }

    private static void checkComplete(ServiceDefinition service, List<Material> materials) {
        Set<String> given = new HashSet<>();
        materials.forEach(material -> given.add(material.code()));
        List<FieldError> missing = new ArrayList<>();
        for (MaterialSpec spec : service.materials()) {
            if (spec.required() && !given.contains(spec.code())) {
                missing.add(
                        new FieldError(
                                "/materials/" + spec.code(),
                                "required",
                                Text.of(
                                        "请上传" + spec.name().zh() + "。",
                                        "Upload: " + spec.name().en() + ".")));
            }
        }
        if (!missing.isEmpty()) {
            throw ProblemException.of(ProblemKind.MATERIALS_MISSING, missing);
        }
    }

    private Receipt firstReceipt(Written written) {
        return filed(written.stream(), any -> true)
                .map(first -> new Receipt(first.number(), first.queryCode(), written))
                .orElseThrow(() -> ProblemException.of(ProblemKind.CASE_NOT_FOUND));
    }

    private static PersonId personOf(SignedIn who) {
        return Optional.ofNullable(who.scope().person())
                .orElseThrow(() -> ProblemException.of(ProblemKind.FORBIDDEN));
    }

    private static Applicant details(SignedIn who) {
        return Optional.ofNullable(who.details())
                .orElseThrow(() -> ProblemException.of(ProblemKind.FORBIDDEN));
    }
}
