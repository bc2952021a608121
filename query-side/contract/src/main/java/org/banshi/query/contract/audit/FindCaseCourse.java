package org.banshi.query.contract.audit;

import org.banshi.query.contract.access.Scope;

/**
 * Where in the log stands what happened to the case of this number? Answers {@link CaseCourse}, at
 * most one.
 */
public record FindCaseCourse(String number, Scope scope) {}
