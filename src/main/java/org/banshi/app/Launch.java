package org.banshi.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.banshi.app.platform.Database;
import org.banshi.app.platform.DatabaseHost;
import org.banshi.app.platform.Setting;
import org.banshi.app.platform.StartUpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Starts the application in this process, its database first. */
public final class Launch {

    private static final String INSTALLATION = "banshi.sign-in.installation";

    private static final Logger LOG = LoggerFactory.getLogger(Launch.class);

    /** Exit code of a process whose own database has ended. */
    private static final int DATABASE_LOST = 3;

    private Launch() {}

    /** A started application. */
    public record Running(ConfigurableApplicationContext context, DatabaseHost host)
            implements AutoCloseable {

        /** Orderly: the application first, so that its last commit finds the database. */
        @Override
        public void close() {
            try {
                context.close();
            } finally {
                host.close();
            }
        }
    }

    /** The folder of the checkout. */
    public static Path home() {
        return Path.of(Setting.of("banshi.home").orElse(".")).toAbsolutePath().normalize();
    }

    /** The folder for everything that is kept. */
    public static Path data() {
        return Setting.of("banshi.data").map(Path::of).orElseGet(() -> home().resolve("data"));
    }

    /**
     * The port of the web server.
     *
     * @throws StartUpException when what is set is no port
     */
    public static int port() {
        String text = Setting.of("banshi.port").orElse("8080");
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new StartUpException("BANSHI_PORT is not a port number: " + text);
        }
        return Integer.parseInt(text);
    }

    /**
     * Start on {@code port}, 0 for any, and keep what is written in {@code data}; for whomever the
     * database was begun.
     *
     * @throws StartUpException with one clear line
     */
    public static Running start(int port, Path data) {
        return start(() -> DatabaseHost.open(data), Map.of("server.port", port));
    }

    /**
     * The same as a demo, with people whose passwords everybody knows.
     *
     * @throws StartUpException with one clear line, also where the database serves real people
     */
    public static Running demo(int port, Path data) {
        return start(
                () -> DatabaseHost.open(data), Map.of("server.port", port, INSTALLATION, "DEMO"));
    }

    /**
     * The same for real people, of whom nobody is there by default.
     *
     * @throws StartUpException with one clear line, also where the database was begun as a demo
     */
    public static Running real(int port, Path data) {
        return start(
                () -> DatabaseHost.open(data), Map.of("server.port", port, INSTALLATION, "REAL"));
    }

    /**
     * Start on an embedded database of its own, whatever the environment says, for work that is
     * thrown away after.
     */
    public static Running scratch(Path folder, Map<String, Object> settings) {
        Map<String, Object> all =
                new HashMap<>(
                        Map.of(
                                "server.port",
                                0,
                                "server.address",
                                "127.0.0.1",
                                "banshi.play-scenarios",
                                false,
                                INSTALLATION,
                                "DEMO"));
        all.putAll(settings);
        return start(() -> DatabaseHost.openEmbedded(folder), all);
    }

    private static Running start(Supplier<DatabaseHost> database, Map<String, Object> settings) {
        HostKeeper keeper = HostKeeper.register();
        DatabaseHost host = keeper.open(database);
        host.whenLost(Launch::endLost);
        SpringApplication application = new SpringApplication(BanshiApplication.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setLogStartupInfo(false);
        // The keeper closes it, as the database may only go afterwards.
        application.setRegisterShutdownHook(false);
        application.addInitializers(keeper::keep);
        Map<String, Object> properties = properties(host);
        properties.putAll(settings);
        application.setDefaultProperties(properties);
        // Above the environment: a scratch run has data of its own, wherever BANSHI_DATA is.
        application.addInitializers(
                context ->
                        context.getEnvironment()
                                .getPropertySources()
                                .addFirst(new MapPropertySource("launch", properties)));
        try {
            return new Running(application.run(), host);
        } catch (RuntimeException failed) {
            throw StartFailures.of(failed).map(RuntimeException.class::cast).orElse(failed);
        }
    }

    /** Whoever looks after this process starts it again, and with it the database. */
    private static void endLost() {
        if (!HostKeeper.ending()) {
            LOG.error("the database has ended; so does this process");
            new Thread(() -> Runtime.getRuntime().exit(DATABASE_LOST), "database-lost").start();
        }
    }

    private static Map<String, Object> properties(DatabaseHost host) {
        Database database = host.database();
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.datasource.url", database.url());
        if (database.user() != null) {
            properties.put("spring.datasource.username", database.user());
        }
        if (database.password() != null) {
            properties.put("spring.datasource.password", database.password());
        }
        properties.put("banshi.home", home().toString());
        properties.put("banshi.data", host.data().toString());
        return properties;
    }
}
