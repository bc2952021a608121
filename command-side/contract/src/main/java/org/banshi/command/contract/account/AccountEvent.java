package org.banshi.command.contract.account;

import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/** The whole story of a staff account. Names, passwords and second factors are not told. */
public sealed interface AccountEvent extends Event {

    AccountId account();

    @Stored("account.opened")
    record Opened(
            AccountId account,
            List<StaffRole> roles,
            @Nullable String body,
            @Nullable RegionCode region)
            implements AccountEvent {}

    @Stored("account.roles-changed")
    record RolesChanged(
            AccountId account,
            List<StaffRole> roles,
            @Nullable String body,
            @Nullable RegionCode region)
            implements AccountEvent {}

    /** One security administrator asks that the account becomes an administrator. */
    @Stored("account.administrator-proposed")
    record AdministratorProposed(AccountId account, StaffRole role) implements AccountEvent {}

    /** Another one agreed: {@code role} takes the place of all roles before. */
    @Stored("account.administrator-granted")
    record AdministratorGranted(AccountId account, StaffRole role) implements AccountEvent {}

    @Stored("account.proposal-rejected")
    record ProposalRejected(AccountId account, StaffRole role) implements AccountEvent {}

    @Stored("account.disabled")
    record Disabled(AccountId account, String reason) implements AccountEvent {}

    @Stored("account.enabled")
    record Enabled(AccountId account) implements AccountEvent {}

    /** One security administrator asks that another one resets the access of an administrator. */
    @Stored("account.reset-asked")
    record ResetAsked(AccountId account) implements AccountEvent {}

    /** Password, second factor and passkeys were taken back; the holder sets up new ones. */
    @Stored("account.access-reset")
    record AccessReset(AccountId account) implements AccountEvent {}

    /**
     * The officer or supervisor is away from {@code first} to {@code last}, both included, instead
     * of what was said before.
     *
     * @param deputy account of the colleague who takes over what waits, or supervises, or null
     */
    @Stored("account.leave-taken")
    record LeaveTaken(AccountId account, LocalDate first, LocalDate last, @Nullable String deputy)
            implements AccountEvent {}

    @Stored("account.leave-ended")
    record LeaveEnded(AccountId account) implements AccountEvent {}
}
