package org.banshi.app.demo;

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

    /** Goes to the morning after {@code day}; stays where it is when that has come already. */
    synchronized void passBeyond(LocalDate day) throws SurpriseException {
        Instant morning = day.plusDays(1).atTime(LocalTime.of(9, 0)).atZone(Stamp.ZONE).toInstant();
        if (morning.isAfter(now())) {
            operator.post("/api/v1/admin/clock", Map.of("to", morning.toString()));
        }
    }

    Instant now() throws SurpriseException {
        return Instant.parse(operator.get("/api/v1/admin/clock").path("now").asText());
    }

    LocalDate today() throws SurpriseException {
        return LocalDate.ofInstant(now(), Stamp.ZONE);
    }
}
