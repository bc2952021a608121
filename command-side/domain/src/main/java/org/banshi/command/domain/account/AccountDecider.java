package org.banshi.command.domain.account;

import static org.banshi.command.domain.verdict.Verdict.happens;
import static org.banshi.command.domain.verdict.Verdict.refused;

import java.util.List;
import java.util.Objects;
import org.banshi.command.contract.account.AccountCommand;
import org.banshi.command.contract.account.AccountEvent;
import org.banshi.command.contract.account.StaffRole;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.domain.account.AccountState.AskedReset;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Who may change what about an account: nobody one's own, and no one alone makes an administrator.
 */
final class AccountDecider {

    private AccountDecider() {}

    static Verdict decide(AccountState state, AccountCommand.Open command) {
        if (state.exists()) {
            return refused(AccountRefusals.EXISTS);
        }
        Refusal wrong = wrong(command.roles(), command.body(), command.region());
        if (wrong != null) {
            return refused(wrong);
        }
        boolean founding = command.stamp().by().kind() == Actor.Kind.SYSTEM;
        return administrators(command.roles()) && !founding
                ? refused(AccountRefusals.ADMINISTRATOR)
                : happens(
                        new AccountEvent.Opened(
                                command.account(),
                                command.roles(),
                                command.body(),
                                command.region()));
    }

    /**
     * With other rights a leave ends: who wrote it down, and who stands in, was judged by the
     * rights before. A deputy named by a colleague would supervise for a new supervisor.
     */
    static Verdict decide(AccountState state, boolean leave, AccountCommand.ChangeRoles command) {
        if (isOwn(command)) {
            return refused(AccountRefusals.OWN);
        }
        if (!state.open()) {
            return refused(AccountRefusals.DISABLED);
        }
        if (administrators(command.roles())) {
            return refused(AccountRefusals.ADMINISTRATOR);
        }
        Refusal wrong = wrong(command.roles(), command.body(), command.region());
        if (wrong != null) {
            return refused(wrong);
        }
        boolean same =
                state.roles().equals(command.roles())
                        && Objects.equals(state.body(), command.body())
                        && Objects.equals(state.region(), command.region());
        AccountEvent.RolesChanged changed =
                new AccountEvent.RolesChanged(
                        command.account(), command.roles(), command.body(), command.region());
        if (same) {
            return Verdict.NOTHING;
        }
        return leave
                ? happens(changed, new AccountEvent.LeaveEnded(command.account()))
                : happens(changed);
    }

    static Verdict decide(AccountState state, AccountCommand.ProposeAdministrator command) {
        if (isOwn(command)) {
            return refused(AccountRefusals.OWN);
        }
        if (!state.open()) {
            return refused(AccountRefusals.DISABLED);
        }
        if (!command.role().isAdministrator()) {
            return refused(AccountRefusals.INCOMPLETE);
        }
        if (state.roles().contains(command.role())) {
            return refused(AccountRefusals.HELD);
        }
        return command.role() == state.proposed()
                ? refused(AccountRefusals.PROPOSED)
                : happens(
                        new AccountEvent.AdministratorProposed(command.account(), command.role()));
    }

    /** What is agreed to are other rights, with which a leave ends. */
    static Verdict decide(
            AccountState state, boolean leave, AccountCommand.AnswerProposal command) {
        StaffRole role = state.proposed();
        if (role == null) {
            return refused(AccountRefusals.NO_PROPOSAL);
        }
        if (command.role() != role) {
            return refused(AccountRefusals.OTHER_PROPOSAL);
        }
        if (!command.agreed()) {
            return happens(new AccountEvent.ProposalRejected(command.account(), role));
        }
        if (isOwn(command)) {
            return refused(AccountRefusals.OWN);
        }
        if (command.stamp().by().account().equals(state.proposer())) {
            return refused(AccountRefusals.SAME_EYES);
        }
        if (!state.open()) {
            return refused(AccountRefusals.DISABLED);
        }
        AccountEvent granted = new AccountEvent.AdministratorGranted(command.account(), role);
        AccountEvent reset = new AccountEvent.AccessReset(command.account());
        return leave
                ? happens(granted, new AccountEvent.LeaveEnded(command.account()), reset)
                : happens(granted, reset);
    }

    static Verdict decide(AccountState state, AccountCommand.Disable command) {
        if (isOwn(command)) {
            return refused(AccountRefusals.OWN);
        }
        if (command.reason().isBlank()) {
            return refused(AccountRefusals.NO_REASON);
        }
        return state.open()
                ? happens(new AccountEvent.Disabled(command.account(), command.reason().strip()))
                : Verdict.NOTHING;
    }

    static Verdict decide(AccountState state, AccountCommand.Enable command) {
        if (isOwn(command)) {
            return refused(AccountRefusals.OWN);
        }
        return state.open()
                ? Verdict.NOTHING
                : happens(new AccountEvent.Enabled(command.account()));
    }

    static Verdict decide(AccountState state, AccountCommand.ResetAccess command) {
        if (isOwn(command)) {
            return refused(AccountRefusals.OWN);
        }
        if (!state.open()) {
            return refused(AccountRefusals.DISABLED);
        }
        return administrators(state.roles()) && !isAskedByAnother(state, command.stamp())
                ? refused(AccountRefusals.RESET_BY_ONE)
                : happens(new AccountEvent.AccessReset(command.account()));
    }

    static Verdict decide(AccountState state, AccountCommand.AskReset command) {
        if (isOwn(command)) {
            return refused(AccountRefusals.OWN);
        }
        if (!state.open()) {
            return refused(AccountRefusals.DISABLED);
        }
        return asked(command.stamp()).equals(state.reset())
                ? Verdict.NOTHING
                : happens(new AccountEvent.ResetAsked(command.account()));
    }

    private static boolean isAskedByAnother(AccountState state, Stamp stamp) {
        AskedReset asked = state.reset();
        return asked != null
                && asked.day().equals(stamp.day())
                && !asked.by().equals(stamp.by().account());
    }

    static AskedReset asked(Stamp stamp) {
        return new AskedReset(stamp.by().account(), stamp.day());
    }

    private static boolean isOwn(AccountCommand command) {
        return command.stamp().by().account().equals(command.account().account());
    }

    private static boolean administrators(List<StaffRole> roles) {
        return roles.stream().anyMatch(StaffRole::isAdministrator);
    }

    private static @Nullable Refusal wrong(
            List<StaffRole> roles, @Nullable String body, @Nullable RegionCode region) {
        boolean apart = administrators(roles) || roles.contains(StaffRole.COMMITTEE);
        if (apart && roles.size() > 1) {
            return AccountRefusals.ROLES_APART;
        }
        boolean lacks =
                roles.isEmpty()
                        || roles.contains(StaffRole.OFFICER) && (body == null || region == null)
                        || roles.contains(StaffRole.COMMITTEE) && (body == null || region == null)
                        || roles.contains(StaffRole.SUPERVISOR) && region == null;
        return lacks ? AccountRefusals.INCOMPLETE : null;
    }
}
