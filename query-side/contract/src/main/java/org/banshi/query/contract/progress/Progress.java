package org.banshi.query.contract.progress;

import java.time.Instant;
import java.util.List;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands, in words for its applicant.
 *
 * @param version the case's own version: sequence of its last event
 * @param status key of a {@link CaseStatus}
 * @param now what is being done
 * @param who has it; null when nobody has to act
 * @param officePhone of who has it
 * @param since when it is so
 * @param until last day of the stage, or null
 * @param caseDue last day of the whole case, or null
 * @param next what comes after
 * @param yourTurn whether the applicant has to act
 * @param supplementItems codes of what was asked for, while {@code yourTurn}
 * @param decided whether the body has decided, perhaps before the case is concluded: nothing is
 *     withdrawn any more
 * @param conclusion null also where the item has words of its own for how its cases end
 * @param ending how the case ended, in the item's own words; null where it goes on, or where the
 *     status says it
 * @param result what was granted, as label and value
 * @param provisional whether a figure of the result is still to be confirmed
 */
public record Progress(
        String application,
        String number,
        String service,
        int serviceVersion,
        String region,
        Text serviceName,
        long version,
        String status,
        Text now,
        @Nullable Text who,
        String officePhone,
        Instant since,
        @Nullable DueDate until,
        @Nullable DueDate caseDue,
        Text next,
        boolean yourTurn,
        List<String> supplementItems,
        @Nullable Text supplementReason,
        boolean decided,
        @Nullable Conclusion conclusion,
        @Nullable Text ending,
        @Nullable Text reason,
        List<Line> result,
        boolean provisional,
        List<Remedy> remedies,
        List<Milestone> milestones) {

    /** One line of the result. {@code key} is stable, such as {@code monthlyAmount}. */
    public record Line(String key, Text label, String value) {}

    /** Something that happened, newest last. */
    public record Milestone(String event, Text title, Instant at, @Nullable Text detail) {}

    /**
     * What may be seen with the query code and no log-in.
     *
     * @param version the case's own, as above
     */
    public record Glimpse(
            String number,
            long version,
            Text serviceName,
            Text now,
            Instant since,
            @Nullable DueDate until,
            String officePhone) {}

    /** One of a person's cases. */
    public record Row(
            String application,
            String number,
            Text serviceName,
            String status,
            Text now,
            boolean yourTurn,
            Instant appliedAt,
            Instant since) {}
}
