package org.banshi.query.contract.audit;

import org.banshi.query.contract.timeline.TimelineEntry;

/**
 * Something that was done to a case, without personal data.
 *
 * @param number of the case
 * @param service whose case it is
 */
public record Act(String number, String service, TimelineEntry entry) {}
