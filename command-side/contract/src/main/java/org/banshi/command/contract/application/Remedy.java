package org.banshi.command.contract.application;

import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A way to contest a decision.
 *
 * @param code such as {@code reconsideration} (行政复议) or {@code litigation} (行政诉讼)
 * @param where before whom, and how long one has
 * @param lastDay counted from delivery, provisional where it falls into a year whose calendar is
 *     not loaded; null until the document was delivered
 * @param rule law and article
 */
public record Remedy(String code, Text where, @Nullable DueDate lastDay, String rule) {}
