package org.banshi.command.domain.account;

import java.util.List;
import org.banshi.command.contract.account.StaffRole;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * What decisions about an account need to know.
 *
 * @param proposed which administrator it is proposed to become, or null
 * @param proposer who proposed it, or null
 */
record AccountState(
        boolean exists,
        boolean open,
        List<StaffRole> roles,
        @Nullable String body,
        @Nullable RegionCode region,
        @Nullable StaffRole proposed,
        @Nullable String proposer) {

    static final AccountState NONE =
            new AccountState(false, false, List.of(), null, null, null, null);

    static AccountState opened(
            List<StaffRole> roles, @Nullable String body, @Nullable RegionCode region) {
        return new AccountState(true, true, roles, body, region, null, null);
    }

    AccountState may(List<StaffRole> newRoles, @Nullable String of, @Nullable RegionCode in) {
        return new AccountState(exists, open, newRoles, of, in, proposed, proposer);
    }

    AccountState proposed(StaffRole role, String by) {
        return new AccountState(exists, open, roles, body, region, role, by);
    }

    AccountState answered() {
        return new AccountState(exists, open, roles, body, region, null, null);
    }

    AccountState open(boolean isOpen) {
        return new AccountState(exists, isOpen, roles, body, region, proposed, proposer);
    }
}
