package org.banshi.command.domain.benefit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.domain.application.Remedies;

/**
 * What every act to a person's disadvantage needs: a reason, its rule, and a notice that reached
 * the person (民发〔2021〕57号 第三十二条).
 */
record Notice(String reason, String rule, LocalDate servedOn) {

    Optional<Refusal> problem(Stamp stamp) {
        if (reason.isBlank() || rule.isBlank()) {
            return Optional.of(BenefitRefusals.REASON_MISSING);
        }
        return servedOn.isAfter(stamp.day())
                ? Optional.of(BenefitRefusals.NOTICE_MISSING)
                : Optional.empty();
    }

    /** How it can be contested, counted from the day on which the notice was served. */
    List<Remedy> remedies(WorkingCalendar calendar) {
        return Remedies.from(servedOn, Remedies.OPEN, calendar);
    }
}
