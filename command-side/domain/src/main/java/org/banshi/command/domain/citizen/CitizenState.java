package org.banshi.command.domain.citizen;

import java.time.LocalDate;
import org.banshi.command.contract.citizen.CitizenEvent;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * What decisions about a citizen need to know.
 *
 * @param level the trust level; 0 while nobody is known
 * @param account with which the citizen logs in, or null
 * @param recovery what was asked last for an account that was lost, or null
 */
record CitizenState(int level, @Nullable String account, @Nullable Recovery recovery) {

    /**
     * An officer wants to give access back.
     *
     * @param confirmed whether a second one saw person and paper
     */
    record Recovery(String askedBy, RegionCode region, LocalDate day, boolean confirmed) {}

    static final CitizenState NONE = new CitizenState(0, null, null);

    boolean known() {
        return level > 0;
    }

    CitizenState proven(int to) {
        return new CitizenState(Math.max(level, to), account, recovery);
    }

    CitizenState with(String opened) {
        return new CitizenState(level, opened, recovery);
    }

    CitizenState after(CitizenEvent.RecoveryAsked asked) {
        return new CitizenState(
                level, account, new Recovery(asked.askedBy(), asked.region(), asked.day(), false));
    }

    CitizenState confirmed() {
        return recovery == null
                ? this
                : new CitizenState(
                        level,
                        account,
                        new Recovery(recovery.askedBy(), recovery.region(), recovery.day(), true));
    }

    CitizenState recovered() {
        return new CitizenState(level, account, null);
    }
}
