package org.banshi.command.domain.architecture.broken;

import java.time.LocalDate;

/** Breaks a rule on purpose. */
public final class AsksTheClock {

    LocalDate today() {
        return LocalDate.now();
    }
}
