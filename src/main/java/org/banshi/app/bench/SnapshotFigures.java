package org.banshi.app.bench;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * Commands a second after another transaction has held its snapshot for as long as the warm-up and
 * all rounds take, beside the pace before and after: whatever each append updates leaves versions
 * behind that cannot be cleared away in that time.
 */
final class SnapshotFigures {

    private static final int CALLERS = 16;

    private final DataSource database;
    private final StoreCommands store;

    SnapshotFigures(DataSource database, StoreCommands store) {
        this.database = database;
        this.store = store;
    }

    /** The lines of the figure. */
    String measure(Duel.Plan plan) throws Exception {
        pace(plan.warmUp());
        ClosedLoop.Pace before = pace(plan.round());
        ClosedLoop.Pace held;
        try (Connection holder = database.getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            holder.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("SELECT count(*) FROM event_type");
            pace(plan.warmUp());
            for (int round = 1; round < plan.rounds(); round++) {
                pace(plan.round());
            }
            held = pace(plan.round());
            holder.rollback();
        }
        // The server clears up within the first second.
        pace(Duration.ofSeconds(1));
        ClosedLoop.Pace after = pace(plan.round());
        return line("", "per-s", held.perSecond(), before.perSecond(), after.perSecond())
                + System.lineSeparator()
                + line("-cpu", "us-each", held.cpuMicros(), before.cpuMicros(), after.cpuMicros());
    }

    private static String line(String what, String unit, double held, double before, double after) {
        double free = (before + after) / 2;
        return String.format(
                Locale.ROOT,
                "bench snapshot-held-16%s %.0f %s peer none-held %.0f ratio %.2f",
                what,
                held,
                unit,
                free,
                held / free);
    }

    private ClosedLoop.Pace pace(Duration duration) throws Exception {
        return ClosedLoop.measure(store, CALLERS, duration);
    }
}
