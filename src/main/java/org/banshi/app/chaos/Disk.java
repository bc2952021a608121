package org.banshi.app.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.banshi.app.platform.StartUpException;
import org.jspecify.annotations.Nullable;

/** Where the database lives: on the disk that is there, or on a small one that can be filled. */
final class Disk implements AutoCloseable {

    private static final String SIZE = "1g";

    private final @Nullable Path mounted;

    private Disk(@Nullable Path mounted) {
        this.mounted = mounted;
    }

    static Disk asItIs() {
        return new Disk(null);
    }

    /**
     * A file system of its own, in memory, over {@code folder}.
     *
     * @throws StartUpException when this user may not mount one
     */
    static Disk small(Path folder) {
        run(List.of("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", folder.toString()));
        return new Disk(folder);
    }

    boolean isSmall() {
        return mounted != null;
    }

    @Override
    public void close() {
        unmount();
    }

    /** What was on it goes with it. */
    void unmount() {
        if (mounted != null) {
            run(List.of("umount", "--lazy", mounted.toString()));
        }
    }

    private static void run(List<String> command) {
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new StartUpException(command.get(0) + " failed; --disk-full needs root");
            }
        } catch (IOException e) {
            throw new StartUpException("cannot run " + command.get(0), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartUpException("interrupted", e);
        }
    }
}
