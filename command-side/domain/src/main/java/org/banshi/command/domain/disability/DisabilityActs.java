package org.banshi.command.domain.disability;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.disability.DisabilityCommand;
import org.banshi.command.contract.disability.DisabilityEvent;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.domain.lifecycle.AllowedActs;
import org.banshi.command.domain.verdict.Recording;
import org.banshi.command.domain.verdict.Verdict;

/** The member of an application that takes the acts of items for disabled persons. */
public final class DisabilityActs {

    private final DisabilityCase application;
    private final DisabilityState state = new DisabilityState();

    public DisabilityActs(DisabilityCase application) {
        this.application = application;
    }

    /**
     * The family's facts by name: {@code holder}, and {@code assessment} once there is one; none in
     * a case of another family.
     */
    public Map<String, Object> facts(ServiceDefinition definition, LocalDate today) {
        if (!concerns(definition)) {
            return Map.of();
        }
        Map<String, Object> facts = new LinkedHashMap<>(state.facts());
        facts.put(DisabilityWords.HOLDER, Holder.of(application, today).facts());
        return facts;
    }

    /** Whether {@code definition} is an item of this family. */
    public static boolean concerns(ServiceDefinition definition) {
        return definition.family().equals(DisabilityWords.FAMILY);
    }

    /** Why the case can't be approved on {@code today}; empty where nothing speaks against it. */
    public Optional<Refusal> problemWithApproval(LocalDate today) {
        return NoticeDecider.problemWithApproval(application, state, today);
    }

    @CommandHandler
    void handle(DisabilityCommand.RecordAssessment command, Catalogue catalogue) {
        decide(command, catalogue, () -> DisabilityDecider.assess(application, state, command));
    }

    /** Answers the last day to object, after which the process goes on. */
    @CommandHandler
    DueDate handle(DisabilityCommand.TellAssessment command, Catalogue catalogue) {
        DueDate until =
                DisabilityDecider.objectionUntil(state, command.stamp().day(), calendar(catalogue));
        decide(command, catalogue, () -> DisabilityDecider.tell(application, state, until));
        return until;
    }

    @CommandHandler
    void handle(DisabilityCommand.AcceptAssessment command, Catalogue catalogue) {
        decide(command, catalogue, () -> DisabilityDecider.agree(application, state, command));
    }

    @CommandHandler
    void handle(DisabilityCommand.DisputeAssessment command, Catalogue catalogue) {
        decide(command, catalogue, () -> DisabilityDecider.dispute(application, state, command));
    }

    /** Answers the last day of the notice, at whose end the process goes on. */
    @CommandHandler
    DueDate handle(DisabilityCommand.PostNotice command, Catalogue catalogue) {
        DueDate until =
                NoticeDecider.until(application, state, command.stamp().day(), calendar(catalogue));
        decide(command, catalogue, () -> NoticeDecider.post(application, state, command, until));
        return until;
    }

    @CommandHandler
    void handle(DisabilityCommand.ObjectToNotice command, Catalogue catalogue) {
        decide(command, catalogue, () -> NoticeDecider.object(application, state, command));
    }

    @CommandHandler
    void handle(DisabilityCommand.ResolveNoticeObjection command, Catalogue catalogue) {
        decide(command, catalogue, () -> NoticeDecider.resolve(application, state, command));
    }

    @CommandHandler
    void handle(
            DisabilityCommand.ReckonSubsidy command, Catalogue catalogue, RunningBenefits running) {
        decide(
                command,
                catalogue,
                () ->
                        SubsidyDecider.reckon(
                                application,
                                command,
                                catalogue.find(application.service()).orElseThrow(),
                                application.factsWithoutFamily(command.stamp().day()),
                                running));
    }

    @CommandHandler
    void handle(DisabilityCommand.EndNotice command, Catalogue catalogue) {
        decide(command, catalogue, () -> NoticeDecider.end(application, state, command));
    }

    @EventSourcingHandler
    void on(DisabilityEvent event, MetaData metadata) {
        state.on(event, StampMetadata.from(metadata).by());
    }

    private void decide(DisabilityCommand command, Catalogue catalogue, Supplier<Verdict> decider) {
        catalogue
                .find(application.service())
                .filter(DisabilityActs::concerns)
                .orElseThrow(() -> new RefusedException(DisabilityRefusals.NOT_DISABILITY));
        Recording.record(
                AllowedActs.gate(application.status(), application.subject(), command)
                        .orElseGet(decider),
                command.stamp());
    }

    private static WorkingCalendar calendar(Catalogue catalogue) {
        return catalogue.reference().calendar();
    }
}
