package org.banshi.command.domain.account;

import static org.banshi.command.domain.verdict.Verdict.happens;
import static org.banshi.command.domain.verdict.Verdict.refused;

import java.util.Objects;
import org.banshi.command.contract.account.AccountCommand;
import org.banshi.command.contract.account.AccountEvent;
import org.banshi.command.contract.account.StaffRole;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the leave of officers and supervisors: by themselves, or by a supervisor of the region
 * for whoever is ill. Whoever stands in for a supervisor supervises, so that this leave is written
 * down by nobody else of the same region. That the other one is a supervisor is the log-in's
 * matter, as is what the deputy may.
 */
final class LeaveDecider {

    /** Longer is no leave: the account is closed, or has other rights. */
    private static final int LONGEST_DAYS = 366;

    private LeaveDecider() {}

    static Verdict take(
            AccountState state,
            AccountEvent.@Nullable LeaveTaken before,
            AccountCommand.TakeLeave command) {
        Refusal wrong = wrong(state, command);
        if (wrong != null) {
            return refused(wrong);
        }
        if (command.account().account().equals(command.deputy())) {
            return refused(AccountRefusals.OWN_DEPUTY);
        }
        boolean period =
                !command.last().isBefore(command.first())
                        && !command.last().isBefore(command.stamp().day())
                        && command.last().isBefore(command.first().plusDays(LONGEST_DAYS));
        if (!period) {
            return refused(AccountRefusals.LEAVE_PERIOD);
        }
        boolean same =
                before != null
                        && before.first().equals(command.first())
                        && before.last().equals(command.last())
                        && Objects.equals(before.deputy(), command.deputy());
        return same
                ? Verdict.NOTHING
                : happens(
                        new AccountEvent.LeaveTaken(
                                command.account(),
                                command.first(),
                                command.last(),
                                command.deputy()));
    }

    static Verdict end(
            AccountState state,
            AccountEvent.@Nullable LeaveTaken before,
            AccountCommand.EndLeave command) {
        Refusal wrong = wrong(state, command);
        if (wrong != null) {
            return refused(wrong);
        }
        return before == null
                ? Verdict.NOTHING
                : happens(new AccountEvent.LeaveEnded(command.account()));
    }

    private static @Nullable Refusal wrong(AccountState state, AccountCommand command) {
        boolean supervisor = state.roles().contains(StaffRole.SUPERVISOR);
        if (!state.open() || !supervisor && !state.roles().contains(StaffRole.OFFICER)) {
            return AccountRefusals.NO_OFFICER;
        }
        Actor by = command.stamp().by();
        RegionCode region = by.region();
        boolean own = command.account().account().equals(by.account());
        boolean oversees =
                by.kind() == Actor.Kind.OFFICER
                        && region != null
                        && state.region() != null
                        && region.covers(state.region())
                        && !(supervisor && region.equals(state.region()));
        return own || oversees ? null : AccountRefusals.LEAVE_OF_OTHERS;
    }
}
