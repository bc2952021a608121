package org.banshi.query.contract.audit;

import org.banshi.query.contract.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What does a check find? Answers an optional {@link Suspicions}, which is empty for anybody but
 * auditors. A check goes through its rows in parts of bounded size, however many there are.
 *
 * @param cursor {@code next} of the part before; null for the first
 */
public record FindSuspicions(Check check, Scope scope, @Nullable String cursor) {}
