package org.banshi.query.contract.worklist;

import java.time.LocalDate;

/**
 * A task that is late.
 *
 * @param due its last day
 */
public record LateItem(String workItem, LocalDate due) {}
