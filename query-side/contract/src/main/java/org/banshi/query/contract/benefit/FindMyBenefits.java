package org.banshi.query.contract.benefit;

import org.banshi.query.contract.access.Scope;

/**
 * Which benefits does the person of the scope have, the newest first? Answers a list of {@link
 * BenefitView}.
 */
public record FindMyBenefits(Scope scope) {}
