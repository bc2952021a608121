package org.banshi.query.projection.progress;

import java.time.Instant;
import java.util.List;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.progress.CaseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Where a case is, as its applicant reads it.
 *
 * @param waiting whether an office has it, as against the system or the applicant
 */
record Situation(
        CaseStatus status,
        Text now,
        @Nullable Text who,
        String phone,
        Instant since,
        @Nullable DueDate until,
        Text next,
        boolean yourTurn,
        List<String> supplementItems,
        boolean waiting) {

    Situation withStatus(CaseStatus changed) {
        return new Situation(
                changed, now, who, phone, since, until, next, yourTurn, supplementItems, waiting);
    }

    Situation withUntil(@Nullable DueDate changed) {
        return new Situation(
                status, now, who, phone, since, changed, next, yourTurn, supplementItems, waiting);
    }

    /** The applicant has to hand in {@code items}. */
    Situation withTurn(List<String> items, @Nullable DueDate lastDay) {
        return new Situation(
                CaseStatus.SUPPLEMENT_REQUESTED,
                now,
                who,
                phone,
                since,
                lastDay,
                next,
                true,
                List.copyOf(items),
                false);
    }
}
