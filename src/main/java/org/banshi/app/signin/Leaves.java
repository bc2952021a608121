package org.banshi.app.signin;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.signin.Accounts.Row;
import org.banshi.app.staff.Absences;
import org.banshi.app.staff.Officers.Officer;
import org.banshi.command.contract.account.AccountCommand;
import org.banshi.command.contract.account.AccountId;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.process.work.RootWork;
import org.banshi.query.contract.access.Scope.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/**
 * Leave of officers and supervisors, and who stands in. The event and the row are one transaction,
 * as in {@link Administration}.
 */
final class Leaves implements Absences {

    private static final Refusal UNKNOWN =
            Refusal.of(
                    "account-no-officer",
                    Text.of("没有这样的经办员或者督办员。", "There is no such officer or supervisor."),
                    Text.of("请核对账号。", "Look at the account again."));

    private static final Refusal UNFIT_DEPUTY =
            Refusal.of(
                    "account-deputy-unfit",
                    Text.of(
                            "代班人须为同一部门、可办理该地区业务的经办员；督办员的代班人须为同一地区的经办员或者督办员。",
                            "Whoever stands in is an officer of the same body for that region; for a"
                                    + " supervisor, an officer or supervisor of the same region."),
                    Text.of("请从名单中选择。", "Choose from the list."));

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Administration administration;
    private final CommandGateway commands;
    private final RootWork root;
    private final BusinessClock clock;

    Leaves(
            JdbcClient jdbc,
            Accounts accounts,
            Administration administration,
            CommandGateway commands,
            RootWork root,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.administration = administration;
        this.commands = commands;
        this.root = root;
        this.clock = clock;
    }

    /**
     * A leave that is not over.
     *
     * @param deputy who stands in, or null
     */
    record Leave(String account, LocalDate first, LocalDate last, @Nullable String deputy) {}

    private static final String COLUMNS = "l.account, l.first_day, l.last_day, l.deputy";

    /** The leave of an account that is not over. */
    Optional<Leave> of(String account) {
        return list("l.account = ?", account).stream().findFirst();
    }

    /** Of whom {@code deputy} stands in for, now or later. */
    List<Leave> whereStandsIn(String deputy) {
        return list("l.deputy = ?", deputy);
    }

    /** Of those who work in a region or below it. */
    List<Leave> in(RegionCode region) {
        return list(
                "(SELECT starts_with(a.region, ?) FROM account a WHERE a.account = l.account)",
                region.prefix());
    }

    private List<Leave> list(String where, String param) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM staff_leave l WHERE l.last_day >= ? AND "
                                + where
                                + " ORDER BY l.first_day, l.account LIMIT 500")
                .params(clock.today(), param)
                .query(
                        (row, number) ->
                                new Leave(
                                        row.getString("account"),
                                        row.getObject("first_day", LocalDate.class),
                                        row.getObject("last_day", LocalDate.class),
                                        row.getString("deputy")))
                .list();
    }

    /**
     * Who may stand in for somebody. Whoever does so for a supervisor supervises meanwhile: in no
     * wider region than that one.
     */
    List<Officer> colleagues(String account) {
        return worker(account).map(Row::account).map(this::colleagues).orElse(List.of()).stream()
                .filter(one -> !one.account().equals(account))
                .toList();
    }

    private List<Officer> colleagues(Account away) {
        String body = away.body();
        RegionCode region = away.region();
        if (region == null) {
            return List.of();
        }
        boolean officer = away.roles().contains(Role.OFFICER);
        List<Officer> officers =
                !officer || body == null ? List.of() : accounts.officers(body, region);
        if (!away.roles().contains(Role.SUPERVISOR)) {
            return officers;
        }
        List<Officer> beside = accounts.workersIn(region);
        return officer ? beside.stream().filter(officers::contains).toList() : beside;
    }

    /** Who can be named where a supervisor of that region writes leave down. */
    List<Officer> workers(RegionCode region) {
        return accounts.workersBelow(region);
    }

    /** Only supervisors write down what is another's; of which region, the command side knows. */
    private Row row(SignedIn by, String account) {
        if (!by.account().equals(account) && !by.scope().has(Role.SUPERVISOR)) {
            throw new AccessDeniedException("another's leave");
        }
        return worker(account).orElseThrow(() -> new RefusedException(UNKNOWN));
    }

    private Optional<Row> worker(String account) {
        return AccountNames.fits(account)
                ? accounts.staff(account)
                        .filter(
                                row ->
                                        row.account().roles().contains(Role.OFFICER)
                                                || row.account().roles().contains(Role.SUPERVISOR))
                : Optional.empty();
    }

    /**
     * Writes a leave down.
     *
     * @param deputy who stands in, or null
     * @throws AccessDeniedException when it is another's, and the caller no supervisor
     * @throws RefusedException when the rules are against it
     */
    void take(
            SignedIn by, String account, LocalDate first, LocalDate last, @Nullable String deputy) {
        Row row = row(by, account);
        if (deputy != null
                && !deputy.equals(account)
                && colleagues(account).stream().noneMatch(it -> it.account().equals(deputy))) {
            throw new RefusedException(UNFIT_DEPUTY);
        }
        act(
                by,
                row,
                stamp ->
                        new AccountCommand.TakeLeave(
                                AccountId.of(account), first, last, deputy, stamp),
                () ->
                        jdbc.sql(
                                        """
                                        INSERT INTO staff_leave
                                            (account, first_day, last_day, deputy)
                                        VALUES (?, ?, ?, ?)
                                        ON CONFLICT (account) DO UPDATE SET
                                            first_day = excluded.first_day,
                                            last_day = excluded.last_day,
                                            deputy = excluded.deputy
                                        """)
                                .params(account, first, last, deputy)
                                .update());
    }

    /**
     * Ends it; nothing happens where there is none.
     *
     * @throws RefusedException when the rules are against it
     */
    void end(SignedIn by, String account) {
        Row row = row(by, account);
        act(
                by,
                row,
                stamp -> new AccountCommand.EndLeave(AccountId.of(account), stamp),
                () ->
                        jdbc.sql("DELETE FROM staff_leave WHERE account = ?")
                                .param(account)
                                .update());
    }

    @FunctionalInterface
    private interface Asking {
        AccountCommand of(Stamp stamp);
    }

    private void act(SignedIn by, Row row, Asking asking, Runnable then) {
        if (!row.recorded()) {
            administration.record(row);
        }
        Stamp stamp = new Stamp(clock.now(), by.actor());
        root.run(
                stamp,
                () -> {
                    commands.sendAndWait(asking.of(stamp));
                    then.run();
                    return row;
                });
    }

    @Override
    public Set<String> away(Collection<String> officers) {
        if (officers.isEmpty()) {
            return Set.of();
        }
        LocalDate today = clock.today();
        return new HashSet<>(
                jdbc.sql(
                                """
                                SELECT account FROM staff_leave
                                WHERE account IN (:accounts) AND :day BETWEEN first_day AND last_day
                                """)
                        .param("accounts", Set.copyOf(officers))
                        .param("day", today)
                        .query(String.class)
                        .list());
    }

    @Override
    public Optional<String> deputy(String account) {
        LocalDate today = clock.today();
        return of(account).filter(leave -> !today.isBefore(leave.first())).map(Leave::deputy);
    }
}
