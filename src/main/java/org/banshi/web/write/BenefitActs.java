package org.banshi.web.write;

import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.query.contract.benefit.BenefitView;
import org.banshi.query.contract.benefit.FindMyBenefits;
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
     * Reports a change of one of the caller's own benefits.
     *
     * @throws ProblemException when the caller has no such benefit
     */
    public Written report(SignedIn who, String benefit, String change, @Nullable RequestKey key) {
        return commands.send(
                benefit,
                () -> {
                    boolean own =
                            reads.list(new FindMyBenefits(who.scope()), BenefitView.class).stream()
                                    .anyMatch(it -> it.benefit().equals(benefit));
                    if (!own) {
                        throw ProblemException.of(ProblemKind.BENEFIT_NOT_FOUND);
                    }
                    return new BenefitCommand.ReportChange(
                            new BenefitId(benefit), change, commands.stamp(who.actor()));
                },
                key);
    }
}
