package org.banshi.process.version;

import java.util.List;
import org.banshi.process.version.VersionMoves.Row;
import org.banshi.process.work.Conflicts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes cases one after another: whatever comes of one, the next has its turn. */
final class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    /** Then a case stays where it is, unless somebody else was only quicker. */
    static final int ATTEMPTS = 5;

    private Turns() {}

    /** What can be done with a case. Each may fail. */
    interface Acts {

        void move(Row row);

        /** Leaves it with its version for good. */
        void keep(Row row);

        /** Puts it off, the longer the more often it was tried. */
        void again(Row row);
    }

    static void each(List<Row> rows, Acts acts) {
        for (Row row : rows) {
            try {
                acts.move(row);
            } catch (RuntimeException e) {
                tell(row, "is not moved", e);
                settle(row, !Conflicts.isConflict(e) && row.attempts() >= ATTEMPTS, acts);
            }
        }
    }

    private static void settle(Row row, boolean last, Acts acts) {
        if (last) {
            try {
                acts.keep(row);
                return;
            } catch (RuntimeException e) {
                tell(row, "cannot be kept", e);
            }
        }
        try {
            acts.again(row);
        } catch (RuntimeException e) {
            // Its lease ends by itself.
            tell(row, "cannot be put off", e);
        }
    }

    /** The text of a failure can hold personal data. */
    private static void tell(Row row, String what, RuntimeException e) {
        LOG.warn("a case {}: attempt {}, {}", what, row.attempts(), e.getClass().getName());
    }
}
