package org.banshi.web.letter;

import java.time.LocalDate;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A letter of a case that can be printed.
 *
 * @param id within the case, such as {@code acceptance} or {@code award-1-r1}
 * @param day that it bears
 * @param party on whom it is served, in a dispute; null: the applicant
 * @param name of that party
 * @param reached whether its service is recorded
 */
public record Letter(
        String id,
        Text title,
        LocalDate day,
        @Nullable String party,
        @Nullable String name,
        boolean reached) {}
