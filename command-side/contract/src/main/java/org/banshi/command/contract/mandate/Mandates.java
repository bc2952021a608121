package org.banshi.command.contract.mandate;

import java.time.LocalDate;
import java.util.Optional;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.person.PersonId;

/** Which mandates are in force, across the whole log. */
public interface Mandates {

    /** Kind of the claim by which a mandate is in force. Its key is {@code grantor/agent}. */
    String CLAIM = "mandate";

    /**
     * Kind of the claim by which an agent waits for the grantor's answer. Its key is {@code
     * grantor/agent}.
     */
    String ASKED_CLAIM = "mandate-asked";

    /**
     * The terms of the mandate that is in force between these two; whether it covers the day is for
     * them to say.
     */
    Optional<MandateTerms> find(PersonId grantor, PersonId agent);

    /**
     * Whether a disability certificate names {@code guardian}, who looks after the benefits that
     * come with it without any mandate.
     */
    boolean isGuardian(PersonId ward, PersonId guardian, LocalDate day);

    /** What the mandate in force between two people holds: there is one at a time. */
    static Claim claim(PersonId grantor, PersonId agent) {
        return new Claim(CLAIM, grantor + "/" + agent);
    }

    /** What an agent's question holds until it is answered: there is one at a time. */
    static Claim askedClaim(PersonId grantor, PersonId agent) {
        return new Claim(ASKED_CLAIM, grantor + "/" + agent);
    }
}
