package org.banshi.app.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.banshi.app.Launch;
import org.banshi.eventstore.history.Operation;
import org.banshi.eventstore.history.Operation.Answer;

/** One database and its nodes, through many cycles: load, fault, recovery, rest, check. */
final class Round implements AutoCloseable {

    private static final Duration CATCHING_UP = Duration.ofSeconds(60);
    private static final int NODES = 2;
    private static final int SHORTEST_MILLIS = 200;
    private static final int LONGEST_MILLIS = 1_500;
    private static final int AFTERMATH_MILLIS = 600;

    private final Random random;
    private final Tally tally;
    private final Site site;
    private final List<Fault> faults;
    private final List<LoadProcess> nodes = new ArrayList<>();
    private final List<Operation> ended = new ArrayList<>();
    private final CaseNode checker;
    private final CycleCheck check;
    private int started;
    private Map<Answer, Long> before = new EnumMap<>(Answer.class);

    Round(Path folder, Path programs, Random random, boolean smallDisk, Tally tally)
            throws IOException, InterruptedException {
        this.random = random;
        this.tally = tally;
        this.faults =
                Arrays.stream(Fault.values())
                        .filter(it -> smallDisk || it != Fault.DISK_FULL)
                        .toList();
        this.site = new Site(folder, programs);
        this.checker =
                new CaseNode(
                        site.database(), Launch.home().resolve("bpmn"), folder.resolve("keys"));
        this.check = new CycleCheck(checker, CATCHING_UP);
        startMissing();
    }

    private void startMissing() throws IOException, InterruptedException {
        List<LoadProcess> fresh = new ArrayList<>();
        while (nodes.size() < NODES) {
            String name = site.folder().getFileName() + "-" + ++started;
            LoadProcess node =
                    LoadProcess.start(
                            name,
                            random.nextLong(),
                            site.database(),
                            site.folder().resolve("keys"),
                            site.folder().resolve("nodes.log"));
            nodes.add(node);
            fresh.add(node);
        }
        for (LoadProcess node : fresh) {
            node.await(Word.READY);
        }
    }

    /**
     * One cycle.
     *
     * @return a line about it
     * @throws ViolationException when something does not hold
     */
    String cycle(int number) throws IOException, InterruptedException, SQLException {
        nodes.forEach(LoadProcess::go);
        int load = SHORTEST_MILLIS + random.nextInt(LONGEST_MILLIS - SHORTEST_MILLIS);
        TimeUnit.MILLISECONDS.sleep(load);
        Fault fault = faults.get(random.nextInt(faults.size()));
        strike(fault);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(AFTERMATH_MILLIS));
        long recovery = recover();
        for (LoadProcess node : nodes) {
            node.rest();
        }
        for (LoadProcess node : nodes) {
            node.await(Word.RESTING);
        }
        List<Operation> all = operations();
        CycleCheck.Seen seen = check.check(all);
        if (!seen.violations().isEmpty()) {
            throw new ViolationException(
                    "in cycle %d, which %s after %d ms:%n%s"
                            .formatted(
                                    number,
                                    fault.past,
                                    load,
                                    String.join(System.lineSeparator(), seen.violations())));
        }
        Map<Answer, Long> ofCycle = answersSinceLast(all);
        tally.add(fault, ofCycle, recovery);
        return line(fault, load, recovery, ofCycle, seen.events());
    }

    private String line(
            Fault fault, int load, long recovery, Map<Answer, Long> answers, long events) {
        return "%s after %d ms; recovered in %d ms; %d acknowledged, %d refused, %d unknown; %d events, readers and %d read models right"
                .formatted(
                        fault.past,
                        load,
                        recovery,
                        answers.get(Answer.APPENDED),
                        answers.get(Answer.REFUSED) + answers.get(Answer.MOVED_ON),
                        answers.get(Answer.UNKNOWN),
                        events,
                        checker.projections.size());
    }

    private void strike(Fault fault) throws IOException, InterruptedException, SQLException {
        switch (fault) {
            case NODE -> kill(nodes.get(random.nextInt(nodes.size())));
            case EVERY_NODE -> killNodes();
            case POSTGRES -> site.kill();
            case POSTMASTER -> site.killFirst();
            case SESSION -> site.killSession(random);
            case EVERYTHING -> {
                site.kill();
                killNodes();
            }
            case CONNECTIONS -> site.cutConnections();
            case FROZEN -> site.freeze();
            case CROWDED -> site.crowd();
            case SNAPSHOT -> site.holdSnapshot();
            case DISK_FULL -> site.fillDisk();
        }
    }

    private void killNodes() throws InterruptedException {
        for (LoadProcess node : List.copyOf(nodes)) {
            kill(node);
        }
    }

    private void kill(LoadProcess node) throws InterruptedException {
        node.kill();
        ended.addAll(node.operations());
        nodes.remove(node);
    }

    /** Starts what is gone, until every node, old or new, acknowledges commands again. */
    private long recover() throws IOException, InterruptedException, SQLException {
        long begun = System.nanoTime();
        site.heal();
        List<LoadProcess> survivors = List.copyOf(nodes);
        List<Long> acknowledged = survivors.stream().map(LoadProcess::acknowledged).toList();
        startMissing();
        for (LoadProcess node : nodes) {
            int index = survivors.indexOf(node);
            if (index < 0) {
                node.go();
            }
            node.awaitMoreThan(index < 0 ? 0 : acknowledged.get(index));
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private List<Operation> operations() {
        List<Operation> all = new ArrayList<>(ended);
        nodes.forEach(node -> all.addAll(node.operations()));
        return all;
    }

    private Map<Answer, Long> answersSinceLast(List<Operation> all) {
        Map<Answer, Long> now = new EnumMap<>(Answer.class);
        Map<Answer, Long> since = new EnumMap<>(Answer.class);
        for (Answer answer : Answer.values()) {
            long count = all.stream().filter(it -> it.answer() == answer).count();
            now.put(answer, count);
            since.put(answer, count - before.getOrDefault(answer, 0L));
        }
        before = now;
        return since;
    }

    /** Leaves no process behind, from whatever thread. */
    void abandon() {
        site.kill();
    }

    @Override
    public void close() {
        try {
            killNodes();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        checker.close();
        site.close();
    }
}
