package org.banshi.app.material;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.banshi.app.platform.ChildProcess;

/** A {@link PicturesCommand} of ours, which gets neither our settings nor our environment. */
final class PictureProcess implements AutoCloseable {

    /** Until it is there; the machine may be busy. */
    private static final Duration START = Duration.ofSeconds(60);

    /** Larger than any picture of a page. */
    private static final int MOST_BYTES = 32 << 20;

    private static final Set<String> ENVIRONMENT = Set.of("LANG", "LC_ALL", "PATH", "TMPDIR", "TZ");

    private final Process process;
    private final Duration time;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final ScheduledExecutorService timer =
            new ScheduledThreadPoolExecutor(
                    1,
                    work -> {
                        Thread thread = new Thread(work, "pictures-limit");
                        thread.setDaemon(true);
                        return thread;
                    });
    private volatile boolean late;

    private PictureProcess(Process process, Duration time) {
        this.process = process;
        this.time = time;
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    /**
     * @throws IOException when it does not start
     */
    static PictureProcess start(PaperPictures.Limits limits) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                ChildProcess.apart(
                                        List.of(
                                                "-Xmx" + limits.megabytes() + "m",
                                                "-XX:+UseSerialGC",
                                                "-XX:TieredStopAtLevel=1",
                                                "-XX:+ExitOnOutOfMemoryError",
                                                // Its last words are no picture.
                                                "-XX:+DisplayVMOutputToStderr",
                                                "-Djava.awt.headless=true"),
                                        List.of(PicturesCommand.NAME)))
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(ENVIRONMENT);
        PictureProcess started = new PictureProcess(builder.start(), limits.time());
        try {
            started.greet();
            return started;
        } catch (IOException e) {
            started.close();
            throw e;
        }
    }

    private void greet() throws IOException {
        ScheduledFuture<?> end = endAfter(START);
        try {
            if (in.readInt() != PicturesCommand.READY) {
                throw new IOException("it says something else");
            }
        } finally {
            end.cancel(false);
        }
    }

    /**
     * What it makes of a page, or of {@link PicturesCommand#COUNT}; empty where it cannot.
     *
     * @throws IOException when it has ended, by itself or by the limits
     */
    Optional<byte[]> ask(byte[] pdf, int page) throws IOException {
        ScheduledFuture<?> end = endAfter(time);
        try {
            out.writeInt(page);
            out.writeInt(pdf.length);
            out.write(pdf);
            out.flush();
            int length = in.readInt();
            if (length > MOST_BYTES) {
                throw new IOException("it answers more than a picture");
            }
            if (length < 0) {
                return Optional.empty();
            }
            byte[] answer = new byte[length];
            in.readFully(answer);
            return Optional.of(answer);
        } catch (IOException ended) {
            throw new IOException(late ? "it took too long" : "it asked for too much", ended);
        } finally {
            end.cancel(false);
        }
    }

    private ScheduledFuture<?> endAfter(Duration limit) {
        return timer.schedule(
                () -> {
                    late = true;
                    process.destroyForcibly();
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    boolean lives() {
        return !late && process.isAlive();
    }

    /** Whether it had ended because nobody wanted it for a while. */
    boolean hadRested() {
        return !late && process.onExit().join().exitValue() == PicturesCommand.RESTED;
    }

    @Override
    public void close() {
        // One that ends by itself at this moment keeps its own word about why.
        if (process.isAlive() && !endsNow()) {
            process.destroyForcibly();
        }
        timer.shutdownNow();
    }

    private boolean endsNow() {
        try {
            return process.waitFor(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
