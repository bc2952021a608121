package org.banshi.query.contract.casefile;

import org.banshi.query.contract.access.Scope;

/**
 * What is known of the case of this number? Answers {@code Optional<CaseFile>}; empty also where
 * the scope may not see it.
 */
public record FindCaseFile(String number, Scope scope) {}
