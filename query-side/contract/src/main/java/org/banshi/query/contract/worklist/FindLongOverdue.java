package org.banshi.query.contract.worklist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks that wait have a last day before {@code dueBefore} and are before nobody above,
 * oldest first? For the rule that brings them there, and nobody else. Answers {@code
 * List<LateItem>}.
 *
 * @param after the last of the page before; null for the first
 * @param limit most of a page
 */
public record FindLongOverdue(LocalDate dueBefore, @Nullable LateItem after, int limit) {}
