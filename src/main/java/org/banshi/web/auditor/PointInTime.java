package org.banshi.web.auditor;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.OptionalLong;
import org.banshi.command.contract.message.Stamp;
import org.banshi.eventstore.EventLog;
import org.springframework.stereotype.Component;

/** Reads which past is meant: a position in the log, or an instant of recording. */
@Component
class PointInTime {

    private final EventLog log;

    PointInTime(EventLog log) {
        this.log = log;
    }

    /**
     * The last position that counts; 0 before the first.
     *
     * @param position in the log
     * @param at date and time in Asia/Shanghai, as a browser's field gives it
     * @return empty unless one of the two is given and makes sense
     */
    OptionalLong of(String position, String at) {
        if (position.isEmpty() == at.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            if (at.isEmpty()) {
                long wanted = Long.parseLong(position);
                return wanted < 1 || wanted > log.head()
                        ? OptionalLong.empty()
                        : OptionalLong.of(wanted);
            }
            Instant instant = LocalDateTime.parse(at).atZone(Stamp.ZONE).toInstant();
            return OptionalLong.of(log.lastPositionAt(instant));
        } catch (NumberFormatException | DateTimeException unreadable) {
            return OptionalLong.empty();
        }
    }
}
