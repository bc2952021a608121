package org.banshi.app.staff;

import java.util.Optional;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.person.PersonId;

/** Whom the counter knows, for officers who act for a person who stands before them. */
public interface KnownCitizens {

    /** Somebody, and what is known of them. */
    record Known(PersonId person, Applicant details) {}

    /** The citizen of that identity number; empty where nobody is, or the details were erased. */
    Optional<Known> byNumber(String identityNumber);

    /** The citizen of this id; likewise. */
    Optional<Known> of(PersonId person);
}
