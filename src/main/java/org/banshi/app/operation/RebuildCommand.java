package org.banshi.app.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.banshi.app.Launch;
import org.banshi.app.Subcommand;
import org.banshi.app.demo.Api;
import org.banshi.app.demo.SurpriseException;
import org.banshi.app.platform.Setting;
import org.banshi.app.platform.StartUpException;
import org.banshi.command.contract.message.RefusedException;

/**
 * Makes a read model anew and tells how far it is: through the API where an instance runs, else by
 * starting one on the same database for as long as it takes. A rebuild that was cancelled or killed
 * is gone on with.
 */
public final class RebuildCommand implements Subcommand {

    private static final String USAGE =
            "usage: ./banshi rebuild VIEW [--afresh] [--accept-differences]"
                    + " | VIEW --status | VIEW --cancel";
    private static final Set<String> OPTIONS =
            Set.of("--afresh", "--accept-differences", "--status", "--cancel");
    private static final long EVERY_MILLIS = 1_000;

    /** A running application: another process's, or one of our own. */
    private interface Desk {
        /** Names of the read models. */
        List<String> views() throws SurpriseException;

        RebuildStatus start(String view, boolean acceptDifferences, boolean afresh)
                throws SurpriseException;

        RebuildStatus status(String view) throws SurpriseException;

        void cancel(String view) throws SurpriseException;
    }

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public String summary() {
        return "make a read model anew from the log: rebuild VIEW [--afresh]"
                + " [--accept-differences], --status, --cancel";
    }

    @Override
    public int run(List<String> arguments) {
        Set<String> options =
                new HashSet<>(arguments.subList(Math.min(1, arguments.size()), arguments.size()));
        if (arguments.isEmpty()
                || !arguments.get(0).matches("[a-z]+(-[a-z]+)*")
                || !OPTIONS.containsAll(options)) {
            throw new StartUpException(USAGE);
        }
        String view = arguments.get(0);
        Api api = new Api(URI.create("http://localhost:" + Launch.port()));
        try {
            if (api.answers()) {
                return run(new Remote(api), view, options, System.out);
            }
            try (Launch.Running running = Launch.start(0, Launch.data())) {
                Rebuilds rebuilds = running.context().getBean(Rebuilds.class);
                return run(new Local(rebuilds), view, options, System.out);
            }
        } catch (SurpriseException refused) {
            throw new StartUpException(refused.getMessage(), refused);
        }
    }

    private static int run(Desk desk, String view, Set<String> options, PrintStream out)
            throws SurpriseException {
        List<String> known = desk.views();
        if (!known.contains(view)) {
            throw new StartUpException(
                    "there is no read model %s; there are %s"
                            .formatted(view, String.join(", ", known)));
        }
        if (options.contains("--status")) {
            out.println(line(desk.status(view)));
            return 0;
        }
        if (options.contains("--cancel")) {
            desk.cancel(view);
            out.println(line(desk.status(view)));
            return 0;
        }
        RebuildStatus status =
                desk.start(
                        view,
                        options.contains("--accept-differences"),
                        options.contains("--afresh"));
        while (status.running()) {
            out.println(line(status));
            pause();
            status = desk.status(view);
        }
        out.println(line(status));
        return status.state() == RebuildStatus.State.SWAPPED ? 0 : 1;
    }

    /** One line that tells all there is to tell. */
    static String line(RebuildStatus status) {
        StringBuilder line = new StringBuilder("rebuild ").append(status.projection()).append(' ');
        line.append(status.state().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        if (status.phase() != null) {
            line.append(' ').append(status.phase());
        }
        line.append(" at ").append(status.position()).append(" of ").append(status.target());
        if (status.eventsPerSecond() > 0) {
            line.append(", ").append(status.eventsPerSecond()).append(" events/s");
        }
        if (status.estimatedEnd() != null) {
            line.append(", read by ").append(status.estimatedEnd());
        }
        RebuildOutcome outcome = status.outcome();
        if (outcome != null) {
            line.append(", ")
                    .append(outcome.rebuilt())
                    .append(" rows, ")
                    .append(outcome.differing())
                    .append(" differing, checksum ")
                    .append(outcome.checksum());
        }
        if (status.failure() != null) {
            line.append(", ").append(status.failure());
        }
        return line.toString();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartUpException("interrupted; the rebuild goes on");
        }
    }

    /** Over HTTP, as an operator. */
    private static final class Remote implements Desk {

        private static final String VIEWS = "/api/v1/admin/projections/";

        private final Api.Caller operator;
        private final ObjectMapper json =
                JsonMapper.builder().addModule(new JavaTimeModule()).build();

        Remote(Api api) throws SurpriseException {
            operator =
                    api.as(
                            new Api.Account(
                                    Setting.of("banshi.operator").orElse("operator"),
                                    Setting.of("banshi.operator.password").orElse("banshi-demo")));
        }

        @Override
        public List<String> views() throws SurpriseException {
            List<String> views = new ArrayList<>();
            for (JsonNode reader : operator.get("/api/v1/admin/projections")) {
                if (reader.path("rebuildable").asBoolean()) {
                    views.add(reader.path("name").asText());
                }
            }
            return views;
        }

        @Override
        public RebuildStatus start(String view, boolean acceptDifferences, boolean afresh)
                throws SurpriseException {
            return read(
                    operator.post(
                            VIEWS
                                    + view
                                    + "/rebuilds?acceptDifferences="
                                    + acceptDifferences
                                    + "&afresh="
                                    + afresh,
                            List.of()));
        }

        @Override
        public RebuildStatus status(String view) throws SurpriseException {
            return read(operator.get(VIEWS + view + "/rebuilds/newest"));
        }

        @Override
        public void cancel(String view) throws SurpriseException {
            operator.delete(VIEWS + view + "/rebuilds/newest");
        }

        private RebuildStatus read(JsonNode answer) {
            return json.convertValue(answer, RebuildStatus.class);
        }
    }

    /** In this process. */
    private static final class Local implements Desk {

        private final Rebuilds rebuilds;

        Local(Rebuilds rebuilds) {
            this.rebuilds = rebuilds;
        }

        @Override
        public List<String> views() {
            return rebuilds.names();
        }

        @Override
        public RebuildStatus start(String view, boolean acceptDifferences, boolean afresh) {
            try {
                return rebuilds.start(view, acceptDifferences, afresh).orElseThrow();
            } catch (RefusedException busy) {
                throw new StartUpException(busy.getMessage(), busy);
            }
        }

        @Override
        public RebuildStatus status(String view) {
            return rebuilds.status(view).orElseThrow();
        }

        @Override
        public void cancel(String view) {
            rebuilds.cancel(view);
        }
    }
}
