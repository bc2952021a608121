package org.banshi.command.contract.clock;

import java.time.Instant;
import java.time.LocalDate;
import org.banshi.command.contract.message.Stamp;

/** Business time: wall time plus a stored offset that only grows, equal on all nodes. */
public interface BusinessClock {

    Instant now();

    /** The calendar day in Asia/Shanghai. */
    default LocalDate today() {
        return LocalDate.ofInstant(now(), Stamp.ZONE);
    }
}
