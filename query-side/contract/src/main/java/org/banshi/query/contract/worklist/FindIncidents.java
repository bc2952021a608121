package org.banshi.query.contract.worklist;

import org.banshi.query.contract.access.Scope;

/**
 * Which incidents wait for a supervisor, oldest first, at most 200? Answers {@code
 * List<IncidentRow>}.
 */
public record FindIncidents(Scope scope) {}
