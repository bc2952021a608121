package org.banshi.query.contract.audit;

import org.banshi.query.contract.access.Scope;

/**
 * What does a check find? Answers many {@link Suspicion}; for auditors alone.
 *
 * @param limit at most
 */
public record FindSuspicions(Check check, Scope scope, int limit) {}
