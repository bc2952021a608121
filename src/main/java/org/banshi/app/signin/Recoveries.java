package org.banshi.app.signin;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.banshi.app.signin.Accounts.Login;
import org.banshi.app.signin.Citizens.Known;
import org.banshi.app.signin.Registration.Access;
import org.banshi.command.contract.citizen.CitizenCommand;
import org.banshi.command.contract.citizen.CitizenId;
import org.banshi.command.contract.citizen.Proof;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives lost access back, and opens it for whoever was known without: one officer sees person and
 * paper and asks, another one of the region sees both and confirms, and the first one hands over a
 * new password. All of it on one day; no officer alone takes an account.
 */
final class Recoveries {

    static final Refusal GONE =
            Refusal.of(
                    "citizen-recovery-not-asked",
                    Text.of("今日没有待复核的找回申请。", "Nothing waits to be confirmed today."),
                    Text.of("请由受理人员重新发起。", "Let the officer who saw the person ask again."));

    private static final Refusal FACTOR =
            Refusal.of(
                    "citizen-second-factor",
                    Text.of(
                            "该账号设有第二因素或通行密钥，不能以人脸核验找回。",
                            "The account has a second factor or a passkey: a face check does not give"
                                    + " it back."),
                    Text.of("请携带证件到服务窗口找回。", "Go to a service counter with the paper."));

    private final JdbcClient jdbc;
    private final Registration registration;
    private final Citizens citizens;
    private final Accounts accounts;
    private final Passwords passwords;
    private final AccessBack access;

    Recoveries(
            JdbcClient jdbc,
            Registration registration,
            Citizens citizens,
            Accounts accounts,
            Passwords passwords,
            AccessBack access) {
        this.jdbc = jdbc;
        this.registration = registration;
        this.citizens = citizens;
        this.accounts = accounts;
        this.passwords = passwords;
        this.access = access;
    }

    /** What waits: for a colleague, or for whoever asked. */
    record Waiting(String account, Proof proof, String askedBy, @Nullable String confirmedBy) {}

    /** What officers of a region asked on a day. */
    List<Waiting> of(RegionCode region, LocalDate day) {
        return jdbc.sql(
                        "SELECT account, paper, asked_by, confirmed_by FROM recovery"
                                + " WHERE region = ? AND day = ? ORDER BY account")
                .params(region.value(), day)
                .query(
                        (row, number) ->
                                new Waiting(
                                        row.getString("account"),
                                        new Proof(
                                                Proof.Way.COUNTER,
                                                row.getString("paper"),
                                                Proof.Way.COUNTER.highest()),
                                        row.getString("asked_by"),
                                        row.getString("confirmed_by")))
                .list();
    }

    /**
     * An officer saw person and paper.
     *
     * @param name as on the paper
     */
    void ask(Actor by, Known known, String name, Proof proof) {
        Registration.demandName(known, name);
        registration.act(
                by,
                known,
                stamp -> {
                    registration.send(
                            new CitizenCommand.AskRecovery(
                                    CitizenId.of(known.person()), proof, stamp));
                    keep(known.account().account(), proof, stamp);
                });
    }

    private void keep(String account, Proof proof, Stamp stamp) {
        RegionCode region = stamp.by().region();
        // What nobody carried out on its day is over.
        jdbc.sql("DELETE FROM recovery WHERE day < ?").param(stamp.day()).update();
        jdbc.sql(
                        """
                        INSERT INTO recovery (account, paper, asked_by, region, day)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (account) DO UPDATE SET paper = excluded.paper,
                            asked_by = excluded.asked_by, region = excluded.region,
                            day = excluded.day, confirmed_by = NULL
                        """)
                .params(
                        account,
                        proof.shown(),
                        stamp.by().account(),
                        region == null ? "" : region.value(),
                        stamp.day())
                .update();
    }

    /**
     * A colleague saw both, too.
     *
     * @param name as on the paper
     */
    void confirm(Actor by, String account, String name) {
        Known known = known(account);
        Registration.demandName(known, name);
        registration.act(
                by,
                known,
                stamp -> {
                    registration.send(
                            new CitizenCommand.ConfirmRecovery(
                                    CitizenId.of(known.person()), stamp));
                    // A third one who confirms it changes nothing.
                    jdbc.sql(
                                    "UPDATE recovery SET confirmed_by = ?"
                                            + " WHERE account = ? AND confirmed_by IS NULL")
                            .params(by.account(), account)
                            .update();
                });
    }

    /** Takes everything back: whoever had the account has nothing of it. */
    Access carryOut(Actor by, Waiting waiting) {
        return giveBack(by, known(waiting.account()), waiting.proof());
    }

    /**
     * The same on a face service's word. Whoever set up a second factor, or a passkey, which is two
     * at once, wanted more than one.
     *
     * @param name as it was looked at
     * @throws RefusedException when a counter has to do it
     */
    Access byFace(Actor by, Known known, String name, Proof proof) {
        Registration.demandName(known, name);
        String account = known.account().account();
        if (accounts.hasPasskeys(account)
                || accounts.find(account).filter(Login::factor).isPresent()) {
            throw new RefusedException(FACTOR);
        }
        return giveBack(by, known, proof);
    }

    private Access giveBack(Actor by, Known known, Proof proof) {
        CitizenId citizen = CitizenId.of(known.person());
        String account = known.account().account();
        String password = passwords.random();
        boolean opens = accounts.isDisabled(account);
        registration.act(
                by,
                known,
                stamp -> {
                    registration.send(
                            opens
                                    ? new CitizenCommand.OpenLateAccess(
                                            citizen, account, proof, stamp)
                                    : new CitizenCommand.RecoverAccess(citizen, proof, stamp));
                    accounts.setDisabled(account, false);
                    access.take(account, password);
                    jdbc.sql("DELETE FROM recovery WHERE account = ?").param(account).update();
                });
        return new Access(account, password);
    }

    private Known known(String account) {
        return Optional.of(account)
                .flatMap(citizens::byAccount)
                .orElseThrow(() -> new RefusedException(GONE));
    }
}
