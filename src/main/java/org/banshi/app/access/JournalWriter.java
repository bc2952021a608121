package org.banshi.app.access;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.banshi.app.access.Access.Ground;
import org.banshi.app.access.Access.Kind;
import org.banshi.app.access.Access.Outcome;
import org.banshi.app.access.Journal.Place;
import org.banshi.app.platform.Phases;
import org.banshi.command.contract.access.JournalCommand;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Brings what the spool holds into the journal a few times a second, has the log vouch for it now
 * and then, and deletes what was kept long enough. What a killed run left behind comes in at the
 * next start, with a line that says so.
 */
public final class JournalWriter implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);

    /** How long a line waits for others. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final Duration LOOK_AT_SEALS = Duration.ofMinutes(1);

    /** Of these the log vouches at the next look, and not only when the time has come. */
    private static final Set<Access.Kind> WEIGHTY =
            EnumSet.of(Access.Kind.REVEAL, Access.Kind.EXPORT, Access.Kind.SEARCH);

    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(5);

    /** Lines of one transaction. */
    private static final int BATCH = 1_000;

    private final Spool spool;
    private final Strangers strangers;
    private final Journal journal;
    private final Consumer<JournalCommand> commands;
    private final BusinessClock clock;
    private final Duration sealEvery;
    private final Duration keep;
    private volatile @Nullable Thread thread;
    private volatile boolean stopping;
    private Spool.@Nullable Batch unwritten;

    /** Counts of strangers, which the spool has not taken yet. */
    private final Deque<Access> unkept = new ArrayDeque<>();

    /** At the start, too: a run that ended may have left some that the log does not vouch for. */
    private boolean weighty = true;

    private boolean told;

    JournalWriter(
            Spool spool,
            Strangers strangers,
            Journal journal,
            Consumer<JournalCommand> commands,
            BusinessClock clock,
            Duration sealEvery,
            Duration keep) {
        this.spool = spool;
        this.strangers = strangers;
        this.journal = journal;
        this.commands = commands;
        this.clock = clock;
        this.sealEvery = sealEvery;
        this.keep = keep;
    }

    @Override
    public void start() {
        spool.leftBehind().forEach(this::recover);
        stopping = false;
        Thread writer = new Thread(this::run, "access-journal");
        writer.setDaemon(true);
        thread = writer;
        writer.start();
    }

    /** Its lines are in the journal before the files go: a second crash only repeats it. */
    private void recover(Spool.Batch batch) {
        List<Access> entries = new ArrayList<>();
        batch.lines().forEach(line -> readable(line).ifPresent(entries::add));
        int lost = batch.lines().size() - entries.size() + (batch.torn() ? 1 : 0);
        entries.add(interruption(batch, lost));
        append(entries);
        spool.drop(batch);
        LOG.warn(
                "a run ended without a word; {} entries of the journal of access were brought in,"
                        + " {} are lost",
                batch.lines().size(),
                lost);
    }

    /** Empty for what a failing disk left of a line: a node starts all the same, and says so. */
    private static Optional<Access> readable(String line) {
        try {
            return Optional.of(AccessJson.read(line));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** Its id is that of the run: told once. */
    private static Access interruption(Spool.Batch batch, int lost) {
        return new Access(
                UUID.fromString(batch.run()),
                Instant.now(),
                "",
                List.of(),
                null,
                null,
                Kind.INTERRUPTION,
                lost == 0 ? "no entry is known to be lost" : lost + " of its entries are lost",
                batch.run(),
                List.of(),
                List.of(),
                Ground.PLATFORM,
                null,
                Outcome.FAILED,
                0);
    }

    private void run() {
        Instant looked = Instant.now();
        while (!stopping) {
            pause();
            boolean written = writeOrSay();
            if (written && looked.isBefore(Instant.now().minus(LOOK_AT_SEALS))) {
                looked = Instant.now();
                tend();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    /** A thread that ended would leave a node that answers nothing any more. */
    private boolean writeOrSay() {
        try {
            return write();
        } catch (RuntimeException failed) {
            say(failed);
            return false;
        }
    }

    private synchronized void say(RuntimeException failed) {
        if (!told) {
            LOG.warn("the journal of access waits: {}", failed.getClass().getName());
            told = true;
        }
    }

    /** Brings in what is there; false where the database is not. */
    public synchronized boolean write() {
        return write(strangers.before(Instant.now()));
    }

    private synchronized boolean write(List<Access> counted) {
        unkept.addAll(counted);
        keepCounts();
        Spool.Batch batch = unwritten == null ? spool.take() : unwritten;
        if (batch == null) {
            return true;
        }
        unwritten = batch;
        try {
            List<Access> entries = batch.lines().stream().map(AccessJson::read).toList();
            append(entries);
            weighty |= entries.stream().map(Access::kind).anyMatch(WEIGHTY::contains);
        } catch (RuntimeException failed) {
            say(failed);
            return false;
        }
        spool.drop(batch);
        unwritten = null;
        told = !unkept.isEmpty();
        return true;
    }

    /** As many as the disk takes; the rest waits, as nobody is answered meanwhile. */
    private void keepCounts() {
        try {
            for (Access next = unkept.peek(); next != null; next = unkept.peek()) {
                spool.addOfStranger(AccessJson.write(next));
                unkept.remove();
            }
        } catch (UncheckedIOException full) {
            say(full);
        }
    }

    private void append(List<Access> entries) {
        for (int from = 0; from < entries.size(); from += BATCH) {
            journal.append(entries.subList(from, Math.min(entries.size(), from + BATCH)));
        }
    }

    private void tend() {
        try {
            Instant due = Instant.now().minus(sealEvery);
            if (weighty || journal.lastSealed().map(due::isAfter).orElse(true)) {
                seal();
                weighty = false;
            }
            shorten(keep);
        } catch (RuntimeException failed) {
            // Another node may have been quicker; the next look tells.
            LOG.warn("cannot seal the journal of access: {}", failed.getClass().getName());
        }
    }

    /** Has the log vouch for everything up to now, where it does not yet. */
    public void seal() {
        Place head = journal.head();
        if (head.position() > 0 && !journal.isSealed(head)) {
            Stamp stamp = stamp();
            commands.accept(
                    new JournalCommand.Seal(
                            JournalCommand.of(stamp), head.position(), hex(head), stamp));
            journal.noteSeal(head);
        }
    }

    /**
     * Deletes what was sealed longer ago than {@code age}; the log says so first, once anything was
     * sealed in the year.
     */
    void shorten(Duration age) {
        journal.over(age)
                .ifPresent(
                        place -> {
                            Stamp stamp = stamp();
                            commands.accept(
                                    new JournalCommand.Shorten(
                                            JournalCommand.of(stamp),
                                            place.position(),
                                            hex(place),
                                            stamp));
                            journal.shorten(place);
                        });
    }

    private Stamp stamp() {
        return new Stamp(clock.now(), Actor.system("access-journal"));
    }

    private static String hex(Place place) {
        return HexFormat.of().formatHex(place.link());
    }

    @Override
    public void stop() {
        stopping = true;
        Thread running = thread;
        if (running != null) {
            try {
                running.join(PATIENCE_AT_END.toMillis());
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
            }
        }
        try {
            write(strangers.all());
            if (!unkept.isEmpty()) {
                LOG.warn("{} counts of refused strangers are lost", unkept.size());
            }
        } finally {
            spool.close();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before anything can be asked, and until nothing can be asked any more. */
    @Override
    public int getPhase() {
        return Phases.FOLLOW - 1;
    }
}
