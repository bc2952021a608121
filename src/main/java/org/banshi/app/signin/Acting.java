package org.banshi.app.signin;

import java.util.Set;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.mandate.MandateTerms;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * For whom a session acts.
 *
 * @param mandate under which it does
 * @param details of the grantor; null once they were erased
 * @param trustLevel how well the grantor was known who gave the mandate
 * @param withheld items that are for the grantor alone
 */
record Acting(
        String mandate,
        PersonId grantor,
        @Nullable Applicant details,
        MandateTerms terms,
        int trustLevel,
        Set<String> withheld) {

    /** Never prints the details. */
    @Override
    public String toString() {
        return "Acting[" + grantor + "]";
    }
}
