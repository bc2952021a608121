package org.banshi.app;

import java.util.List;
import org.banshi.app.platform.WebPort;

/** Runs the application for real people until it is asked to end. */
final class ServeCommand implements Subcommand {

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String summary() {
        return "start for real people, without any account but those that are made";
    }

    /** What its database says of itself, before all else. */
    @Override
    public boolean logs() {
        return true;
    }

    @Override
    public int run(List<String> arguments) {
        int port = Launch.port();
        WebPort.require(port);
        Launch.Running running = Launch.real(port, Launch.data());
        Ready.say(running.context(), running.host());
        return KEEP_RUNNING;
    }
}
