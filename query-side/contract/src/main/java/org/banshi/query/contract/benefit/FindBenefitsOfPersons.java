package org.banshi.query.contract.benefit;

import java.util.Set;
import org.banshi.command.contract.person.PersonId;
import org.banshi.query.contract.access.Scope;

/**
 * Which benefits do these persons have that came of a case of the scope's office? Answers a list of
 * {@link BenefitView}, the oldest first.
 */
public record FindBenefitsOfPersons(Scope scope, Set<PersonId> persons) {}
