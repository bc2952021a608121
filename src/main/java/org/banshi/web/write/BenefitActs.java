package org.banshi.web.write;

import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.benefit.CertificationWay;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.person.PersonId;
import org.banshi.query.contract.benefit.FindBenefitSubject;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do with their benefits. */
@Component
public class BenefitActs {

    private final Reads reads;
    private final Commands commands;

    public BenefitActs(Reads reads, Commands commands) {
        this.reads = reads;
        this.commands = commands;
    }

    /**
     * Reports a change of a benefit of the caller, or of somebody for whom they are guardian.
     *
     * @throws ProblemException when the caller has no such benefit
     */
    public Written report(SignedIn who, String benefit, String change, @Nullable RequestKey key) {
        return commands.send(
                benefit,
                () ->
                        new BenefitCommand.ReportChange(
                                new BenefitId(benefit),
                                change,
                                commands.stamp(actor(who, benefit))),
                key);
    }

    /**
     * 资格认定, of the caller or of somebody for whom they are guardian.
     *
     * @throws ProblemException when the caller sees no such benefit
     */
    public Written certify(SignedIn who, String benefit, @Nullable RequestKey key) {
        return commands.send(
                benefit,
                () ->
                        new BenefitCommand.Certify(
                                new BenefitId(benefit),
                                CertificationWay.ONLINE,
                                commands.stamp(actor(who, benefit))),
                key);
    }

    /** A guardian acts on behalf of whose the benefit is. */
    private Actor actor(SignedIn who, String benefit) {
        PersonId subject =
                reads.one(new FindBenefitSubject(who.scope(), benefit), PersonId.class)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.BENEFIT_NOT_FOUND));
        Actor actor = who.actor();
        return subject.equals(actor.person())
                ? actor
                : new Actor(
                        actor.kind(),
                        actor.account(),
                        actor.person(),
                        subject,
                        actor.body(),
                        actor.region());
    }
}
