package org.banshi.query.contract.progress;

import java.util.List;
import org.banshi.command.contract.person.PersonId;
import org.banshi.query.contract.access.Scope;

/**
 * Which other cases are there of the applicant of a case, or of others of the household, that the
 * scope may see? Answers {@code List<Progress.Row>}, newest first, at most 50; empty where the
 * scope does not reach the case itself.
 *
 * @param number of the case, which is left out
 * @param household persons named in it beside the applicant
 */
public record FindRelatedCases(String number, List<PersonId> household, Scope scope) {

    public FindRelatedCases {
        household = List.copyOf(household);
    }
}
