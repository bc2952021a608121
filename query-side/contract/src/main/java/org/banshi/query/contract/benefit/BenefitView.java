package org.banshi.query.contract.benefit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One benefit as its person reads it. Amounts are yuan.
 *
 * @param benefit id
 * @param application id of the case that led to it
 * @param kind stable word, such as {@code living-allowance}
 * @param name of the service that granted it
 * @param status where it stands on the day of the question
 * @param version number of its last event, from 0
 * @param monthlyAmount in the month of the question, or the first one where that is to come
 * @param provisional whether that amount rests on a standard that was to be confirmed when it was
 *     decided on; a figure that is confirmed as it was changes nothing, also not this
 * @param lastMonth {@code yyyy-MM}, where an end is set
 * @param reviewDue when it is verified next; null where nothing is set
 * @param underReview whether a verification is under way
 * @param forAnother whether it is somebody's for whom the person is guardian
 * @param certification the yearly certification; null where there is none
 * @param payments month by month, from the first to two months ahead, at most the last 36
 * @param decisions what was changed and why, oldest first
 */
public record BenefitView(
        String benefit,
        String application,
        String kind,
        Text name,
        Status status,
        long version,
        BigDecimal monthlyAmount,
        boolean provisional,
        @Nullable String lastMonth,
        @Nullable DueDate reviewDue,
        boolean underReview,
        boolean forAnother,
        @Nullable Certification certification,
        List<Payment> payments,
        List<Decision> decisions) {

    /** Where a benefit stands. */
    public enum Status {
        /** Paid, or about to be. */
        RUNNING,
        /** Its last month is set and not over. */
        ENDING,
        /** Nothing more is paid. */
        ENDED
    }

    /**
     * When the person is to be certified (资格认定).
     *
     * @param opens the first day
     * @param until the last day
     * @param open whether it can be done now
     */
    public record Certification(LocalDate opens, LocalDate until, boolean open) {}

    /**
     * What is payable for a month.
     *
     * @param month {@code yyyy-MM}
     */
    public record Payment(String month, BigDecimal amount) {}

    /**
     * A decision that changed the benefit.
     *
     * @param event its stored name
     * @param application id of the case that confirmed it anew; null of any other decision
     * @param day on which it was made
     * @param from first day of the first month that it changes; null where it changes no amount
     * @param amount a month from then on, or claimed back; null where it names none
     * @param reason in words; empty where nothing is to be explained
     * @param remedies how it can be contested, with last days; none where it is in favour
     */
    public record Decision(
            String event,
            @Nullable String application,
            LocalDate day,
            @Nullable LocalDate from,
            @Nullable BigDecimal amount,
            String reason,
            List<Remedy> remedies) {}
}
