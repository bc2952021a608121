package org.banshi.query.contract.benefit;

import java.util.Set;
import org.banshi.command.contract.person.PersonId;
import org.banshi.query.contract.access.Scope;

/**
 * Which running benefits of these persons are certified each year? For officers of a town, whatever
 * the region: it is done at any town of the province (全省通办). Answers a list of {@link Certifiable},
 * which is empty for everybody else.
 */
public record FindCertifiable(Scope scope, Set<PersonId> persons) {}
