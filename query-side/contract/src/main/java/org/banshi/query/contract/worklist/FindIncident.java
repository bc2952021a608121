package org.banshi.query.contract.worklist;

import org.banshi.query.contract.access.Scope;

/**
 * The incident of this id, while it waits for a supervisor. Answers {@code Optional<IncidentRow>};
 * empty outside the scope, too.
 */
public record FindIncident(String incident, Scope scope) {}
