package org.banshi.query.contract.benefit;

import org.banshi.query.contract.access.Scope;

/**
 * Is this a running benefit that is certified each year? For officers of a town, as {@link
 * FindCertifiable}. Answers an optional {@link Certifiable}.
 */
public record FindCertifiableBenefit(Scope scope, String benefit) {}
