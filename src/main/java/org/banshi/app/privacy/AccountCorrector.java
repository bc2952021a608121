package org.banshi.app.privacy;

import java.util.Optional;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.privacy.CorrectionField;

/** Knows and corrects what is on record of a person. The log-in does so. */
public interface AccountCorrector {

    /** What is on record; empty where nobody is known, or the details were erased. */
    Optional<Applicant> details(PersonId person);

    /** Nothing happens where there is no account, or it was erased before. */
    void correct(PersonId person, CorrectionField field, String value);
}
