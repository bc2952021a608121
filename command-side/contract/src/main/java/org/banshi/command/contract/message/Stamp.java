package org.banshi.command.contract.message;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When and by whom.
 *
 * @param at business time
 * @param by who acts
 */
public record Stamp(Instant at, Actor by) {

    /** The zone in which every statutory day begins and ends. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The calendar day of the act, in {@link #ZONE}. */
    public LocalDate day() {
        return LocalDate.ofInstant(at, ZONE);
    }
}
