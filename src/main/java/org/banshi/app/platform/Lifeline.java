package org.banshi.app.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops a server when this process ends without having done so, killed for instance. A small shell
 * waits at the end of a pipe, which the system closes with this process, however that ends.
 */
final class Lifeline {

    private static final Logger LOG = LoggerFactory.getLogger(Lifeline.class);

    /** A fast shutdown: sessions are ended, everything is written. */
    private static final String WATCH = "read -r released || kill -INT \"$0\"";

    private final Process watcher;

    private Lifeline(Process watcher) {
        this.watcher = watcher;
    }

    /**
     * Ties {@code server}, which this process started, to the life of this process.
     *
     * @throws IOException when it cannot be tied, and is ended therefore
     */
    static Lifeline to(Process server) throws IOException {
        return to(server, "setsid");
    }

    /**
     * @param session the program that starts another in a session of its own
     */
    static Lifeline to(Process server, String session) throws IOException {
        try {
            Lifeline line =
                    new Lifeline(
                            new ProcessBuilder(
                                            session, "sh", "-c", WATCH, Long.toString(server.pid()))
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                                    .start());
            // Its number may belong to somebody else later.
            server.onExit().thenRun(line::release);
            return line;
        } catch (IOException e) {
            server.destroy();
            throw e;
        }
    }

    /** The server is gone, or may stay. */
    void release() {
        try (OutputStream word = watcher.getOutputStream()) {
            word.write("released\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            LOG.debug("the watcher is gone already", e);
        }
    }
}
