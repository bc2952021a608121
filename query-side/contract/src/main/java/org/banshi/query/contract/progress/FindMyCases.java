package org.banshi.query.contract.progress;

import org.banshi.query.contract.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Which cases does the person of the scope have, newest first? Answers {@code Page<Progress.Row>}.
 */
public record FindMyCases(Scope scope, @Nullable String cursor, int limit) {}
