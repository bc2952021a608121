package org.banshi.query.contract.dispute;

import org.banshi.query.contract.access.Scope;

/**
 * What of a dispute waits for the committee, for an office that has it? Answers {@code
 * Optional<Docket>}; empty where the scope may not see the case.
 */
public record FindDocket(String number, Scope scope) {}
