package org.banshi.query.contract.progress;

import java.util.List;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.person.PersonId;
import org.banshi.query.contract.access.Scope;

/**
 * Which other cases are there of the applicant of a case, of others of the household, or for the
 * same person, that the scope may see? Answers {@code List<Progress.Row>}, newest first, at most
 * 50; empty where the scope does not reach the case itself.
 *
 * @param number of the case, which is left out
 * @param household persons named in it beside the applicant
 * @param forTheSame other cases, whoever filed them; one that is kept from others is left out
 */
public record FindRelatedCases(
        String number, List<PersonId> household, List<ApplicationId> forTheSame, Scope scope) {

    public FindRelatedCases {
        forTheSame = List.copyOf(forTheSame);
        household = List.copyOf(household);
    }
}
