package org.banshi.catalogue;

/**
 * How long the receiving body has to tell the applicant that papers are missing, or that the case
 * is accepted or not (行政许可法 32).
 *
 * @param limit counts from the receipt
 * @param deemed whether a case on whose papers nothing was said in time counts as accepted from the
 *     day of receipt
 * @param counted whether the time of the whole case counts from the receipt, too, so that this lies
 *     in it
 */
public record ReceivingLimit(Limit limit, boolean deemed, boolean counted) {}
