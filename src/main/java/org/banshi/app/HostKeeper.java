package org.banshi.app;

import java.util.function.Supplier;
import org.banshi.app.platform.DatabaseHost;
import org.banshi.app.platform.StartUpException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Ends everything in order whenever this process is asked to end, also while it is starting: the
 * application first, so that its last commit finds the database. What is being started is waited
 * for, as only then there is something that can be stopped.
 */
final class HostKeeper {

    /** This process was asked to end; what else goes wrong then does not matter. */
    private static volatile boolean ending;

    private final Object opening = new Object();
    private volatile @Nullable ConfigurableApplicationContext application;
    private @Nullable DatabaseHost host;

    private HostKeeper() {}

    /** One that is told when this process is asked to end. */
    static HostKeeper register() {
        HostKeeper keeper = new HostKeeper();
        Runtime.getRuntime().addShutdownHook(new Thread(keeper::end, "ending"));
        return keeper;
    }

    /**
     * Starts the database.
     *
     * @throws StartUpException when it cannot be started, or is no longer wanted
     */
    DatabaseHost open(Supplier<DatabaseHost> database) {
        synchronized (opening) {
            if (ending) {
                throw stopped();
            }
            DatabaseHost opened = database.get();
            host = opened;
            return opened;
        }
    }

    /** The application that is about to start on the database. */
    void keep(ConfigurableApplicationContext starting) {
        application = starting;
    }

    static boolean ending() {
        return ending;
    }

    static StartUpException stopped() {
        return new StartUpException("stopped while it was starting");
    }

    private void end() {
        ending = true;
        synchronized (opening) {
            try {
                if (application != null) {
                    application.close();
                }
            } finally {
                if (host != null) {
                    host.close();
                }
            }
        }
    }
}
