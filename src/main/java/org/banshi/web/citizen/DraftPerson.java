package org.banshi.web.citizen;

import java.util.Optional;
import org.banshi.app.draft.Draft;
import org.banshi.app.draft.Drafts;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.person.PersonId;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;

/** Whose draft it is. */
final class DraftPerson {

    private DraftPerson() {}

    static PersonId of(SignedIn who) {
        return Optional.ofNullable(who.scope().person())
                .orElseThrow(() -> ProblemException.of(ProblemKind.FORBIDDEN));
    }

    /**
     * The caller's draft for an item.
     *
     * @throws ProblemException when there is none
     */
    static Draft draft(Drafts drafts, SignedIn who, String service) {
        return drafts.of(of(who)).stream()
                .filter(draft -> draft.service().service().equals(service))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemKind.DRAFT_GONE));
    }
}
