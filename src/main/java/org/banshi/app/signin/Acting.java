package org.banshi.app.signin;

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
 */
record Acting(
        String mandate,
        PersonId grantor,
        @Nullable Applicant details,
        MandateTerms terms,
        int trustLevel) {

    /** Never prints the details. */
    @Override
    public String toString() {
        return "Acting[" + grantor + "]";
    }
}
