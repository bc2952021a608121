package org.banshi.command.domain.application;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.AggregateRoot;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.Decision;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationCommand.Foreseen;
import org.banshi.command.contract.application.ApplicationCommand.Stage;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.StayReason;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.PartyKeys;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.disability.DisabilityEvent;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.contract.person.RecordedDeaths;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.command.domain.arbitration.ArbitrationActs;
import org.banshi.command.domain.disability.DisabilityActs;
import org.banshi.command.domain.lifecycle.AllowedActs;
import org.banshi.command.domain.social.SocialActs;
import org.banshi.command.domain.verdict.Recording;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A case of any service item. The shell only hands a command to the table of allowed acts and to
 * its decider, and puts what they say into the stream; the state only evolves. The acts of a family
 * belong to a member.
 *
 * <p>Every handler throws {@link org.banshi.command.contract.message.RefusedException} when the act
 * is refused; then nothing has changed.
 */
@AggregateRoot(type = "application")
public final class Application {

    @AggregateIdentifier private ApplicationId id;

    private final ApplicationState state = new ApplicationState();

    @AggregateMember private final SocialActs social = new SocialActs(state);

    @AggregateMember
    private final ArbitrationActs arbitration = new ArbitrationActs(new ArbitrationView(state));

    @AggregateMember private final DisabilityActs disability = new DisabilityActs(state);

    /** For the repository, before it replays the stream. */
    Application() {}

    @CommandHandler
    Application(
            ApplicationCommand.Apply command,
            Catalogue catalogue,
            RunningBenefits running,
            RecordedDeaths deaths,
            PartyKeys keys) {
        Recording.record(
                AllowedActs.gateOfApplying(command.applicant(), command)
                        .orElseGet(
                                () -> Receiving.apply(command, catalogue, running, deaths, keys)),
                command.stamp());
    }

    @CommandHandler
    void handle(ApplicationCommand.PreAccept command) {
        decide(command, () -> Receiving.preAccept(state, command));
    }

    @CommandHandler
    void handle(ApplicationCommand.Accept command, Catalogue catalogue) {
        decide(
                command,
                () -> Receiving.accept(state, command, pinned(catalogue), calendar(catalogue)));
    }

    @CommandHandler
    void handle(ApplicationCommand.RefuseAcceptance command, Catalogue catalogue) {
        decide(command, () -> Receiving.refuseAcceptance(state, command, pinned(catalogue)));
    }

    /** Answers until when; null where the item sets no limit. */
    @CommandHandler
    @Nullable DueDate handle(ApplicationCommand.RequestSupplement command, Catalogue catalogue) {
        ServiceDefinition definition = pinned(catalogue);
        DueDate due =
                Terms.ofSupplement(
                        definition, state.region(), command.stamp().day(), calendar(catalogue));
        decide(command, () -> Receiving.requestSupplement(state, command, definition, due));
        return due;
    }

    @CommandHandler
    void handle(ApplicationCommand.Supplement command, Catalogue catalogue, PartyKeys keys) {
        decide(
                command,
                () ->
                        Receiving.supplement(
                                state, command, pinned(catalogue), calendar(catalogue), keys));
    }

    @CommandHandler
    void handle(ApplicationCommand.StartSpecialProcedure command, Catalogue catalogue) {
        decide(command, () -> Handling.startSpecialProcedure(state, command, calendar(catalogue)));
    }

    @CommandHandler
    void handle(ApplicationCommand.EndSpecialProcedure command, Catalogue catalogue) {
        decide(
                command,
                () ->
                        Handling.endSpecialProcedure(
                                state, command, pinned(catalogue), calendar(catalogue)));
    }

    @CommandHandler
    void handle(ApplicationCommand.Comment command) {
        decide(command, () -> Handling.comment(state, command));
    }

    @CommandHandler
    void handle(ApplicationCommand.ProvePosting command) {
        decide(command, () -> Postings.prove(state, command));
    }

    @CommandHandler
    void handle(ApplicationCommand.Suspend command, Catalogue catalogue) {
        decide(command, () -> Handling.suspend(state, command, pinned(catalogue)));
    }

    @CommandHandler
    void handle(ApplicationCommand.Resume command, Catalogue catalogue) {
        decide(
                command,
                () -> Handling.resume(state, command, pinned(catalogue), calendar(catalogue)));
    }

    @CommandHandler
    Stage handle(ApplicationCommand.StartStage command, Catalogue catalogue) {
        ServiceDefinition definition = pinned(catalogue);
        Optional<LocalDate> since = since(command.step(), definition);
        LocalDate from = since.orElseGet(() -> Handling.begins(state, command, definition));
        Stage stage =
                Handling.stage(state, command, from, since, definition, catalogue.reference());
        decide(command, () -> Handling.startStage(state, stage, from));
        return stage;
    }

    @CommandHandler
    Stage handle(ApplicationCommand.RescheduleStage command, Catalogue catalogue) {
        ServiceDefinition definition = pinned(catalogue);
        Stage stage =
                Handling.stage(
                        state,
                        command,
                        since(command.step(), definition),
                        definition,
                        catalogue.reference());
        decide(command, () -> Handling.rescheduleStage(state, stage));
        return stage;
    }

    /** Answers what would be opened, where the step decides the case, and what it opens itself. */
    @CommandHandler
    Foreseen handle(ApplicationCommand.CompleteStep command, Catalogue catalogue) {
        ServiceDefinition definition = pinned(catalogue);
        decide(command, () -> Handling.completeStep(state, command, definition));
        String step = command.step();
        boolean decides = Handling.decides(command, definition);
        if (!decides && !Openings.comeWith(step, definition)) {
            return new Foreseen(List.of(), List.of());
        }
        Map<String, @Nullable Object> facts = facts(command, catalogue);
        return new Foreseen(
                decides ? Openings.foreseen(state, definition, facts, step) : List.of(),
                Openings.with(step, state, definition, facts));
    }

    /** Null where no time runs for the case. */
    @CommandHandler
    @Nullable DueDate handle(ApplicationCommand.AwaitTerm command) {
        decide(command, () -> Verdict.NOTHING);
        return state.clock().due();
    }

    /** Answers what the table said; the process looks at its outcome. */
    @CommandHandler
    Decision handle(ApplicationCommand.DecideByRule command, Catalogue catalogue) {
        ServiceDefinition definition = pinned(catalogue);
        Map<String, @Nullable Object> facts = facts(command, catalogue);
        Decision decision = Deciding.byRule(state, command, definition, facts);
        decide(command, () -> Deciding.decideByRule(state, command, decision, facts));
        return decision;
    }

    @CommandHandler
    void handle(ApplicationCommand.AskRegister command) {
        decide(command, () -> Asking.ask(state, command));
    }

    @CommandHandler
    void handle(ApplicationCommand.RecordRegisterAnswer command) {
        decide(command, () -> Asking.recordAnswer(state, command));
    }

    /** Answers what is opened. */
    @CommandHandler
    Foreseen handle(ApplicationCommand.Approve command, Catalogue catalogue) {
        ServiceDefinition definition = pinned(catalogue);
        decide(
                command,
                () -> {
                    if (undecided(definition)) {
                        return Verdict.refused(DecidingRefusals.CONFIRMATION_MISSING);
                    }
                    return disability
                            .problemWithApproval(command.stamp().day())
                            .map(Verdict::refused)
                            .orElseGet(
                                    () ->
                                            Deciding.approve(
                                                    state, definition, facts(command, catalogue)));
                });
        return new Foreseen(Openings.of(state, definition, facts(command, catalogue)), List.of());
    }

    @CommandHandler
    void handle(ApplicationCommand.Reject command, Catalogue catalogue) {
        decide(command, () -> Deciding.reject(state, pinned(catalogue)));
    }

    @CommandHandler
    void handle(ApplicationCommand.Withdraw command) {
        decide(command, () -> Ending.withdraw(state, arbitration, command));
    }

    @CommandHandler
    void handle(ApplicationCommand.Terminate command, Catalogue catalogue) {
        decide(
                command,
                () -> Ending.terminate(state, command, pinned(catalogue), arbitration.brokenOff()));
    }

    @CommandHandler
    void handle(ApplicationCommand.RequestDelivery command, Catalogue catalogue) {
        decide(command, () -> Ending.requestDelivery(state, command, calendar(catalogue)));
    }

    @CommandHandler
    void handle(ApplicationCommand.RecordDelivery command, Catalogue catalogue) {
        decide(command, () -> Ending.recordDelivery(state, command, calendar(catalogue)));
    }

    @CommandHandler
    void handle(ApplicationCommand.Collect command) {
        decide(command, () -> Ending.collect(state, command));
    }

    @CommandHandler
    void handle(ApplicationCommand.Rate command) {
        decide(command, () -> Ending.rate(state, command));
    }

    @CommandHandler
    void handle(ApplicationCommand.Protect command) {
        decide(command, () -> state.protection().protect(state, command));
    }

    @CommandHandler
    void handle(ApplicationCommand.LiftProtection command) {
        decide(command, () -> state.protection().lift(state, command));
    }

    @CommandHandler
    void handle(ApplicationCommand.RecordDeath command) {
        decide(command, () -> state.applicant().record(state, command));
    }

    @CommandHandler
    void handle(ApplicationCommand.RefuteDeath command) {
        decide(command, () -> state.applicant().refute(state, command));
    }

    @CommandHandler
    void handle(ApplicationCommand.CarryOn command, Catalogue catalogue, PartyKeys keys) {
        decide(
                command,
                () ->
                        state.applicant()
                                .carryOn(
                                        state,
                                        command,
                                        pinned(catalogue),
                                        (successor, details) ->
                                                arbitration.succeeded(successor, details, keys)));
    }

    /** Answers why it does not; null where it does. */
    @CommandHandler
    @Nullable StayReason handle(ApplicationCommand.FollowVersion command, Catalogue catalogue) {
        StayReason problem = Versions.problem(state, command, catalogue);
        decide(command, () -> Versions.follow(state, command, problem));
        return problem;
    }

    @CommandHandler
    void handle(ApplicationCommand.StayOnVersion command) {
        decide(command, () -> Versions.stay(state, command));
    }

    @EventSourcingHandler
    void on(ApplicationEvent event, MetaData metadata) {
        id = event.application();
        state.on(event, StampMetadata.from(metadata));
    }

    @EventSourcingHandler
    void on(SocialEvent event) {
        state.on(event);
    }

    @EventSourcingHandler
    void on(ArbitrationEvent event) {
        state.on(event);
    }

    @EventSourcingHandler
    void on(DisabilityEvent event) {
        state.on(event);
    }

    /** Of a step that deals with what parties bring in, since when the oldest of it waits. */
    private Optional<LocalDate> since(String step, ServiceDefinition definition) {
        return Optional.ofNullable(definition.steps().get(step)).flatMap(arbitration::since);
    }

    private void decide(ApplicationCommand command, Supplier<Verdict> decider) {
        Recording.record(
                AllowedActs.gate(state.status(), state.subject(), command)
                        .or(() -> state.protection().against(command))
                        .or(() -> stale(command))
                        .orElseGet(decider),
                command.stamp());
    }

    private static Optional<Verdict> stale(ApplicationCommand command) {
        Long expected = command.expectedVersion();
        return expected == null || expected.equals(AggregateLifecycle.getVersion())
                ? Optional.empty()
                : Optional.of(Verdict.refused(HandlingRefusals.STALE));
    }

    /** The version that the case began with, whatever was published since. */
    private ServiceDefinition pinned(Catalogue catalogue) {
        return catalogue
                .find(state.service())
                .orElseThrow(
                        () -> new IllegalStateException("no published version " + state.service()));
    }

    /**
     * Whether the item's family has an act of its own for the decision, and it was not done. What
     * an office verifies by itself confirms nothing that somebody applied for.
     */
    private boolean undecided(ServiceDefinition definition) {
        boolean confirmable = SocialActs.concerns(definition) && !definition.exOfficio();
        return confirmable && !social.state().confirmed() || arbitration.state().undecided();
    }

    private Map<String, @Nullable Object> facts(ApplicationCommand command, Catalogue catalogue) {
        Map<String, @Nullable Object> ofFamily = new HashMap<>(social.state().facts());
        ofFamily.putAll(
                ArbitrationActs.facts(
                        pinned(catalogue), state.facts().form().values(), calendar(catalogue)));
        ofFamily.putAll(disability.facts(pinned(catalogue), command.stamp().day()));
        return state.facts().on(command.stamp().day(), ofFamily);
    }

    private static WorkingCalendar calendar(Catalogue catalogue) {
        return catalogue.reference().calendar();
    }
}
