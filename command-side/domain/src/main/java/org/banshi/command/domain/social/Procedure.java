package org.banshi.command.domain.social;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What differs between the kinds of social assistance, as the package's decision table {@code
 * procedure} says; where it has none, the rules of the minimum living allowance hold.
 *
 * @param urgent 急难型: help comes first; visit, opinion and notice are left out (rules §2.8)
 * @param noticeDays 公示期 in calendar days
 * @param renotice whether an opinion renewed after an objection is put up again (特困: 民发〔2021〕43号)
 * @param payment how it is paid
 * @param exOfficio whether what is put up is an office's own intent, such as to stop the support of
 *     a destitute person (民发〔2021〕43号 第二十五条), and no town's opinion on an application
 */
record Procedure(
        boolean urgent, int noticeDays, boolean renotice, Payment payment, boolean exOfficio) {

    /** The allowance's seven days. */
    private static final int DAYS_OF_NOTICE = 7;

    /** How a confirmed benefit is paid. */
    enum Payment {
        /** Every month, from the month after the decision. */
        MONTHLY,
        /** Once, in the month of the decision. */
        ONCE,
        /** Not at all: it opens other help, from the month of the decision. */
        NONE
    }

    static Procedure of(Map<String, @Nullable Object> facts) {
        if (!(facts.get("procedure") instanceof Map<?, ?> table)) {
            return new Procedure(false, DAYS_OF_NOTICE, false, Payment.MONTHLY, false);
        }
        return new Procedure(
                "urgent".equals(table.get("outcome")),
                table.get("noticeDays") instanceof Number days ? days.intValue() : DAYS_OF_NOTICE,
                Boolean.TRUE.equals(table.get("renotice")),
                payment(table.get("payment")),
                Boolean.TRUE.equals(table.get("exOfficio")));
    }

    private static Payment payment(@Nullable Object word) {
        if (word == null || word.equals("monthly")) {
            return Payment.MONTHLY;
        }
        return word.equals("once") ? Payment.ONCE : Payment.NONE;
    }
}
