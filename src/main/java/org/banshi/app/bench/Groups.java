package org.banshi.app.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.banshi.app.Launch;
import org.banshi.app.platform.Database;
import org.banshi.catalogue.DirectoryCatalogue;
import org.banshi.command.contract.message.Stamp;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.banshi.eventstore.crypto.VaultPersonalData;

/** The groups of figures, and how each is measured. */
final class Groups {

    /** Events in a log that counts as large. */
    private static final int LARGE = 5_000_000;

    /** Events in the log that is verified, at least. */
    private static final long VERIFIED = 50_000;

    private Groups() {}

    /** Figures that are measured together. */
    interface Group {
        void measure(Database database, Path scratch, Duel.Plan plan) throws Exception;
    }

    /** In the order in which they are measured; may be changed. */
    static Map<String, Group> all() {
        Map<String, Group> groups = new LinkedHashMap<>();
        groups.put("store", Groups::store);
        groups.put("lane-b", Groups::laneB);
        groups.put("latency", Groups::latency);
        groups.put("snapshot", Groups::snapshot);
        groups.put("evidence", Groups::evidence);
        groups.put("encryption", Groups::encryption);
        groups.put("growth", Groups::growth);
        groups.put("large", Groups::large);
        groups.put("commands", Groups::commands);
        groups.put("rebuild", Groups::rebuild);
        groups.put("cases", Groups::cases);
        groups.put("families", Groups::families);
        groups.put("verify", Groups::verify);
        groups.put("import", Groups::imports);
        groups.put("settlement", Groups::settlement);
        groups.put("http", Groups::http);
        groups.put("log-ins", Groups::logIns);
        groups.put("worklist", Groups::workList);
        return groups;
    }

    /** The event store alone. */
    private static void store(Database database, Path scratch, Duel.Plan plan) throws Exception {
        for (int callers : List.of(16, 64)) {
            try (HikariDataSource pool = Databases.migrated(database, callers * 2 + 16);
                    StoreCommands own = new StoreCommands(pool, scratch.resolve("keys"));
                    RawInserts raw = new RawInserts(pool, callers)) {
                say(
                        new Duel(
                                        "store-commands-" + callers,
                                        "per-s",
                                        callers,
                                        own,
                                        "raw-insert",
                                        raw)
                                .measure(plan));
                say(new Figure("store-behind-" + callers, own.behind(), "events"));
                if (callers == 16) {
                    againstStock(pool, own, plan);
                }
            }
        }
    }

    /** Once as our own commands are measured, with a read model beside, and once without. */
    private static void againstStock(HikariDataSource pool, StoreCommands own, Duel.Plan plan)
            throws Exception {
        try (StockAxon stock = new StockAxon(pool, true)) {
            say(
                    new Duel("store-commands-16", "per-s", 16, own, "stock-axon-and-view", stock)
                            .measure(plan));
            say(new Figure("stock-view-behind-16", stock.behind(), "events"));
        }
        try (StockAxon stock = new StockAxon(pool)) {
            say(new Duel("store-commands-16", "per-s", 16, own, "stock-axon", stock).measure(plan));
        }
    }

    /** Appending inside a caller's transaction. */
    private static void laneB(Database database, Path scratch, Duel.Plan plan) throws Exception {
        int callers = 16;
        try (HikariDataSource pool = Databases.migrated(database, callers * 2 + 16);
                StoreCommands store = new StoreCommands(pool, scratch.resolve("keys"));
                LaneBCommands own = new LaneBCommands(store, pool);
                RawInserts raw = new RawInserts(pool, callers)) {
            say(new Duel("lane-b-16", "per-s", callers, own, "raw-insert", raw).measure(plan));
        }
    }

    /** From the answer until the read model shows it, at a steady pace. */
    private static void latency(Database database, Path scratch, Duel.Plan plan) throws Exception {
        try (HikariDataSource pool = Databases.migrated(database, 32);
                StoreCommands store = new StoreCommands(pool, scratch.resolve("keys"))) {
            ClosedLoop.measure(store, 16, plan.warmUp());
            double most = ClosedLoop.measure(store, 64, plan.round()).perSecond();
            OpenLoop.measure(store, 1_000, plan.warmUp());
            for (int pace : List.of(1_000, (int) most / 2)) {
                OpenLoop.Times times = OpenLoop.measure(store, pace, plan.round());
                for (double share : List.of(0.5, 0.99)) {
                    String of = "-p" + Math.round(share * 100) + "-at-" + pace;
                    String visible = OpenLoop.Times.percentile(times.visible(), share);
                    String append = OpenLoop.Times.percentile(times.append(), share);
                    say("bench visible" + of + " " + visible + " ms");
                    say("bench append" + of + " " + append + " ms");
                }
            }
        }
    }

    /** Appending while somebody else, such as a backup, holds an old snapshot. */
    private static void snapshot(Database database, Path scratch, Duel.Plan plan) throws Exception {
        try (HikariDataSource pool = Databases.migrated(database, 48);
                StoreCommands store = new StoreCommands(pool, scratch.resolve("keys"))) {
            say(new SnapshotFigures(pool, store).measure(plan));
        }
    }

    /** The same commands with and without tree and chain. */
    private static void evidence(Database database, Path scratch, Duel.Plan plan) throws Exception {
        Database other = Databases.created(database, "bench_without_evidence");
        try (HikariDataSource pool = Databases.migrated(database, 48);
                HikariDataSource otherPool = Databases.migrated(other, 48)) {
            EvidenceFigures.leaveOut(otherPool);
            try (StoreCommands with = new StoreCommands(pool, scratch.resolve("with"));
                    StoreCommands without =
                            new StoreCommands(otherPool, scratch.resolve("without"))) {
                say(EvidenceFigures.measure(with, without, plan));
            }
        }
    }

    /** The same commands with personal values encrypted, and left as they are. */
    private static void encryption(Database database, Path scratch, Duel.Plan plan)
            throws Exception {
        int callers = 16;
        Path bpmn = Launch.home().resolve("bpmn");
        Database other = Databases.created(database, "bench_without_encryption");
        try (HikariDataSource pool = Databases.migrated(database, callers * 2 + 16);
                HikariDataSource otherPool = Databases.migrated(other, callers * 2 + 16);
                OwnCommands with = new OwnCommands(pool, bpmn, scratch.resolve("with"), callers);
                OwnCommands without =
                        new OwnCommands(
                                otherPool,
                                bpmn,
                                scratch.resolve("without"),
                                callers,
                                keys -> new NoSealing())) {
            say(EncryptionFigures.measure(callers, with, without, plan));
        }
    }

    /** Five million real events: a case as it was, and a rebuild. */
    private static void large(Database database, Path scratch, Duel.Plan plan) throws Exception {
        Path bpmn = Launch.home().resolve("bpmn");
        Path keys = scratch.resolve("keys");
        try (HikariDataSource pool = Databases.migrated(database, 64)) {
            try (OwnCommands own = new OwnCommands(pool, bpmn, keys, 32)) {
                while (own.store().log().head() < VERIFIED) {
                    ClosedLoop.measure(own, 32, plan.round());
                }
            }
            LargeFigures figures = new LargeFigures(pool);
            figures.multiply(LARGE);
            try (OwnCommands own = new OwnCommands(pool, bpmn, keys, 32)) {
                figures.measure(own).forEach(Groups::say);
            }
        }
    }

    /** Appending to a log of five million events beside one of a hundred thousand. */
    private static void growth(Database database, Path scratch, Duel.Plan plan) throws Exception {
        Database small = Databases.created(database, "bench_small");
        try (HikariDataSource smallPool = Databases.migrated(small, 32);
                HikariDataSource largePool = Databases.migrated(database, 32)) {
            FilledLog.fill(smallPool, 100_000);
            FilledLog.fill(largePool, LARGE);
            try (StoreCommands few = new StoreCommands(smallPool, scratch.resolve("few"));
                    StoreCommands many = new StoreCommands(largePool, scratch.resolve("many"))) {
                say(new GrowthFigures(few, many).measure(plan));
            }
        }
    }

    /** The whole of a command: form, rules, claims, and all read models. */
    private static void commands(Database database, Path scratch, Duel.Plan plan) throws Exception {
        int callers = 16;
        Path bpmn = Launch.home().resolve("bpmn");
        try (HikariDataSource pool = Databases.migrated(database, callers * 2 + 16);
                OwnCommands own = new OwnCommands(pool, bpmn, scratch.resolve("keys"), callers);
                StockAxon stock = new StockAxon(pool)) {
            say(
                    new Duel("commands-" + callers, "per-s", callers, own, "stock-axon", stock)
                            .measure(plan));
            say(new Figure("read-models-behind-" + callers, own.behind(), "events"));
        }
    }

    /** A read model made anew. */
    private static void rebuild(Database database, Path scratch, Duel.Plan plan) throws Exception {
        Path bpmn = Launch.home().resolve("bpmn");
        try (HikariDataSource pool = Databases.migrated(database, 64);
                OwnCommands own = new OwnCommands(pool, bpmn, scratch.resolve("keys"), 32)) {
            ClosedLoop.measure(own, 32, plan.warmUp());
            new RebuildFigures(pool, own).measure(plan).forEach(Groups::say);
        }
    }

    /** The log as a file, read into an empty store. */
    private static void imports(Database database, Path scratch, Duel.Plan plan) throws Exception {
        Path keyFolder = scratch.resolve("keys");
        try (HikariDataSource pool = Databases.migrated(database, 64)) {
            try (OwnCommands own =
                    new OwnCommands(pool, Launch.home().resolve("bpmn"), keyFolder, 32)) {
                ClosedLoop.measure(own, 32, plan.warmUp());
            }
            try (FileKeyVault keys = FileKeyVault.open(keyFolder, null)) {
                new ImportFigures(pool, scratch, keys).measure(plan).forEach(Groups::say);
            }
        }
    }

    private static void cases(Database database, Path scratch, Duel.Plan plan) throws Exception {
        int callers = 8;
        Path bpmn = Launch.home().resolve("bpmn");
        try (Launch.Running running = Launch.scratch(scratch.resolve("cases"), Map.of());
                OwnCases own =
                        new OwnCases(
                                running.context(),
                                bpmn,
                                "residence-permit",
                                "approved-and-collected");
                HikariDataSource pool = Databases.pool(database, 24);
                BareEngine bare = new BareEngine(pool, own.process(), own.words())) {
            say(new Duel("whole-cases", "per-s", callers, own, "bare-camunda", bare).measure(plan));
        }
    }

    /** Whole cases of each family. */
    private static void families(Database database, Path scratch, Duel.Plan plan) throws Exception {
        try (HikariDataSource pool = Databases.pool(database, 24)) {
            new FamilyFigures(pool, scratch, Launch.home().resolve("bpmn"))
                    .measure(plan, Groups::say);
        }
    }

    /** The whole log held to its tree. */
    private static void verify(Database database, Path scratch, Duel.Plan plan) throws Exception {
        int callers = 16;
        try (HikariDataSource pool = Databases.migrated(database, callers * 2 + 16);
                StoreCommands filling = new StoreCommands(pool, scratch.resolve("keys"))) {
            while (filling.head() < VERIFIED) {
                ClosedLoop.measure(filling, callers, plan.round());
            }
            try (LogScan scan = new LogScan(pool)) {
                say(
                        new Duel("verify", "per-s", 1, new LogVerification(pool), "select", scan)
                                .measure(plan));
            }
        }
    }

    /** A round of the size of Guangzhou's: 16,000 places (2024), and many more who want one. */
    private static void settlement(Database database, Path scratch, Duel.Plan plan)
            throws Exception {
        try (HikariDataSource pool = Databases.migrated(database, 64)) {
            new SettlementFigures(
                            pool,
                            Launch.home().resolve("bpmn"),
                            scratch.resolve("keys"),
                            100_000,
                            16_000)
                    .measure(plan)
                    .forEach(Groups::say);
        }
    }

    /** What citizens ask most, through the whole of the web server. */
    private static void http(Database database, Path scratch, Duel.Plan plan) throws Exception {
        try (ProgressFigures figures = new ProgressFigures(scratch.resolve("http"))) {
            figures.measure(plan).forEach(Groups::say);
        }
    }

    /** Passwords, hashed as slowly as a real installation does. */
    private static void logIns(Database database, Path scratch, Duel.Plan plan) throws Exception {
        try (LogInFigures figures = new LogInFigures(scratch.resolve("log-ins"))) {
            say(figures.measure(plan));
        }
    }

    /** The work list of a whole province. */
    private static void workList(Database database, Path scratch, Duel.Plan plan) throws Exception {
        try (HikariDataSource pool = Databases.migrated(database, 4);
                FileKeyVault keys = FileKeyVault.open(scratch.resolve("keys"), null)) {
            WorkListFigures figures =
                    new WorkListFigures(
                            pool,
                            DirectoryCatalogue.read(Launch.home().resolve("bpmn")),
                            new VaultPersonalData(keys),
                            Instant::now);
            figures.fill(1_000_000, LocalDate.now(Stamp.ZONE));
            figures.measure().forEach(Groups::say);
        }
    }

    /** A figure without a peer. */
    private record Figure(String name, long value, String unit) {
        @Override
        public String toString() {
            return "bench %s %d %s".formatted(name, value, unit);
        }
    }

    private static void say(Object line) {
        System.out.println(line);
    }
}
