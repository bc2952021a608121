package org.banshi.app.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.banshi.app.audit.run.AuditRun;
import org.banshi.app.audit.run.RunProgress;
import org.banshi.app.audit.run.RunTask;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.eventstore.LogPositions;
import org.banshi.query.contract.page.Views;
import org.banshi.query.projection.audit.CasesWithAct;
import org.banshi.query.projection.audit.CasesWithAct.Found;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Draws cases for inspection. Each case's hash over the seed and its number decides, so that the
 * same question on the same log gives the same cases, whoever asks it and whenever.
 */
@Component
public class SampleDraw implements RunTask {

    /** Stored name of the act by which a case belongs to those drawn from. */
    public static final String EVENT = "event";

    /** Service; left out for all. */
    public static final String SERVICE = "service";

    /** Region, with those below it; left out for all. */
    public static final String REGION = "region";

    /** First and last day of the act, in business time. */
    public static final String FROM = "from";

    public static final String TO = "to";

    /** How many; or how many of a hundred, of which a part counts whole. */
    public static final String SIZE = "size";

    public static final String PERCENT = "percent";

    /** Makes the draw nobody's choice: recorded before it is drawn. */
    public static final String SEED = "seed";

    /** Last position of the log that counts. */
    public static final String UNTIL = "until";

    /** Most that are drawn at once. */
    public static final int MOST = 2_000;

    private static final int PAGE = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * What was drawn.
     *
     * @param population how many cases there were to draw from
     * @param digest SHA-256 over their numbers in the order of their acts, each with a line feed
     * @param drawn in the order of their hashes
     */
    public record Sample(long population, String digest, List<Drawn> drawn) {

        public Sample {
            drawn = List.copyOf(drawn);
        }
    }

    /**
     * A case that was drawn.
     *
     * @param position of the act by which it belongs to the population
     * @param hash SHA-256 over seed, slash and number, hex
     */
    public record Drawn(String number, long position, String hash) {}

    private final CasesWithAct cases;
    private final LogPositions positions;

    SampleDraw(JdbcClient jdbc, LogPositions positions) {
        this.cases = new CasesWithAct(jdbc);
        this.positions = positions;
    }

    @Override
    public AuditRun.Kind kind() {
        return AuditRun.Kind.SAMPLE;
    }

    @Override
    public Sample run(Map<String, String> asked, RunProgress progress) {
        long until = Long.parseLong(asked.get(UNTIL));
        if (!positions.await(Views.TIMELINE, until, PATIENCE)) {
            throw new IllegalStateException("the timeline is behind");
        }
        CasesWithAct.Question question = question(asked);
        int wanted = wanted(asked, cases.count(question));
        String seed = asked.get(SEED);
        MessageDigest digest = sha256();
        PriorityQueue<Drawn> lowest =
                new PriorityQueue<>(Comparator.comparing(Drawn::hash).reversed());
        long population = 0;
        long after = 0;
        List<Found> page = cases.page(question, after, PAGE);
        while (!page.isEmpty()) {
            for (Found found : page) {
                population++;
                digest.update((found.number() + "\n").getBytes(StandardCharsets.UTF_8));
                lowest.add(new Drawn(found.number(), found.position(), hash(seed, found.number())));
                if (lowest.size() > wanted) {
                    lowest.remove();
                }
            }
            after = page.get(page.size() - 1).position();
            progress.at(after, until);
            progress.check();
            page = cases.page(question, after, PAGE);
        }
        List<Drawn> drawn = lowest.stream().sorted(Comparator.comparing(Drawn::hash)).toList();
        progress.at(until, until);
        return new Sample(population, HexFormat.of().formatHex(digest.digest()), drawn);
    }

    private static int wanted(Map<String, String> asked, long population) {
        String percent = asked.get(PERCENT);
        long wanted =
                percent == null
                        ? Long.parseLong(asked.get(SIZE))
                        : (population * Integer.parseInt(percent) + 99) / 100;
        return (int) Math.min(MOST, wanted);
    }

    static CasesWithAct.Question question(Map<String, String> asked) {
        String region = asked.get(REGION);
        return new CasesWithAct.Question(
                String.valueOf(asked.get(EVENT)),
                asked.get(SERVICE),
                region == null ? null : new RegionCode(region),
                LocalDate.parse(asked.get(FROM)).atStartOfDay(Stamp.ZONE).toInstant(),
                LocalDate.parse(asked.get(TO)).plusDays(1).atStartOfDay(Stamp.ZONE).toInstant(),
                Long.parseLong(asked.get(UNTIL)));
    }

    static String hash(String seed, String number) {
        return HexFormat.of()
                .formatHex(sha256().digest((seed + "/" + number).getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
