package org.banshi.command.domain.application;

import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.SpecialProcedureKind;
import org.jspecify.annotations.Nullable;

/** The special procedures of a case: one at a time. */
final class SpecialProcedures {

    private int count;
    private @Nullable SpecialProcedureKind running;

    void on(ApplicationEvent.SpecialProcedureStarted event) {
        count = event.serial();
        running = event.kind();
    }

    void on(ApplicationEvent.SpecialProcedureEnded event) {
        running = null;
    }

    /** How many there were. */
    int count() {
        return count;
    }

    /** Whether the time was extended, which it stays. */
    boolean isExtension() {
        return running == SpecialProcedureKind.EXTENSION;
    }

    boolean isRunning() {
        return running != null;
    }
}
