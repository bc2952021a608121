package org.banshi.query.contract.progress;

import org.banshi.query.contract.access.Scope;

/**
 * Where does the case of this number stand? Answers {@code Optional<Progress>}; empty also where
 * the scope may not see it.
 */
public record FindProgress(String number, Scope scope) {}
