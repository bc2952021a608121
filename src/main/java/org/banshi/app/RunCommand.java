package org.banshi.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.banshi.app.platform.StartUpException;

/** Runs the application until it is asked to end. */
final class RunCommand implements Subcommand {

    @Override
    public String name() {
        return "run";
    }

    @Override
    public String summary() {
        return "start Banshi and keep it running until Ctrl-C";
    }

    @Override
    public int run(List<String> arguments) {
        int port = Launch.port();
        refuseBusy(port);
        Launch.Running running = Launch.start(port, Launch.data());
        Ready.say(running.context(), running.host());
        return KEEP_RUNNING;
    }

    private static void refuseBusy(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new StartUpException(
                    "port %d is in use; set BANSHI_PORT to another".formatted(port), e);
        }
    }
}
