package org.banshi.web.letter;

import java.time.LocalDate;
import org.banshi.command.contract.application.ApplicationEvent.StageStarted;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.jspecify.annotations.Nullable;

/**
 * A letter that a case's events give cause for.
 *
 * @param template key of its template
 * @param stage the stage at which it was made; null before the first
 * @param party on whom it is served; null: the applicant
 * @param document what is served on the party
 * @param serial of the document
 * @param reached whether its service is recorded
 * @param position of the event that gave cause for it
 */
record Draft(
        String id,
        String template,
        LocalDate day,
        @Nullable StageStarted stage,
        @Nullable String party,
        @Nullable ServedDocument document,
        int serial,
        boolean reached,
        long position) {

    Draft reached(boolean isReached) {
        return new Draft(id, template, day, stage, party, document, serial, isReached, position);
    }
}
