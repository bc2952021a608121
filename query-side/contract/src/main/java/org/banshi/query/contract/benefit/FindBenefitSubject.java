package org.banshi.query.contract.benefit;

import org.banshi.query.contract.access.Scope;

/**
 * Whose is a benefit that the person of the scope may see: their own, or that of somebody for whom
 * they are guardian? Answers an optional {@link org.banshi.command.contract.person.PersonId}.
 */
public record FindBenefitSubject(Scope scope, String benefit) {}
