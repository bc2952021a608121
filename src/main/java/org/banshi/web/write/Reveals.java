package org.banshi.web.write;

import org.banshi.app.access.Access.Ground;
import org.banshi.app.access.Access.Kind;
import org.banshi.app.signin.SignedIn;
import org.banshi.app.staff.Concerns;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.query.contract.casefile.FindCaseFile;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Full numbers of a case, for whoever has business in it and says why. */
@Component
public class Reveals {

    private final Reads reads;
    private final AccessLooks looks;
    private final Concerns concerns;

    public Reveals(Reads reads, AccessLooks looks, Concerns concerns) {
        this.reads = reads;
        this.looks = looks;
        this.concerns = concerns;
    }

    /**
     * The case whose numbers somebody wants to see.
     *
     * @throws ProblemException when there is none in the caller's scope
     * @throws RuntimeException when the caller declared to be concerned in it
     */
    public CaseFile file(SignedIn who, String number) {
        CaseFile file =
                reads.one(new FindCaseFile(number, who.scope()), CaseFile.class)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.CASE_NOT_FOUND));
        concerns.demandNone(file.application(), who.account());
        return file;
    }

    /**
     * Notes that its numbers are about to be shown.
     *
     * @throws ProblemException when the ground or the reference is none
     */
    public void state(CaseFile file, @Nullable Ground ground, @Nullable String reference) {
        looks.state(Kind.REVEAL, ground, reference, null, file.number());
    }
}
