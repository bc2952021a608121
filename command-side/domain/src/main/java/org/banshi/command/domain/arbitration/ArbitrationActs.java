package org.banshi.command.domain.arbitration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.arbitration.ArbitrationCommand;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.PartyKeys;
import org.banshi.command.contract.arbitration.Pending;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.contract.organisation.Organisations;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.lifecycle.AllowedActs;
import org.banshi.command.domain.verdict.Recording;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** The member of an application that takes the acts of labour arbitration. */
public final class ArbitrationActs {

    private final ArbitrationCase application;
    private final ArbitrationState state = new ArbitrationState();

    public ArbitrationActs(ArbitrationCase application) {
        this.application = application;
    }

    /** What the family knows of the case. */
    public ArbitrationState state() {
        return state;
    }

    /** Whether {@code definition} is an item of this family. */
    public static boolean concerns(ServiceDefinition definition) {
        return definition.family().equals(ArbitrationWords.FAMILY);
    }

    /** The family's facts by name, for decision tables; none where the item is not of it. */
    public static Map<String, @Nullable Object> facts(
            ServiceDefinition definition,
            Map<String, @Nullable Object> form,
            WorkingCalendar calendar) {
        return concerns(definition)
                ? Map.of(ArbitrationWords.DISPUTE, Limitation.facts(new Filed(form), calendar))
                : Map.of();
    }

    /** What a successor of the applicant is in the dispute; nothing before it is docketed. */
    public List<Event> succeeded(PersonId successor, Applicant details, PartyKeys keys) {
        return Docketing.succeeded(application, state, successor, details, keys);
    }

    /** What follows in the dispute where the case is broken off. */
    public List<Event> brokenOff() {
        return Claiming.kept(application, state);
    }

    /** What becomes of the applicant's withdrawal; empty where the case ends as any other. */
    public Optional<Verdict> withdrawn(@Nullable String reason) {
        return Withdrawing.application(application, state, reason);
    }

    /** Since when that waits which {@code step} deals with; empty where it is no such step. */
    public Optional<LocalDate> since(Step step) {
        return step.outcomes().stream()
                .flatMap(outcome -> Pending.of(outcome.act()).stream())
                .findFirst()
                .flatMap(state::pendingSince);
    }

    /** Answers what parties brought in and waits to be dealt with; nothing once the case ended. */
    @CommandHandler
    Set<Pending> handle(ArbitrationCommand.ListPending command, Catalogue catalogue) {
        decide(command, catalogue, it -> Verdict.NOTHING);
        return application.status().ended() ? Set.of() : state.pending();
    }

    @CommandHandler
    void handle(ArbitrationCommand.Docket command, Catalogue catalogue, PartyKeys keys) {
        decide(command, catalogue, it -> Docketing.docket(application, state, command, keys));
    }

    @CommandHandler
    void handle(ArbitrationCommand.AddParty command, Catalogue catalogue, PartyKeys keys) {
        decide(
                command,
                catalogue,
                it ->
                        Docketing.addParty(
                                application, state, command, keys, it, calendar(catalogue)));
    }

    @CommandHandler
    void handle(
            ArbitrationCommand.OpenAccess command,
            Catalogue catalogue,
            PartyKeys keys,
            Organisations organisations) {
        decide(
                command,
                catalogue,
                it -> Docketing.openAccess(application, state, command, keys, organisations));
    }

    @CommandHandler
    void handle(ArbitrationCommand.Serve command, Catalogue catalogue) {
        decide(
                command,
                catalogue,
                it -> Serving.serve(application, state, command, it, calendar(catalogue)));
    }

    @CommandHandler
    void handle(ArbitrationCommand.ForwardAnswers command, Catalogue catalogue) {
        decide(
                command,
                catalogue,
                it ->
                        Serving.serve(
                                application, state, command.asService(), it, calendar(catalogue)));
    }

    /** Answers the last day on which any respondent may answer. */
    @CommandHandler
    DueDate handle(ArbitrationCommand.AwaitAnswers command, Catalogue catalogue) {
        DueDate until = Serving.answersUntil(state);
        decide(command, catalogue, it -> Verdict.NOTHING);
        return until;
    }

    @CommandHandler
    void handle(ArbitrationCommand.Answer command, Catalogue catalogue) {
        decide(
                command,
                catalogue,
                it -> Serving.answer(application, state, command, calendar(catalogue)));
    }

    @CommandHandler
    void handle(ArbitrationCommand.FileClaim command, Catalogue catalogue) {
        decide(
                command,
                catalogue,
                it -> Claiming.file(application, state, command, calendar(catalogue)));
    }

    @CommandHandler
    void handle(ArbitrationCommand.WithdrawClaim command, Catalogue catalogue) {
        decide(command, catalogue, it -> Withdrawing.claim(application, state, command));
    }

    @CommandHandler
    void handle(ArbitrationCommand.FileEvidence command, Catalogue catalogue) {
        decide(command, catalogue, it -> Evidence.file(application, state, command));
    }

    @CommandHandler
    void handle(ArbitrationCommand.AcceptClaim command, Catalogue catalogue, PartyKeys keys) {
        decide(
                command,
                catalogue,
                it -> Claiming.accept(application, state, command, keys, it, calendar(catalogue)));
    }

    @CommandHandler
    void handle(ArbitrationCommand.RefuseClaim command, Catalogue catalogue) {
        decide(command, catalogue, it -> Claiming.refuse(application, state, command));
    }

    @CommandHandler
    void handle(ArbitrationCommand.NamePanel command, Catalogue catalogue) {
        decide(command, catalogue, it -> Empanelling.name(application, state, command));
    }

    @CommandHandler
    void handle(ArbitrationCommand.AskRecusal command, Catalogue catalogue) {
        decide(command, catalogue, it -> Empanelling.askRecusal(application, state, command));
    }

    @CommandHandler
    void handle(ArbitrationCommand.DecideRecusal command, Catalogue catalogue) {
        decide(command, catalogue, it -> Empanelling.decideRecusal(application, state, command));
    }

    @CommandHandler
    void handle(ArbitrationCommand.SetHearing command, Catalogue catalogue) {
        decide(
                command,
                catalogue,
                it -> HearingDecider.set(application, state, command, calendar(catalogue)));
    }

    @CommandHandler
    void handle(ArbitrationCommand.AskAdjournment command, Catalogue catalogue) {
        decide(
                command,
                catalogue,
                it ->
                        HearingDecider.askAdjournment(
                                application, state, command, calendar(catalogue)));
    }

    @CommandHandler
    void handle(ArbitrationCommand.GrantAdjournment command, Catalogue catalogue) {
        decide(
                command,
                catalogue,
                it -> HearingDecider.grantAdjournment(application, state, command));
    }

    @CommandHandler
    void handle(ArbitrationCommand.DenyAdjournment command, Catalogue catalogue) {
        decide(
                command,
                catalogue,
                it -> HearingDecider.denyAdjournment(application, state, command));
    }

    @CommandHandler
    boolean handle(ArbitrationCommand.FindAdjourned command, Catalogue catalogue) {
        decide(command, catalogue, it -> Verdict.NOTHING);
        return state.hearings().adjourned();
    }

    @CommandHandler
    void handle(ArbitrationCommand.Adjourn command, Catalogue catalogue) {
        decide(command, catalogue, it -> HearingDecider.adjourn(application, state, command));
    }

    @CommandHandler
    void handle(ArbitrationCommand.HoldHearing command, Catalogue catalogue) {
        decide(command, catalogue, it -> HearingDecider.hold(application, state, command));
    }

    @CommandHandler
    void handle(ArbitrationCommand.HoldHearingByDefault command, Catalogue catalogue) {
        decide(
                command,
                catalogue,
                it ->
                        HearingDecider.holdByDefault(
                                application, state, command, calendar(catalogue)));
    }

    @CommandHandler
    void handle(ArbitrationCommand.DeemWithdrawn command, Catalogue catalogue) {
        decide(
                command,
                catalogue,
                it ->
                        HearingDecider.deemWithdrawn(
                                application, state, command, calendar(catalogue)));
    }

    @CommandHandler
    void handle(ArbitrationCommand.Settle command, Catalogue catalogue) {
        decide(command, catalogue, it -> Settling.settle(application, state, command));
    }

    @CommandHandler
    void handle(ArbitrationCommand.RefuseSettlement command, Catalogue catalogue) {
        decide(command, catalogue, it -> Settling.refuse(application, state, command));
    }

    @CommandHandler
    void handle(ArbitrationCommand.MakeAward command, Catalogue catalogue) {
        Ruling.Asked asked =
                new Ruling.Asked(command.items(), command.reasons(), false, command.stamp().day());
        decide(command, catalogue, it -> Ruling.award(application, state, asked, it));
    }

    @CommandHandler
    void handle(ArbitrationCommand.MakePartialAward command, Catalogue catalogue) {
        Ruling.Asked asked =
                new Ruling.Asked(command.items(), command.reasons(), true, command.stamp().day());
        decide(command, catalogue, it -> Ruling.award(application, state, asked, it));
    }

    @CommandHandler
    void handle(ArbitrationCommand.AskAdvance command, Catalogue catalogue) {
        decide(command, catalogue, it -> Advancing.ask(application, state, command));
    }

    @CommandHandler
    void handle(ArbitrationCommand.GrantAdvance command, Catalogue catalogue) {
        decide(command, catalogue, it -> Advancing.grant(application, state, command));
    }

    @CommandHandler
    void handle(ArbitrationCommand.DenyAdvance command, Catalogue catalogue) {
        decide(command, catalogue, it -> Advancing.deny(application, state, command));
    }

    @CommandHandler
    void handle(ArbitrationCommand.HandOverAdvance command, Catalogue catalogue) {
        decide(command, catalogue, it -> Advancing.handOver(application, state, command));
    }

    @EventSourcingHandler
    void on(ArbitrationEvent event, MetaData metadata) {
        state.on(event, StampMetadata.from(metadata).day());
    }

    private void decide(
            ArbitrationCommand command,
            Catalogue catalogue,
            Function<ServiceDefinition, Verdict> decider) {
        ServiceDefinition definition =
                catalogue
                        .find(application.service())
                        .filter(ArbitrationActs::concerns)
                        .orElseThrow(
                                () -> new RefusedException(ArbitrationRefusals.NOT_ARBITRATION));
        Verdict verdict =
                AllowedActs.gate(application.status(), application.subject(), command)
                        .orElseGet(() -> decider.apply(definition));
        Recording.record(verdict, command.stamp());
    }

    private static WorkingCalendar calendar(Catalogue catalogue) {
        return catalogue.reference().calendar();
    }
}
