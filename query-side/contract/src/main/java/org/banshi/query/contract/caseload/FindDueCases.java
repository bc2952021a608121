package org.banshi.query.contract.caseload;

import org.banshi.query.contract.access.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Which open cases are late or soon will be, by the last day of the whole case? The most urgent
 * first; cases whose clock stands still are none of them. Answers {@code Page<DueCase>}, or fails
 * with a {@link org.banshi.query.contract.page.BadQueryException} for a due, office or cursor that
 * does not exist.
 *
 * @param due {@code overdue} or {@code soon} (within three working days)
 * @param office only those that this office has, as {@link Board.OfficeLoad#office}
 * @param cursor {@code next} of the page before; null for the first page
 * @param limit 1 to 200
 */
public record FindDueCases(
        Scope scope, String due, @Nullable String office, @Nullable String cursor, int limit) {}
