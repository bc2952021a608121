package org.banshi.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.banshi.app.platform.Database;
import org.banshi.app.platform.PostgresServer;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One PostgreSQL for all tests of a JVM, and a fresh database for each context. */
public final class TestDatabase
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Where a test may open the provider that the application is told of; nobody is there else. */
    public static final int PROVINCE_PORT = freePort();

    /** It is the tests' provider that needs one, and has it; to make one takes seconds. */
    private static final String NO_KEY_OF_A_PROVIDER =
            "spring.autoconfigure.exclude=org.springframework.boot.autoconfigure.security.oauth2"
                    + ".server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration";

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Names of those that go with the class that asked for them. */
    private static final Queue<String> LENT = new ConcurrentLinkedQueue<>();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Database database = named(created(" TEMPLATE " + Migrated.NAME));
        TestPropertyValues.of(providers()).applyTo(context);
        TestPropertyValues.of(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password(),
                        "banshi.home=" + Path.of("..").toAbsolutePath().normalize(),
                        "banshi.data=" + folder("data"),
                        "banshi.play-scenarios=false",
                        NO_KEY_OF_A_PROVIDER,
                        "banshi.sign-in.installation=DEMO")
                .applyTo(context);
    }

    /** Two that are one, for citizens and for staff; and one that calls itself otherwise. */
    private static List<String> providers() {
        List<String> properties = new ArrayList<>();
        Map.of("province", "localhost", "bureau", "localhost", "impostor", "127.0.0.1")
                .forEach(
                        (name, host) -> {
                            String key = "banshi.sign-in.providers." + name + ".";
                            properties.add(key + "title-zh=" + name);
                            properties.add(key + "title-en=" + name);
                            properties.add(key + "issuer=http://" + host + ":" + PROVINCE_PORT);
                            properties.add(key + "client-id=banshi");
                            properties.add(key + "client-secret=province-secret");
                        });
        properties.add("banshi.sign-in.providers.bureau.audience=STAFF");
        return properties;
    }

    /** One below those that the system hands out, as it is opened much later. */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket free = new ServerSocket(port)) {
                return free.getLocalPort();
            } catch (BindException taken) {
                // The next one, then.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** An empty database, until the class has run. */
    public static Database fresh() {
        return lent(created(""));
    }

    /**
     * A database with all tables, empty, until the class has run: a copy, as to migrate each takes
     * four times as long.
     */
    public static Database migrated() {
        return lent(created(" TEMPLATE " + Migrated.NAME));
    }

    private static Database lent(String name) {
        LENT.add(name);
        return named(name);
    }

    private static Database named(String name) {
        return Server.RUNNING.database(name);
    }

    private static String created(String like) {
        String name = "test_" + COUNT.incrementAndGet();
        execute("CREATE DATABASE " + name + like);
        return name;
    }

    /** A thousand files each, which whoever copies or searches the server's folder meets. */
    static void dropLent() {
        for (String name = LENT.poll(); name != null; name = LENT.poll()) {
            execute("DROP DATABASE " + name + " WITH (FORCE)");
        }
    }

    private static void execute(String sql) {
        Database maintenance = named("postgres");
        try (Connection connection =
                        DriverManager.getConnection(
                                maintenance.url(), maintenance.user(), maintenance.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new folder that lives as long as the build's output. */
    static Path folder(String purpose) {
        try {
            Path target = Path.of("target").toAbsolutePath();
            Files.createDirectories(target);
            return Files.createTempDirectory(target, purpose);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Migrated {

        static final String NAME = migrate(created(""));

        private static String migrate(String name) {
            Database empty = named(name);
            Flyway.configure()
                    .dataSource(empty.url(), empty.user(), empty.password())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return name;
        }
    }

    private static final class Server {

        static final PostgresServer RUNNING = start();

        private static PostgresServer start() {
            Path folder = folder("postgres");
            PostgresServer server =
                    PostgresServer.start(
                            folder.resolve("postgres"),
                            Objects.requireNonNull(folder.getParent())
                                    .resolve("postgres-programs"));
            SpringApplication.getShutdownHandlers().add(server::close);
            return server;
        }
    }
}
