package org.banshi.app;

import java.util.List;
import org.banshi.app.platform.WebPort;

/** Runs a demo until it is asked to end. */
final class RunCommand implements Subcommand {

    @Override
    public String name() {
        return "run";
    }

    @Override
    public String summary() {
        return "start a demo and keep it running until Ctrl-C";
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
        Launch.Running running = Launch.demo(port, Launch.data());
        Ready.say(running.context(), running.host());
        return KEEP_RUNNING;
    }
}
