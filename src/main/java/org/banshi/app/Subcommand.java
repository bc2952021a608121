package org.banshi.app;

import java.util.List;

/** One word after {@code ./banshi}. */
public interface Subcommand {

    /** The word, lower-case. */
    String name();

    /** What it does, in one line of {@code ./banshi help}. */
    String summary();

    /**
     * Do it.
     *
     * @param arguments what follows the word
     * @return the exit code of the process, or {@link #KEEP_RUNNING}
     * @throws org.banshi.app.platform.StartUpException to end with one clear line and code 1
     */
    int run(List<String> arguments) throws Exception;

    /**
     * Whether its log is for whoever runs it. Else only warnings are printed, between what it tells
     * itself, unless it starts the application, which logs as it is set.
     */
    default boolean logs() {
        return false;
    }

    /** The sub-command has started threads that decide when the process ends. */
    int KEEP_RUNNING = -1;
}
