package org.banshi.app.signin;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.signin.Accounts.Row;
import org.banshi.app.signin.FirstHalves.Purpose;
import org.banshi.app.signin.SignInRefusedException.Why;
import org.banshi.command.contract.account.AccountCommand;
import org.banshi.command.contract.account.AccountId;
import org.banshi.command.contract.account.StaffRole;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.process.work.RootWork;
import org.banshi.query.contract.access.Scope.Role;
import org.jspecify.annotations.Nullable;

/**
 * What security administrators do. The event and the row of the account are one transaction: the
 * log knows of every act, and no act is without its event.
 */
final class Administration {

    static final Set<Role> ADMINISTRATORS = EnumSet.of(Role.OPERATOR, Role.SECURITY, Role.AUDITOR);

    /** Also by somebody of whom no stream tells: a citizen, or a member of the demo. */
    private static final Refusal TAKEN =
            Refusal.of(
                    "account-exists",
                    Text.of("已有同名账号。", "There is an account of that name."),
                    Text.of("请换一个账号名。", "Choose another name."));

    /** Such as a proposal of before there were halves. */
    private static final Refusal NO_HALF =
            Refusal.of(
                    "account-half-missing",
                    Text.of(
                            "提出人没有拿到密码的前一半。",
                            "Whoever asked was told no first half of the password."),
                    Text.of(
                            "提议请否决后重新提出，重置请重新提出。",
                            "Reject the proposal, or ask again for the reset."));

    private final Accounts accounts;
    private final Passwords passwords;
    private final FirstHalves halves;
    private final AccessBack access;
    private final Sessions sessions;
    private final CommandGateway commands;
    private final RootWork root;
    private final BusinessClock clock;

    Administration(
            Accounts accounts,
            Passwords passwords,
            FirstHalves halves,
            AccessBack access,
            Sessions sessions,
            CommandGateway commands,
            RootWork root,
            BusinessClock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.halves = halves;
        this.access = access;
        this.sessions = sessions;
        this.commands = commands;
        this.root = root;
        this.clock = clock;
    }

    /** What an account may do, and where. */
    record Rights(Set<Role> roles, @Nullable String body, @Nullable RegionCode region) {

        private List<StaffRole> staff() {
            return roles.stream()
                    .map(role -> StaffRole.valueOf(role.name()))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    /**
     * Opens an account.
     *
     * @return the password of the first log-in, which is told once
     * @throws RefusedException when the rules are against it
     */
    String open(SignedIn by, String account, Text name, Rights rights) {
        AccountId id = AccountId.of(account);
        String password = passwords.random();
        Stamp stamp = stamp(by);
        Account opened =
                new Account(
                        account,
                        name,
                        rights.roles(),
                        rights.body(),
                        rights.region(),
                        5,
                        null,
                        null);
        return root.run(
                stamp,
                () -> {
                    send(
                            new AccountCommand.Open(
                                    id, rights.staff(), rights.body(), rights.region(), stamp));
                    if (!accounts.add(opened, passwords.hash(password), true, false)) {
                        throw new RefusedException(TAKEN);
                    }
                    accounts.limitFirstPassword(account);
                    accounts.setRecorded(account);
                    return password;
                });
    }

    void changeRoles(SignedIn by, Row row, Rights rights) {
        String account = row.account().account();
        act(
                by,
                row,
                (id, stamp) ->
                        new AccountCommand.ChangeRoles(
                                id, rights.staff(), rights.body(), rights.region(), stamp),
                () -> {
                    accounts.setRoles(account, rights.roles(), rights.body(), rights.region());
                    halves.take(account, Purpose.RESET);
                    sessions.endAll(account, Why.ACCOUNT_CHANGED);
                });
    }

    /**
     * Proposes an administrator.
     *
     * @return the first half of the password that the account gets when another one agrees, which
     *     is told once
     */
    String propose(SignedIn by, Row row, Role role) {
        String account = row.account().account();
        return act(
                by,
                row,
                (id, stamp) ->
                        new AccountCommand.ProposeAdministrator(
                                id, StaffRole.valueOf(role.name()), stamp),
                stamp -> {
                    accounts.setProposal(account, role, by.account());
                    return halves.begin(account, Purpose.PROPOSAL);
                });
    }

    /**
     * Answers what the page showed. With a role of an administrator the access begins anew: whoever
     * proposed it may have reset the account before, and know its password.
     *
     * @param role which was shown as proposed
     * @return the second half of the password of the next log-in, which is told once; empty where
     *     it was rejected
     */
    Optional<String> answer(SignedIn by, Row row, StaffRole role, boolean agreed) {
        String account = row.account().account();
        String second = passwords.half();
        act(
                by,
                row,
                (id, stamp) -> new AccountCommand.AnswerProposal(id, role, agreed, stamp),
                () -> {
                    accounts.setProposal(account, null, null);
                    Optional<String> first = halves.take(account, Purpose.PROPOSAL);
                    if (agreed) {
                        Role granted = Role.valueOf(role.name());
                        accounts.setRoles(account, EnumSet.of(granted), null, null);
                        halves.take(account, Purpose.RESET);
                        access.take(account, whole(first, second));
                    }
                });
        return agreed ? Optional.of(second) : Optional.empty();
    }

    private static String whole(Optional<String> first, String second) {
        return Passwords.whole(first.orElseThrow(() -> new RefusedException(NO_HALF)), second);
    }

    void disable(SignedIn by, Row row, String reason) {
        String account = row.account().account();
        act(
                by,
                row,
                (id, stamp) -> new AccountCommand.Disable(id, reason, stamp),
                () -> {
                    accounts.setDisabled(account, true);
                    sessions.endAll(account, Why.ACCOUNT_CHANGED);
                });
    }

    void enable(SignedIn by, Row row) {
        act(
                by,
                row,
                AccountCommand.Enable::new,
                () -> accounts.setDisabled(row.account().account(), false));
    }

    /** Who asked today that the access is reset; empty where nobody did. */
    Optional<String> resetAskedBy(Row row) {
        return Optional.ofNullable(row.resetAskedBy())
                .filter(by -> clock.today().equals(row.resetAskedOn()));
    }

    /**
     * Asks that another security administrator resets the access of an administrator.
     *
     * @return the first half of the password that the account gets then, which is told once
     */
    String askReset(SignedIn by, Row row) {
        String account = row.account().account();
        return act(
                by,
                row,
                AccountCommand.AskReset::new,
                stamp -> {
                    accounts.setResetAsked(account, by.account(), stamp.day());
                    return halves.begin(account, Purpose.RESET);
                });
    }

    /**
     * Whether nobody is there who could do the reset that somebody asks for: of two security
     * administrators one lost the access.
     */
    boolean lacksAnother(Row row) {
        return row.account().roles().contains(Role.SECURITY)
                && !row.disabled()
                && accounts.count(Role.SECURITY) <= 2;
    }

    /**
     * Takes password, second factor and passkeys back: whoever had the account has nothing of it.
     *
     * @return the password of the next log-in, which is told once; of an administrator its second
     *     half, whose first one was told to whoever asked
     */
    String reset(SignedIn by, Row row) {
        String account = row.account().account();
        String half = passwords.half();
        String alone = passwords.random();
        boolean two = isAdministrator(row);
        act(
                by,
                row,
                AccountCommand.ResetAccess::new,
                () -> {
                    Optional<String> first = halves.take(account, Purpose.RESET);
                    access.take(account, two ? whole(first, half) : alone);
                    accounts.setResetAsked(account, null, null);
                });
        return two ? half : alone;
    }

    /** Whose access nobody takes or gives alone. */
    static boolean isAdministrator(Row row) {
        return row.account().roles().stream().anyMatch(ADMINISTRATORS::contains);
    }

    /** Makes sure that the log tells of whoever was there before any administrator was. */
    void record(Row row) {
        Stamp stamp = new Stamp(clock.now(), Actor.system("accounts"));
        try {
            root.run(
                    stamp,
                    () -> {
                        recordIn(row, stamp);
                        return row;
                    });
        } catch (RefusedException there) {
            // Another node was faster.
            accounts.setRecorded(row.account().account());
        }
    }

    @FunctionalInterface
    private interface Asking {
        AccountCommand of(AccountId id, Stamp stamp);
    }

    private void act(SignedIn by, Row row, Asking asking, Runnable then) {
        act(
                by,
                row,
                asking,
                stamp -> {
                    then.run();
                    return row;
                });
    }

    private <T> T act(SignedIn by, Row row, Asking asking, Function<Stamp, T> then) {
        Stamp stamp = stamp(by);
        if (!row.recorded()) {
            record(row);
        }
        return root.run(
                stamp,
                () -> {
                    send(asking.of(AccountId.of(row.account().account()), stamp));
                    return then.apply(stamp);
                });
    }

    private void recordIn(Row row, Stamp stamp) {
        Account account = row.account();
        Rights rights = new Rights(account.roles(), account.body(), account.region());
        send(
                new AccountCommand.Open(
                        AccountId.of(account.account()),
                        rights.staff(),
                        rights.body(),
                        rights.region(),
                        stamp));
        accounts.setRecorded(account.account());
    }

    private void send(AccountCommand command) {
        commands.sendAndWait(command);
    }

    private Stamp stamp(SignedIn by) {
        return new Stamp(clock.now(), by.actor());
    }
}
