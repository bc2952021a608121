package org.banshi.app.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.banshi.eventstore.LogPositions;
import org.banshi.query.contract.page.Views;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages that their case went on, and nothing else: each then asks for itself, as whoever
 * it belongs to. One thread a node waits for the position of the view that the pages show, and
 * looks once for all of them. A stream ends with the session that opened it.
 */
@Component
public class CaseStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CaseStreams.class);

    /** More than that nobody looks at at once. */
    static final int MOST_OF_ONE = 4;

    /** Of everybody on this node. */
    static final int MOST = 2_000;

    /** How often sessions are looked after, and proxies hear that a stream lives. */
    private static final Duration BEAT = Duration.ofSeconds(10);

    /** What happens within it is told at once. */
    private static final long GATHER_MILLIS = 100;

    /** Events of which is asked at once. */
    private static final long REACH = 10_000;

    private final LogPositions positions;
    private final CaseNews news;
    private final StandingSessions sessions;
    private final List<Stream> streams = new CopyOnWriteArrayList<>();
    private long seen;
    private volatile @Nullable Thread telling;

    public CaseStreams(LogPositions positions, CaseNews news, StandingSessions sessions) {
        this.positions = positions;
        this.news = news;
        this.sessions = sessions;
    }

    private record Stream(String account, String session, String application, SseEmitter emitter) {}

    /**
     * A new stream.
     *
     * @param session key of the session, see {@link StandingSessions#KEY}
     * @param application whose events are told; the caller has seen to it that the account may
     * @return empty when the account or the node has too many
     */
    public synchronized Optional<SseEmitter> open(
            String account, String session, String application) {
        long own = streams.stream().filter(it -> it.account().equals(account)).count();
        if (own >= MOST_OF_ONE || streams.size() >= MOST || telling == null) {
            return Optional.empty();
        }
        Stream stream = new Stream(account, session, application, new SseEmitter(0L));
        stream.emitter().onCompletion(() -> streams.remove(stream));
        stream.emitter().onError(gone -> streams.remove(stream));
        if (streams.isEmpty()) {
            seen = positions.of(Views.PROGRESS);
        }
        greet(stream.emitter());
        streams.add(stream);
        notifyAll();
        return Optional.of(stream.emitter());
    }

    /** The first words open the answer: without them a page would not know that it is heard. */
    private static void greet(SseEmitter emitter) {
        try {
            emitter.send(SseEmitter.event().comment("here"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many are open on this node. */
    public int size() {
        return streams.size();
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::run, "case-streams");
        thread.setDaemon(true);
        telling = thread;
        thread.start();
    }

    private void run() {
        long beat = System.nanoTime();
        while (telling == Thread.currentThread()) {
            try {
                awaitStreams();
                if (positions.await(Views.PROGRESS, seen() + 1, BEAT)) {
                    Thread.sleep(GATHER_MILLIS);
                    tell();
                }
                if (System.nanoTime() - beat >= BEAT.toNanos()) {
                    beat();
                    beat = System.nanoTime();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("cannot tell what went on: {}", e.getClass().getName());
                pause();
            }
        }
    }

    private synchronized void awaitStreams() throws InterruptedException {
        while (streams.isEmpty()) {
            wait();
        }
    }

    private synchronized long seen() {
        return seen;
    }

    private void tell() {
        long from = seen();
        long to = Math.min(positions.of(Views.PROGRESS), from + REACH);
        if (to <= from) {
            return;
        }
        Set<String> watched = streams.stream().map(Stream::application).collect(Collectors.toSet());
        Set<String> changed = news.between(from, to, watched);
        synchronized (this) {
            seen = Math.max(seen, to);
        }
        send(it -> changed.contains(it.application()), SseEmitter.event().name("changed").data(to));
    }

    /** Ends what nobody may hear any more, and finds out who is gone. */
    void beat() {
        Set<String> standing =
                sessions.standing(
                        streams.stream().map(Stream::session).collect(Collectors.toSet()));
        streams.stream()
                .filter(it -> !standing.contains(it.session()))
                .forEach(it -> it.emitter().complete());
        streams.removeIf(it -> !standing.contains(it.session()));
        send(it -> true, SseEmitter.event().comment("still here"));
    }

    private void send(Predicate<Stream> whom, SseEmitter.SseEventBuilder words) {
        var parts = words.build();
        for (Stream stream : streams) {
            if (whom.test(stream)) {
                try {
                    stream.emitter().send(parts);
                } catch (IOException | IllegalStateException gone) {
                    streams.remove(stream);
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BEAT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Before the web server, which waits for open answers. */
    @Override
    public void stop() {
        Thread thread = telling;
        telling = null;
        if (thread != null) {
            thread.interrupt();
        }
        streams.forEach(it -> it.emitter().complete());
        streams.clear();
    }

    @Override
    public boolean isRunning() {
        return telling != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
