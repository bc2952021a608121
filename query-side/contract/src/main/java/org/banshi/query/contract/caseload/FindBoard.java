package org.banshi.query.contract.caseload;

import org.banshi.query.contract.access.Scope;

/**
 * How much work waits, where and with whom? Answers {@code Board}; every count is that of the list
 * which the filters of {@link org.banshi.query.contract.worklist.FindWorkItems} and {@link
 * FindDueCases} give in the same scope.
 */
public record FindBoard(Scope scope) {}
