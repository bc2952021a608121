package org.banshi.web.auditor;

import org.banshi.query.contract.timeline.TimelineEntry;

/**
 * An event as a line of the console.
 *
 * @param ground rule or source behind it; empty where it needs none
 * @param version of the package, its tables or its process that it rests on
 * @param leaf its hash in the log's tree, hex; empty where it is not stored
 */
record EventRow(TimelineEntry entry, String ground, String version, String leaf) {}
