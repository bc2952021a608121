package org.banshi.web.write;

import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.points.LapseReason;
import org.banshi.command.contract.points.PointsAccountId;
import org.banshi.command.contract.points.PointsCommand;
import org.banshi.command.contract.settlement.CandidacyCommand;
import org.banshi.command.contract.settlement.CandidacyId;
import org.banshi.command.contract.settlement.RoundId;
import org.banshi.query.contract.points.FindPointsAccount;
import org.banshi.query.contract.points.PointsAccountView;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What holders and offices do with points accounts. */
@Component
public class PointsActs {

    private final Reads reads;
    private final Commands commands;

    public PointsActs(Reads reads, Commands commands) {
        this.reads = reads;
        this.commands = commands;
    }

    /**
     * The caller's own account.
     *
     * @throws ProblemException when there is none
     */
    public PointsAccountView mine(SignedIn who) {
        return find(new FindPointsAccount(null, who.scope()));
    }

    /**
     * A person's account.
     *
     * @throws ProblemException when there is none that the caller may see
     */
    public PointsAccountView of(SignedIn who, String person) {
        return find(new FindPointsAccount(person, who.scope()));
    }

    private PointsAccountView find(FindPointsAccount query) {
        return reads.one(query, PointsAccountView.class)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
    }

    public Written object(
            SignedIn who, String indicator, String objection, @Nullable RequestKey key) {
        PointsAccountId account = own(who);
        return send(
                account,
                new PointsCommand.RaiseObjection(account, indicator, objection, stamp(who)),
                key);
    }

    /** Takes a claim back. */
    public Written withdraw(SignedIn who, String indicator, @Nullable RequestKey key) {
        PointsAccountId account = own(who);
        return send(account, new PointsCommand.WithdrawItem(account, indicator, stamp(who)), key);
    }

    /** Asks that the own account count again. */
    public Written reactivate(SignedIn who, @Nullable RequestKey key) {
        PointsAccountId account = own(who);
        return send(account, new PointsCommand.Reactivate(account, stamp(who)), key);
    }

    /** Leaves a round: before its ranking by withdrawal, later by giving the place up. */
    public Written leave(SignedIn who, RoundId round, boolean place, @Nullable RequestKey key) {
        String person = mine(who).person();
        CandidacyId candidacy = CandidacyId.of(round, new PersonId(person));
        boolean known =
                mine(who).standings().stream().anyMatch(it -> it.round().equals(round.value()));
        if (!known) {
            throw ProblemException.of(ProblemKind.NOT_FOUND);
        }
        Command command =
                place
                        ? new CandidacyCommand.GiveUp(candidacy, stamp(who))
                        : new CandidacyCommand.Withdraw(candidacy, stamp(who));
        return commands.send(candidacy.value(), command, key);
    }

    public Written passOn(
            SignedIn who, String person, int serial, String opinion, @Nullable RequestKey key) {
        PointsAccountId account = inScope(who, person);
        return send(account, new PointsCommand.PassOn(account, serial, opinion, stamp(who)), key);
    }

    /**
     * Decides an objection.
     *
     * @param corrected facts by which the indicator counts from now on; null where the objection is
     *     without ground
     */
    public Written decide(
            SignedIn who,
            String person,
            int serial,
            String findings,
            @Nullable FormData corrected,
            @Nullable RequestKey key) {
        PointsAccountId account = inScope(who, person);
        return send(
                account,
                new PointsCommand.DecideObjection(account, serial, findings, corrected, stamp(who)),
                key);
    }

    /** Records what a department told. */
    public Written push(
            SignedIn who,
            String person,
            String indicator,
            FormData facts,
            String department,
            @Nullable RequestKey key) {
        PointsAccountId account = inScope(who, person);
        return send(
                account,
                new PointsCommand.Push(account, indicator, facts, department, stamp(who)),
                key);
    }

    public Written lapse(
            SignedIn who, String person, LapseReason reason, @Nullable RequestKey key) {
        PointsAccountId account = inScope(who, person);
        return send(account, new PointsCommand.Lapse(account, reason, stamp(who)), key);
    }

    public Written reactivate(SignedIn who, String person, @Nullable RequestKey key) {
        PointsAccountId account = inScope(who, person);
        return send(account, new PointsCommand.Reactivate(account, stamp(who)), key);
    }

    /** False papers: all is void, and nothing is taken in for five years. */
    public Written invalidate(
            SignedIn who, String person, String findings, @Nullable RequestKey key) {
        PointsAccountId account = inScope(who, person);
        return send(account, new PointsCommand.Invalidate(account, findings, stamp(who)), key);
    }

    private PointsAccountId own(SignedIn who) {
        return PointsAccountId.of(new PersonId(mine(who).person()));
    }

    private PointsAccountId inScope(SignedIn who, String person) {
        return PointsAccountId.of(new PersonId(of(who, person).person()));
    }

    private Stamp stamp(SignedIn who) {
        return commands.stamp(who.actor());
    }

    private Written send(PointsAccountId account, Command command, @Nullable RequestKey key) {
        return commands.send(account.value(), command, key);
    }
}
