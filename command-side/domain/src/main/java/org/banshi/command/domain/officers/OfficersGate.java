package org.banshi.command.domain.officers;

import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.workitem.WorkItemCommand;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.command.domain.lifecycle.CommandedCase;
import org.jspecify.annotations.Nullable;

/**
 * Every command of an officer comes by here, whichever way it was sent: who declared to be
 * concerned in a case does nothing in it, and nobody takes or is given a task that somebody else
 * has to do.
 */
public final class OfficersGate implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final OfficersOnRecord records;
    private final Catalogue catalogue;

    public OfficersGate(OfficersOnRecord records, Catalogue catalogue) {
        this.records = records;
        this.catalogue = catalogue;
    }

    /** What the log says of a case's officers, and not what any table beside it does. */
    public interface OfficersOnRecord {

        CaseOfficersState officers(ApplicationId application);

        /** Whether {@code officer} is on leave that day and named {@code deputy}. */
        boolean standsIn(String deputy, String officer, LocalDate day);

        /** How a task began; empty where there is none of that id. */
        Optional<WorkItemEvent.Opened> task(String workItem);
    }

    /**
     * The same for what is no command, such as a look at full numbers.
     *
     * @throws RefusedException when the officer declared to be concerned in the case
     */
    public static void demandUnconcerned(CaseOfficersState officers, String officer) {
        if (officers.isConcerned(officer)) {
            throw new RefusedException(CaseOfficersRefusals.CONCERNED);
        }
    }

    @Override
    public @Nullable Object handle(
            UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        if (work.getMessage().getPayload() instanceof Command command
                && command.stamp().by().kind() == Actor.Kind.OFFICER) {
            against(command)
                    .ifPresent(
                            refusal -> {
                                throw new RefusedException(refusal);
                            });
        }
        return chain.proceed();
    }

    private Optional<Refusal> against(Command command) {
        String officer = command.stamp().by().account();
        if (command instanceof WorkItemCommand.Claim claim) {
            return againstTaking(claim.workItem(), officer);
        }
        if (command instanceof WorkItemCommand.TakeOver over) {
            return records.standsIn(officer, over.from(), command.stamp().day())
                    ? againstTaking(over.workItem(), officer)
                    : Optional.of(CaseOfficersRefusals.NO_DEPUTY);
        }
        Optional<Refusal> concerned = againstActing(command, officer);
        return command instanceof WorkItemCommand.Assign assign
                ? concerned.or(() -> againstTaking(assign.workItem(), assign.assignee()))
                : concerned;
    }

    /** Who has a task of it may always give it back. */
    private Optional<Refusal> againstActing(Command command, String officer) {
        if (command instanceof WorkItemCommand.Release) {
            return Optional.empty();
        }
        ApplicationId application =
                command instanceof WorkItemCommand task
                        ? records.task(task.workItem())
                                .map(WorkItemEvent.Opened::application)
                                .orElse(null)
                        : CommandedCase.of(command);
        return application != null && records.officers(application).isConcerned(officer)
                ? Optional.of(CaseOfficersRefusals.CONCERNED)
                : Optional.empty();
    }

    private Optional<Refusal> againstTaking(String workItem, String officer) {
        return records.task(workItem)
                .flatMap(
                        task ->
                                step(task)
                                        .flatMap(
                                                step ->
                                                        CaseOfficersDecider.against(
                                                                records.officers(
                                                                        task.application()),
                                                                step,
                                                                officer)));
    }

    /** By the version on which the task began. */
    private Optional<Step> step(WorkItemEvent.Opened task) {
        return catalogue
                .find(task.service())
                .flatMap(service -> Optional.ofNullable(service.steps().get(task.step())));
    }
}
