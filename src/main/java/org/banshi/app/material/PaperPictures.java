package org.banshi.app.material;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Pages of a PDF as pictures. A browser shows them beside a form without running anything that a
 * stranger's file brings along. They are made in a process of its own, one at a time: a file that
 * asks for all memory or time ends that process and nothing else.
 */
@Component
public class PaperPictures implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PaperPictures.class);

    private final Semaphore one = new Semaphore(1);
    private final Limits limits;

    /** Of whoever has the permit. */
    private @Nullable PictureProcess process;

    /**
     * How much a file may ask for.
     *
     * @param megabytes of memory
     * @param time for a page
     * @param patience how long others wait meanwhile
     */
    record Limits(int megabytes, Duration time, Duration patience) {}

    public PaperPictures() {
        this(new Limits(384, Duration.ofSeconds(10), Duration.ofSeconds(5)));
    }

    PaperPictures(Limits limits) {
        this.limits = limits;
    }

    /**
     * How many pages it has that are shown; empty where it cannot be read.
     *
     * @throws PicturesBusyException while others are looking
     */
    public OptionalInt count(byte[] pdf) {
        return asked(pdf, PicturesCommand.COUNT)
                .map(answer -> OptionalInt.of(ByteBuffer.wrap(answer).getInt()))
                .orElse(OptionalInt.empty());
    }

    /**
     * A page as PNG.
     *
     * @param page from 1
     * @return empty where there is no such page or it cannot be read
     * @throws PicturesBusyException while others are looking
     */
    public Optional<byte[]> page(byte[] pdf, int page) {
        return page < 1 ? Optional.empty() : asked(pdf, page);
    }

    private Optional<byte[]> asked(byte[] pdf, int page) {
        if (!permitted(limits.patience())) {
            throw new PicturesBusyException();
        }
        try {
            return answered(pdf, page);
        } finally {
            one.release();
        }
    }

    private boolean permitted(Duration patience) {
        try {
            return one.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<byte[]> answered(byte[] pdf, int page) {
        PictureProcess rested = process;
        if (rested != null && !rested.lives()) {
            end(rested);
        } else if (rested != null) {
            try {
                return rested.ask(pdf, page);
            } catch (IOException ended) {
                end(rested);
                if (!rested.hadRested()) {
                    return unreadable(ended);
                }
            }
        }
        PictureProcess fresh = null;
        try {
            fresh = PictureProcess.start(limits);
            process = fresh;
            return fresh.ask(pdf, page);
        } catch (IOException ended) {
            if (fresh != null) {
                end(fresh);
            }
            return unreadable(ended);
        }
    }

    private void end(PictureProcess ended) {
        ended.close();
        process = null;
    }

    private static Optional<byte[]> unreadable(IOException ended) {
        LOG.warn("no picture of a paper: {}", ended.getMessage());
        return Optional.empty();
    }

    /** Ends the process, after the page that it may be at. */
    @Override
    public void close() {
        boolean alone = permitted(limits.time());
        PictureProcess left = process;
        if (left != null) {
            end(left);
        }
        if (alone) {
            one.release();
        }
    }
}
