package org.banshi.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.banshi.app.platform.Database;
import org.banshi.app.platform.DatabaseHost;
import org.banshi.app.platform.Setting;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application in this process, its database first. */
final class Launch {

    private Launch() {}

    /** A started application. */
    record Running(ConfigurableApplicationContext context, DatabaseHost host)
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
    static Path home() {
        return Path.of(Setting.of("banshi.home").orElse(".")).toAbsolutePath().normalize();
    }

    /**
     * Start on {@code port}, 0 for any, and keep what is written in {@code data}.
     *
     * @throws org.banshi.app.platform.StartUpException with one clear line
     */
    static Running start(int port, Path data) {
        DatabaseHost host = DatabaseHost.open(data);
        // Runs after the context has closed, also when the process is asked to end.
        SpringApplication.getShutdownHandlers().add(host::close);
        SpringApplication application = new SpringApplication(BanshiApplication.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(properties(port, host));
        return new Running(application.run(), host);
    }

    private static Map<String, Object> properties(int port, DatabaseHost host) {
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
        properties.put("server.port", Integer.toString(port));
        return properties;
    }
}
