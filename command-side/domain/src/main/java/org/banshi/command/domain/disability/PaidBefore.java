package org.banshi.command.domain.disability;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.jspecify.annotations.Nullable;

/**
 * What was paid of a subsidy that was granted before. Who gave it up and applies again in the same
 * month had that month: a stop holds from the month after (domain rules §3.6).
 */
record PaidBefore(
        DisabilityCase it,
        ServiceDefinition definition,
        Map<String, @Nullable Object> facts,
        RunningBenefits running) {

    /**
     * The first month to be made good.
     *
     * @param which of the two, as the package's outputs name it
     * @param first the first month that is paid by itself
     * @return {@code first} where there is none
     */
    LocalDate madeGoodFrom(String which, LocalDate first) {
        LocalDate applied = it.appliedOn().withDayOfMonth(1);
        return kind(which).map(kind -> from(kind, applied, first)).orElse(applied);
    }

    private LocalDate from(String kind, LocalDate applied, LocalDate first) {
        Map<String, @Nullable Object> whose = whose();
        if (running.find(it.subject(), kind, whose).isPresent()) {
            // It is confirmed anew, and was paid all along.
            return first;
        }
        LocalDate from = first;
        while (from.isAfter(applied)
                && !running.wasPaidUpTo(
                        YearMonth.from(from.minusMonths(1)), it.subject(), kind, whose)) {
            from = from.minusMonths(1);
        }
        return from;
    }

    /** As the package says by what it opens with these arrears. */
    private Optional<String> kind(String which) {
        String arrears = DisabilityWords.SUBSIDY + "." + which + "Arrears";
        return definition.opens().stream()
                .filter(opening -> arrears.equals(opening.from().get("arrears")))
                .map(opening -> String.valueOf(opening.with().get("kind")))
                .findFirst();
    }

    private Map<String, @Nullable Object> whose() {
        return Map.of(
                "identityNumber",
                Holder.of(it, it.appliedOn()).identityNumber(),
                Holder.APPLY_FOR,
                facts.getOrDefault(Holder.APPLY_FOR, Holder.SELF));
    }
}
