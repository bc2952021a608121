package org.banshi.app;

import java.util.Optional;
import org.banshi.app.platform.StartUpException;
import org.banshi.app.platform.WebPort;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.embedded.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;

/**
 * Finds the one clear line in a start that failed. Spring asks it first, and says nothing itself of
 * what is told so.
 */
final class StartFailures implements SpringBootExceptionReporter {

    /** What a person can mend; empty for what nobody foresaw. */
    static Optional<StartUpException> of(Throwable failure) {
        if (HostKeeper.ending()) {
            return Optional.of(HostKeeper.stopped());
        }
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof StartUpException known) {
                return Optional.of(known);
            }
            if (t instanceof PortInUseException busy) {
                return Optional.of(WebPort.inUse(busy.getPort()));
            }
            if (t instanceof ConnectorStartFailedException busy) {
                return Optional.of(WebPort.inUse(busy.getPort()));
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean reportException(Throwable failure) {
        return of(failure).isPresent();
    }
}
