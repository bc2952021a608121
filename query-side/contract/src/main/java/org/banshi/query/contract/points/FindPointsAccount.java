package org.banshi.query.contract.points;

import org.banshi.query.contract.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What does an account show? Answers {@code Optional<PointsAccountView>}; empty where there is none
 * that the scope may see.
 *
 * @param person whose account; null for the scope's own
 */
public record FindPointsAccount(@Nullable String person, Scope scope) {}
