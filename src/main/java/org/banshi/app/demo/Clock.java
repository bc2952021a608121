package org.banshi.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.banshi.app.demo.Api.Caller;
import org.banshi.command.contract.message.Stamp;

/** The business clock in the operator's hand. */
final class Clock {

    private final Caller operator;

    Clock(Caller operator) {
        this.operator = operator;
    }

    /**
     * Lets a period pass: up to the morning after the day {@code until} where one is known, as
     * holidays of this year may have moved it, and by {@code by} otherwise.
     */
    synchronized void pass(Duration by, String until) throws SurpriseException {
        moveTo(until.isEmpty() ? now().plus(by) : morningAfter(LocalDate.parse(until)));
    }

    private static Instant morningAfter(LocalDate day) {
        return day.plusDays(1).atTime(LocalTime.of(9, 0)).atZone(Stamp.ZONE).toInstant();
    }

    synchronized void moveTo(Instant target) throws SurpriseException {
        if (target.isAfter(now())) {
            operator.post("/api/v1/admin/clock", Map.of("to", target.toString()));
        }
    }

    Instant now() throws SurpriseException {
        return Instant.parse(operator.get("/api/v1/admin/clock").path("now").asText());
    }

    LocalDate today() throws SurpriseException {
        return LocalDate.ofInstant(now(), Stamp.ZONE);
    }
}
