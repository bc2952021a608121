package org.banshi.app.audit;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.banshi.app.audit.run.AuditRun;
import org.banshi.app.audit.run.RunProgress;
import org.banshi.app.audit.run.RunTask;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.Decision;
import org.banshi.catalogue.NoRuleException;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ApplicationEvent.RuleDecided;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.domain.application.RuleInputs;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.LogPositions;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.codec.Interest;
import org.banshi.query.contract.page.Views;
import org.banshi.query.projection.audit.CasesWithAct;
import org.banshi.query.projection.audit.CasesWithAct.Found;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the decisions of a period anew: the inputs as recorded, the tables of the version that the
 * event names, the day that was judged. Page by page; what is told of a difference holds no value.
 */
@Component
public class Recompute implements RunTask {

    /** Most differences that are told one by one. */
    public static final int MOST = 500;

    private static final String EVENT = "application.rule-decided";
    private static final Interest FACTS = Interest.in(RuleInputs.TAKEN);
    private static final int PAGE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * What came of it.
     *
     * @param decisions how many were recorded
     * @param same came out the same
     * @param erased could not be made anew: the key of somebody whom it was about was destroyed
     * @param gone could not be made anew: the package is not kept
     * @param different all that came out otherwise
     * @param differences the first of them
     */
    public record Recomputed(
            long decisions,
            long same,
            long erased,
            long gone,
            long different,
            List<Difference> differences) {

        public Recomputed {
            differences = List.copyOf(differences);
        }
    }

    /**
     * A decision that comes out otherwise.
     *
     * @param service whose table decided; null in runs of before this was kept
     * @param version of that service
     * @param recorded outcome in the log
     * @param anew outcome now; empty where no row of the table applies or it fails
     * @param fields outputs that differ, by name
     */
    public record Difference(
            String number,
            long position,
            String decision,
            @Nullable String service,
            int version,
            String recorded,
            String anew,
            List<String> fields) {

        public Difference {
            fields = List.copyOf(fields);
        }
    }

    private final CasesWithAct cases;
    private final EventLog log;
    private final Catalogue catalogue;
    private final LogPositions positions;

    Recompute(JdbcClient jdbc, EventLog log, Catalogue catalogue, LogPositions positions) {
        this.cases = new CasesWithAct(jdbc);
        this.log = log;
        this.catalogue = catalogue;
        this.positions = positions;
    }

    @Override
    public AuditRun.Kind kind() {
        return AuditRun.Kind.RECOMPUTE;
    }

    @Override
    public Recomputed run(Map<String, String> asked, RunProgress progress) {
        Map<String, String> all = new HashMap<>(asked);
        all.put(SampleDraw.EVENT, EVENT);
        CasesWithAct.Question question = SampleDraw.question(all);
        if (!positions.await(Views.TIMELINE, question.until(), PATIENCE)) {
            throw new IllegalStateException("the timeline is behind");
        }
        Tally tally = new Tally();
        List<Found> page = cases.page(question, 0, PAGE);
        while (!page.isEmpty()) {
            Map<Long, Found> found = new HashMap<>();
            page.forEach(it -> found.put(it.position(), it));
            Map<String, List<Recorded>> stories = new HashMap<>();
            for (Recorded recorded : log.readAt(found.keySet())) {
                if (recorded.event() instanceof RuleDecided decided) {
                    Found of = Objects.requireNonNull(found.get(recorded.position()));
                    tally.take(decided, of, inputs(recorded, decided, stories));
                }
            }
            long after = page.get(page.size() - 1).position();
            progress.at(after, question.until());
            progress.check();
            page = cases.page(question, after, PAGE);
        }
        progress.at(question.until(), question.until());
        return tally.result();
    }

    /**
     * All that the table was given; null where some of it is gone with somebody's key.
     *
     * @param stories what was read of cases before, once for all decisions of a page
     */
    private @Nullable FormData inputs(
            Recorded recorded, RuleDecided decided, Map<String, List<Recorded>> stories) {
        if (decided.household().isEmpty()) {
            return decided.inputs();
        }
        RuleInputs inputs = new RuleInputs();
        stories.computeIfAbsent(recorded.stream(), it -> log.readStream(it, FACTS)).stream()
                .takeWhile(it -> it.position() < recorded.position())
                .map(Recorded::event)
                .forEach(inputs::take);
        return inputs.erased(decided) ? null : inputs.of(decided);
    }

    /** Counts as it goes. */
    private final class Tally {

        private long decisions;
        private long same;
        private long erased;
        private long gone;
        private long different;
        private final List<Difference> differences = new ArrayList<>();

        void take(RuleDecided decided, Found found, @Nullable FormData inputs) {
            decisions++;
            @Nullable FormData outputs = decided.outputs();
            Optional<ServiceDefinition> service = catalogue.find(decided.tableVersion());
            if (inputs == null || outputs == null) {
                erased++;
            } else if (service.isEmpty()) {
                gone++;
            } else {
                compare(decided, found, anew(service.get(), decided, found, inputs), outputs);
            }
        }

        private void compare(
                RuleDecided decided, Found found, @Nullable Decision anew, FormData outputs) {
            List<String> fields =
                    anew == null ? List.of() : differing(outputs.values(), anew.outputs());
            if (anew != null
                    && anew.outcome().equals(decided.outcome())
                    && anew.provisional() == decided.provisional()
                    && fields.isEmpty()) {
                same++;
                return;
            }
            different++;
            if (differences.size() < MOST) {
                differences.add(
                        new Difference(
                                found.number(),
                                found.position(),
                                decided.decision(),
                                decided.tableVersion().service(),
                                decided.tableVersion().version(),
                                decided.outcome(),
                                anew == null ? "" : anew.outcome(),
                                fields));
            }
        }

        Recomputed result() {
            return new Recomputed(decisions, same, erased, gone, different, differences);
        }
    }

    private static @Nullable Decision anew(
            ServiceDefinition service, RuleDecided decided, Found found, FormData inputs) {
        try {
            return service.decide(
                    decided.decision(),
                    new RegionCode(found.region()),
                    decided.asOf(),
                    inputs.values());
        } catch (NoRuleException | IllegalArgumentException | IllegalStateException otherwise) {
            return null;
        }
    }

    /** Names of the values that differ; numbers are equal whatever their scale. */
    static List<String> differing(
            Map<String, ? extends @Nullable Object> recorded,
            Map<String, ? extends @Nullable Object> anew) {
        TreeSet<String> names = new TreeSet<>(recorded.keySet());
        names.addAll(anew.keySet());
        names.removeIf(name -> equal(recorded.get(name), anew.get(name)));
        return List.copyOf(names);
    }

    private static boolean equal(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number a && other instanceof Number b) {
            return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0;
        }
        if (one instanceof List<?> a && other instanceof List<?> b) {
            boolean equal = a.size() == b.size();
            for (int i = 0; equal && i < a.size(); i++) {
                equal = equal(a.get(i), b.get(i));
            }
            return equal;
        }
        if (one instanceof Map<?, ?> a && other instanceof Map<?, ?> b) {
            return a.keySet().equals(b.keySet())
                    && a.keySet().stream().allMatch(key -> equal(a.get(key), b.get(key)));
        }
        return Objects.equals(one, other);
    }
}
