package org.banshi.query.contract.points;

import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.text.Text;

/**
 * An objection that waits.
 *
 * @param person opaque id of the account's holder
 * @param region that looks after the account
 * @param name of the indicator
 * @param stage {@code WINDOW}, {@code DISTRICT} or {@code DEPARTMENT}
 * @param due last day of the stage
 */
public record ObjectionRow(
        String person, String region, int serial, Text name, String stage, DueDate due) {}
