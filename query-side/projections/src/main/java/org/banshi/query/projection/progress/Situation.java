package org.banshi.query.projection.progress;

import java.time.Instant;
import java.util.List;
import org.banshi.catalogue.ServiceDefinition.Ending;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.progress.CaseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Where a case is, as its applicant reads it.
 *
 * @param step the stage that the office works on; null where none does
 * @param waiting whether an office has it, as against the system or the applicant
 */
record Situation(
        CaseStatus status,
        @Nullable String step,
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
                changed,
                step,
                now,
                who,
                phone,
                since,
                until,
                next,
                yourTurn,
                supplementItems,
                waiting);
    }

    Situation withUntil(@Nullable DueDate changed) {
        return new Situation(
                status,
                step,
                now,
                who,
                phone,
                since,
                changed,
                next,
                yourTurn,
                supplementItems,
                waiting);
    }

    /** The case has ended, in the item's own words. */
    Situation ending(Ending words) {
        return new Situation(
                status,
                step,
                words.now(),
                who,
                phone,
                since,
                until,
                words.next(),
                yourTurn,
                supplementItems,
                waiting);
    }

    /** Something was told beside, and what can be done is as before. */
    Situation withNext(Text unchanged) {
        return new Situation(
                status,
                step,
                now,
                who,
                phone,
                since,
                until,
                unchanged,
                yourTurn,
                supplementItems,
                waiting);
    }

    /** The applicant has to hand in {@code items}. */
    Situation withTurn(List<String> items, @Nullable DueDate lastDay) {
        return new Situation(
                CaseStatus.SUPPLEMENT_REQUESTED,
                null,
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
