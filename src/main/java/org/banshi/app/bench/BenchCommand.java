package org.banshi.app.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.banshi.app.Launch;
import org.banshi.app.Subcommand;
import org.banshi.app.platform.Database;
import org.banshi.app.platform.DatabaseHost;
import org.banshi.app.platform.StartUpException;
import org.flywaydb.core.Flyway;
import org.springframework.util.FileSystemUtils;

/** Measures on a database of its own, made for it and thrown away after. */
public final class BenchCommand implements Subcommand {

    /** Of an event as stored, for the peers that store plain text. */
    private static final String PAYLOAD = "{\"text\":\"" + "x".repeat(480) + "\"}";

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public String summary() {
        return "measure beside peers in the same run; --quick: shorter, fewer rounds";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        boolean quick = arguments.equals(List.of("--quick"));
        if (!quick && !arguments.isEmpty()) {
            throw new StartUpException("usage: ./banshi bench [--quick]");
        }
        Duel.Plan plan = quick ? Duel.Plan.QUICK : Duel.Plan.FULL;
        Path scratch = Files.createTempDirectory("banshi-bench");
        try (DatabaseHost host = DatabaseHost.openEmbedded(scratch)) {
            commands(host.database(), scratch, plan);
            cases(host.database(), scratch, plan);
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
        return 0;
    }

    private static void commands(Database database, Path scratch, Duel.Plan plan) throws Exception {
        for (int callers : List.of(16, 64)) {
            try (HikariDataSource pool = pool(database, callers * 2 + 16)) {
                Flyway.configure()
                        .dataSource(pool)
                        .locations("classpath:db/migration")
                        .load()
                        .migrate();
                Path keys = scratch.resolve("keys");
                Path bpmn = Launch.home().resolve("bpmn");
                try (OwnCommands own = new OwnCommands(pool, bpmn, keys, callers);
                        RawInserts raw = new RawInserts(pool, callers, PAYLOAD)) {
                    say(
                            new Duel(
                                            "commands-" + callers,
                                            "per-s",
                                            callers,
                                            own,
                                            "raw-insert",
                                            raw)
                                    .measure(plan));
                    say(new Figure("read-models-behind-" + callers, own.behind(), "events"));
                    if (callers == 16) {
                        try (StockAxon stock = new StockAxon(pool, PAYLOAD)) {
                            say(
                                    new Duel(
                                                    "commands-" + callers,
                                                    "per-s",
                                                    callers,
                                                    own,
                                                    "stock-axon",
                                                    stock)
                                            .measure(plan));
                        }
                        new RebuildFigures(pool, own, PAYLOAD)
                                .measure(plan)
                                .forEach(BenchCommand::say);
                    }
                }
            }
        }
    }

    private static void cases(Database database, Path scratch, Duel.Plan plan) throws Exception {
        int callers = 8;
        try (HikariDataSource ours = pool(database, 2);
                Connection connection = ours.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE bare");
        }
        String url = database.url().replaceFirst("/[^/?]+(\\?|$)", "/bare$1");
        Database bareDatabase = new Database(url, database.user(), database.password());
        try (OwnCases own = new OwnCases(scratch.resolve("cases"), Launch.home().resolve("bpmn"));
                HikariDataSource pool = pool(bareDatabase, 24);
                BareEngine bare = new BareEngine(pool, own.process(), own.words())) {
            say(new Duel("whole-cases", "per-s", callers, own, "bare-camunda", bare).measure(plan));
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

    private static HikariDataSource pool(Database database, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(Duration.ofSeconds(30).toMillis());
        return new HikariDataSource(config);
    }
}
