package org.banshi.command.contract.account;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a staff account: by security administrators, never of their own; leave by its
 * holder or a supervisor.
 */
public sealed interface AccountCommand extends Command {

    AccountId account();

    /**
     * Open an account. Administrators are proposed and granted afterwards; only the platform itself
     * opens the first ones.
     */
    record Open(
            @TargetAggregateIdentifier AccountId account,
            List<StaffRole> roles,
            @Nullable String body,
            @Nullable RegionCode region,
            Stamp stamp)
            implements AccountCommand {}

    /** Replace what the account may do. */
    record ChangeRoles(
            @TargetAggregateIdentifier AccountId account,
            List<StaffRole> roles,
            @Nullable String body,
            @Nullable RegionCode region,
            Stamp stamp)
            implements AccountCommand {}

    /** Ask that the account becomes an administrator. */
    record ProposeAdministrator(
            @TargetAggregateIdentifier AccountId account, StaffRole role, Stamp stamp)
            implements AccountCommand {}

    /** Agree to {@code role}, which another administrator proposed, or reject it. */
    record AnswerProposal(
            @TargetAggregateIdentifier AccountId account,
            StaffRole role,
            boolean agreed,
            Stamp stamp)
            implements AccountCommand {}

    /** Close the account to its holder; it stays in the records. */
    record Disable(@TargetAggregateIdentifier AccountId account, String reason, Stamp stamp)
            implements AccountCommand {}

    record Enable(@TargetAggregateIdentifier AccountId account, Stamp stamp)
            implements AccountCommand {}

    /**
     * Ask, for today, that another security administrator resets the access of an administrator:
     * whoever resets learns the password.
     */
    record AskReset(@TargetAggregateIdentifier AccountId account, Stamp stamp)
            implements AccountCommand {}

    /**
     * Take back password, second factor and passkeys, because the holder lost them; of an
     * administrator only what another one asked for today.
     */
    record ResetAccess(@TargetAggregateIdentifier AccountId account, Stamp stamp)
            implements AccountCommand {}

    /**
     * An officer or supervisor is away from {@code first} to {@code last}, both included; another
     * leave before gives way.
     *
     * @param deputy account of the colleague who takes over what waits, or supervises, or null
     */
    record TakeLeave(
            @TargetAggregateIdentifier AccountId account,
            LocalDate first,
            LocalDate last,
            @Nullable String deputy,
            Stamp stamp)
            implements AccountCommand {}

    /** The officer is back, or does not go. */
    record EndLeave(@TargetAggregateIdentifier AccountId account, Stamp stamp)
            implements AccountCommand {}
}
