package org.banshi.query.contract.benefit;

import org.banshi.query.contract.access.Scope;

/**
 * Which benefits did the case of this number lead to, for whoever may see its file? Answers a list
 * of {@link BenefitView}.
 */
public record FindBenefitsOfCase(String number, Scope scope) {}
