package org.banshi.command.domain.account;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.banshi.command.contract.account.AccountCommand;
import org.banshi.command.contract.account.AccountEvent;
import org.banshi.command.contract.account.AccountId;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.domain.verdict.Recording;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** A staff account. */
@AggregateRoot(type = "account")
public final class StaffAccount {

    @AggregateIdentifier private AccountId id;

    private AccountState state = AccountState.NONE;

    private AccountEvent.@Nullable LeaveTaken leave;

    /** For the repository, before it replays the stream or has it created. */
    StaffAccount() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AccountCommand.Open command) {
        record(AccountDecider.decide(state, command), command.stamp());
    }

    @CommandHandler
    void handle(AccountCommand.ChangeRoles command) {
        record(AccountDecider.decide(state, leave != null, command), command.stamp());
    }

    @CommandHandler
    void handle(AccountCommand.ProposeAdministrator command) {
        record(AccountDecider.decide(state, command), command.stamp());
    }

    @CommandHandler
    void handle(AccountCommand.AnswerProposal command) {
        record(AccountDecider.decide(state, leave != null, command), command.stamp());
    }

    @CommandHandler
    void handle(AccountCommand.Disable command) {
        record(AccountDecider.decide(state, command), command.stamp());
    }

    @CommandHandler
    void handle(AccountCommand.Enable command) {
        record(AccountDecider.decide(state, command), command.stamp());
    }

    @CommandHandler
    void handle(AccountCommand.AskReset command) {
        record(AccountDecider.decide(state, command), command.stamp());
    }

    @CommandHandler
    void handle(AccountCommand.ResetAccess command) {
        record(AccountDecider.decide(state, command), command.stamp());
    }

    @CommandHandler
    void handle(AccountCommand.TakeLeave command) {
        record(LeaveDecider.take(state, leave, command), command.stamp());
    }

    @CommandHandler
    void handle(AccountCommand.EndLeave command) {
        record(LeaveDecider.end(state, leave, command), command.stamp());
    }

    private static void record(Verdict verdict, Stamp stamp) {
        Recording.record(verdict, stamp);
    }

    @EventSourcingHandler
    void on(AccountEvent.Opened event) {
        id = event.account();
        state = AccountState.opened(event.roles(), event.body(), event.region());
    }

    @EventSourcingHandler
    void on(AccountEvent.RolesChanged event) {
        state = state.may(event.roles(), event.body(), event.region());
        leave = null;
    }

    @EventSourcingHandler
    void on(AccountEvent.AdministratorProposed event, MetaData metadata) {
        state = state.proposed(event.role(), StampMetadata.from(metadata).by().account());
    }

    @EventSourcingHandler
    void on(AccountEvent.AdministratorGranted event) {
        state = state.may(List.of(event.role()), null, null).answered();
        leave = null;
    }

    @EventSourcingHandler
    void on(AccountEvent.ProposalRejected event) {
        state = state.answered();
    }

    @EventSourcingHandler
    void on(AccountEvent.ResetAsked event, MetaData metadata) {
        state = state.asked(AccountDecider.asked(StampMetadata.from(metadata)));
    }

    @EventSourcingHandler
    void on(AccountEvent.AccessReset event) {
        state = state.wasReset();
    }

    @EventSourcingHandler
    void on(AccountEvent.LeaveTaken event) {
        leave = event;
    }

    @EventSourcingHandler
    void on(AccountEvent.LeaveEnded event) {
        leave = null;
    }

    @EventSourcingHandler
    void on(AccountEvent.Disabled event) {
        state = state.open(false);
    }

    @EventSourcingHandler
    void on(AccountEvent.Enabled event) {
        state = state.open(true);
    }
}
