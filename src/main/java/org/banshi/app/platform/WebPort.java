package org.banshi.app.platform;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The port that the web server is to have. */
public final class WebPort {

    private WebPort() {}

    /**
     * Tries it.
     *
     * @throws StartUpException when it cannot be had, with the reason
     */
    public static void require(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException refused) {
            throw refusal(port, refused);
        }
    }

    /** Somebody else has it. */
    public static StartUpException inUse(int port) {
        return new StartUpException(
                "port %d is in use; set BANSHI_PORT to another".formatted(port));
    }

    static StartUpException refusal(int port, IOException refused) {
        String why = String.valueOf(refused.getMessage());
        if (refused instanceof BindException && why.contains("in use")) {
            return inUse(port);
        }
        return new StartUpException(
                "cannot listen on port %d (%s); set BANSHI_PORT to another".formatted(port, why),
                refused);
    }
}
