package org.banshi.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the time of each group of figures goes: this program's by samples of Java Flight Recorder,
 * every 10 or 20 ms of each running thread, the server's by the processor time of its processes.
 * The recording stays as a file for JDK Mission Control. Recording costs a little: figures of such
 * a run are not to be quoted.
 */
final class Profile {

    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final int MOST = 12;

    /** Prefixes of what is looked through for who called it. */
    private static final List<String> PLATFORM =
            List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    private final Path file;
    private final Recording recording;
    private final List<Span> spans = new ArrayList<>();

    /** A group, and what its processes took in nanoseconds. */
    private record Span(
            String group,
            Instant from,
            Instant to,
            double program,
            Map<String, Double> server,
            double busiest) {}

    /** What is measured; may fail as it likes. */
    interface Measured {
        void run() throws Exception;
    }

    private Profile(Path file, Recording recording) {
        this.file = file;
        this.recording = recording;
    }

    /** Begins to record. */
    static Profile into(Path file) throws IOException, ParseException {
        Recording recording = new Recording(Configuration.getConfiguration("profile"));
        recording.start();
        return new Profile(file, recording);
    }

    /** Runs a group and notes what it took. */
    void of(String group, Measured measured) throws Exception {
        Instant from = Instant.now();
        double program = CpuTime.ofProgram();
        try (ServerTimes server = new ServerTimes()) {
            measured.run();
            server.end();
            spans.add(
                    new Span(
                            group,
                            from,
                            Instant.now(),
                            CpuTime.ofProgram() - program,
                            server.nanos(),
                            server.busiest()));
        }
    }

    /** Ends the recording and writes it. The lines tell each group in short. */
    List<String> end() throws IOException {
        recording.stop();
        recording.dump(file);
        recording.close();
        Map<Span, Samples> samples = new HashMap<>();
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (event.getEventType().getName().equals(SAMPLE)) {
                    spans.stream()
                            .filter(it -> !event.getStartTime().isBefore(it.from()))
                            .filter(it -> !event.getStartTime().isAfter(it.to()))
                            .findFirst()
                            .ifPresent(
                                    it ->
                                            samples.computeIfAbsent(it, any -> new Samples())
                                                    .add(event));
                }
            }
        }
        List<String> lines = new ArrayList<>();
        for (Span span : spans) {
            lines.addAll(lines(span, samples.getOrDefault(span, new Samples())));
        }
        lines.add("profile: the recording is in " + file);
        return lines;
    }

    private static List<String> lines(Span span, Samples samples) {
        String begin = "profile " + span.group() + ": ";
        Map<String, Double> both = new HashMap<>(span.server());
        both.put("this program", span.program());
        return List.of(
                begin + "processor time: " + shares(both),
                begin
                        + String.format(
                                Locale.ROOT,
                                "the busiest session of the server: %.0f %% of its sessions' time",
                                100 * span.busiest() / span.server().getOrDefault("sessions", 1.0)),
                begin + "this program by thread: " + shares(samples.threads),
                begin + "by who works, or has the platform work: " + shares(samples.rooms),
                begin + "by method: " + shares(samples.methods));
    }

    private static String shares(Map<String, Double> parts) {
        double whole = parts.values().stream().mapToDouble(Double::doubleValue).sum();
        return parts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .map(
                        it ->
                                String.format(
                                        Locale.ROOT,
                                        "%s %.1f %%",
                                        it.getKey(),
                                        100 * it.getValue() / whole))
                .collect(Collectors.joining(", "));
    }

    /** How often what was found at work. */
    private static final class Samples {

        private final Map<String, Double> threads = new HashMap<>();
        private final Map<String, Double> rooms = new HashMap<>();
        private final Map<String, Double> methods = new HashMap<>();

        void add(RecordedEvent event) {
            RecordedStackTrace stack = event.getStackTrace();
            RecordedThread thread = event.getThread("sampledThread");
            if (stack == null || stack.getFrames().isEmpty() || thread == null) {
                return;
            }
            List<RecordedFrame> frames = stack.getFrames();
            count(threads, kind(thread.getJavaName()));
            count(
                    rooms,
                    frames.stream()
                            .map(it -> it.getMethod().getType().getName())
                            .filter(it -> PLATFORM.stream().noneMatch(it::startsWith))
                            .findFirst()
                            .map(Samples::room)
                            .orElse("the platform itself"));
            RecordedMethod hot = frames.get(0).getMethod();
            String type = hot.getType().getName();
            count(methods, type.substring(type.lastIndexOf('.') + 1) + '.' + hot.getName());
        }

        private static void count(Map<String, Double> counts, String what) {
            counts.merge(what, 1.0, Double::sum);
        }

        /** Threads of one name that differ by their numbers are one kind. */
        private static String kind(String name) {
            return name == null
                    ? "others"
                    : name.startsWith("pool-")
                            ? "callers"
                            : name.replaceAll("[-#]?\\d+", "")
                                    .replaceFirst("^reader-.*", "readers");
        }

        /** Our packages whole, those of others by their first three names. */
        private static String room(String type) {
            int end = type.lastIndexOf('.');
            String name = end < 0 ? type : type.substring(0, end);
            if (name.startsWith("org.banshi")) {
                return name;
            }
            String[] names = name.split("\\.");
            return String.join(".", List.of(names).subList(0, Math.min(3, names.length)));
        }
    }
}
