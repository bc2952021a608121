package org.banshi.eventstore;

import java.util.List;

/**
 * Some events in order.
 *
 * @param reached the last position that was looked at, of interest or not
 */
record LogPage(List<Recorded> events, long reached) {}
