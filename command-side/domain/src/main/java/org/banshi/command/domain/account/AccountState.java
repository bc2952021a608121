package org.banshi.command.domain.account;

import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.account.StaffRole;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * What decisions about an account need to know.
 *
 * @param proposed which administrator it is proposed to become, or null
 * @param proposer who proposed it, or null
 * @param reset who asked for a reset, or null
 */
record AccountState(
        boolean exists,
        boolean open,
        List<StaffRole> roles,
        @Nullable String body,
        @Nullable RegionCode region,
        @Nullable StaffRole proposed,
        @Nullable String proposer,
        @Nullable AskedReset reset) {

    /** By whom, and on which day: it holds for that one. */
    record AskedReset(String by, LocalDate day) {}

    static final AccountState NONE =
            new AccountState(false, false, List.of(), null, null, null, null, null);

    static AccountState opened(
            List<StaffRole> roles, @Nullable String body, @Nullable RegionCode region) {
        return new AccountState(true, true, roles, body, region, null, null, null);
    }

    AccountState may(List<StaffRole> newRoles, @Nullable String of, @Nullable RegionCode in) {
        return new AccountState(exists, open, newRoles, of, in, proposed, proposer, null);
    }

    AccountState proposed(StaffRole role, String by) {
        return new AccountState(exists, open, roles, body, region, role, by, reset);
    }

    AccountState answered() {
        return new AccountState(exists, open, roles, body, region, null, null, reset);
    }

    AccountState open(boolean isOpen) {
        return new AccountState(exists, isOpen, roles, body, region, proposed, proposer, reset);
    }

    AccountState asked(AskedReset asked) {
        return new AccountState(exists, open, roles, body, region, proposed, proposer, asked);
    }

    AccountState wasReset() {
        return new AccountState(exists, open, roles, body, region, proposed, proposer, null);
    }
}
