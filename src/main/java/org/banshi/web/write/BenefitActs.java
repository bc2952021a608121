package org.banshi.web.write;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.benefit.CertificationWay;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.person.PersonId;
import org.banshi.process.policy.PersonsByNumber;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.benefit.BenefitView;
import org.banshi.query.contract.benefit.Certifiable;
import org.banshi.query.contract.benefit.FindBenefitSubject;
import org.banshi.query.contract.benefit.FindBenefitsOfCase;
import org.banshi.query.contract.benefit.FindCertifiable;
import org.banshi.query.contract.benefit.FindCertifiableBenefit;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do with their benefits. */
@Component
public class BenefitActs {

    /** Most characters of what an officer writes on whom they saw. */
    public static final int LONGEST_PROOF = 500;

    /** The body whose officers certify people. */
    private static final String CERTIFIES = "town";

    private final Reads reads;
    private final Commands commands;
    private final PersonsByNumber persons;

    public BenefitActs(Reads reads, Commands commands, PersonsByNumber persons) {
        this.reads = reads;
        this.commands = commands;
        this.persons = persons;
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
                                null,
                                null,
                                commands.stamp(actor(who, benefit))),
                key);
    }

    /**
     * 资格认定 by an officer of a town who saw the person, at the window or at home: at any town of the
     * province.
     *
     * @param seenOn when
     * @param proof what was shown and found, in words
     * @throws ProblemException when the caller is no such officer, or nobody is certified for it
     */
    public Written attest(
            SignedIn who,
            String benefit,
            CertificationWay way,
            LocalDate seenOn,
            String proof,
            @Nullable RequestKey key) {
        certifiable(who, benefit);
        return commands.send(
                benefit,
                new BenefitCommand.Certify(
                        new BenefitId(benefit), way, seenOn, proof, commands.stamp(who.actor())),
                key);
    }

    /**
     * Writes down that the fine on a benefit was paid.
     *
     * @param number of a case of the caller's office that led to the benefit
     * @param fine the whole of it, in yuan
     * @throws ProblemException when the caller is no officer of an office that has the case
     */
    public Written collectFine(
            SignedIn who,
            String number,
            String benefit,
            BigDecimal fine,
            LocalDate paidOn,
            String receipt,
            @Nullable RequestKey key) {
        require(who, number, benefit);
        return commands.send(
                benefit,
                new BenefitCommand.CollectFine(
                        new BenefitId(benefit), fine, paidOn, receipt, commands.stamp(who.actor())),
                key);
    }

    /**
     * Asks whether a stop was right: an office looks into it in a case of its own.
     *
     * @param number of a case of the caller's office that led to the benefit
     * @param grounds what speaks against the stop
     * @throws ProblemException when the caller is no officer of an office that has the case
     */
    public Written questionStop(
            SignedIn who, String number, String benefit, String grounds, @Nullable RequestKey key) {
        require(who, number, benefit);
        return commands.send(
                benefit,
                new BenefitCommand.QuestionStop(
                        new BenefitId(benefit), grounds, commands.stamp(who.actor())),
                key);
    }

    /** What the case of this number led to, as far as the caller's office reaches. */
    public List<BenefitView> ofCase(SignedIn who, String number) {
        return reads.list(new FindBenefitsOfCase(number, who.scope()), BenefitView.class);
    }

    /**
     * An officer of an office that has the case of this number, which led to the benefit.
     *
     * @throws ProblemException for everybody else
     */
    public void require(SignedIn who, String number, String benefit) {
        boolean known =
                ofCase(Access.require(who, Role.OFFICER), number).stream()
                        .anyMatch(it -> it.benefit().equals(benefit));
        if (!known) {
            throw ProblemException.of(ProblemKind.BENEFIT_NOT_FOUND);
        }
    }

    /**
     * What is to be certified of the person with this number.
     *
     * @throws ProblemException when the caller is no officer of a town
     */
    public List<Certifiable> certifiableOf(SignedIn who, String identityNumber) {
        return reads.list(
                new FindCertifiable(certifier(who).scope(), persons.find(identityNumber.strip())),
                Certifiable.class);
    }

    /**
     * One of them.
     *
     * @throws ProblemException when the caller is no officer of a town, or there is none
     */
    public Certifiable certifiable(SignedIn who, String benefit) {
        return reads.one(
                        new FindCertifiableBenefit(certifier(who).scope(), benefit),
                        Certifiable.class)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
    }

    /**
     * An officer of a town.
     *
     * @throws ProblemException for everybody else
     */
    public static SignedIn certifier(@Nullable SignedIn caller) {
        SignedIn who = Access.require(caller, Role.OFFICER);
        if (!CERTIFIES.equals(who.scope().body())) {
            throw ProblemException.of(ProblemKind.FORBIDDEN);
        }
        return who;
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
