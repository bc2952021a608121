package org.banshi.query.contract.audit;

import org.banshi.command.contract.person.PersonId;
import org.banshi.query.contract.access.Scope;

/** What is kept of a person? Answers {@link PersonRecords}, at most one; for auditors alone. */
public record FindPersonRecords(PersonId person, Scope scope) {}
