package org.banshi.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.banshi.app.TestDatabase;
import org.banshi.app.audit.RankingRecount;
import org.banshi.app.platform.Database;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.settlement.CandidacyCommand;
import org.banshi.command.contract.settlement.CandidacyEvent;
import org.banshi.command.contract.settlement.CandidacyId;
import org.banshi.command.contract.settlement.RankedCandidate;
import org.banshi.command.contract.settlement.RankingKeys;
import org.banshi.command.contract.settlement.RoundCommand;
import org.banshi.command.contract.settlement.RoundEvent;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.banshi.process.settlement.GiveSettlementPlaces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A round over many accounts, on the real log, against a plain recount of the same log. */
class SettlementRankingTest {

    private static final int YEAR = 2026;
    private static final int PEOPLE = 3_300;
    private static final int QUOTA = 600;
    private static final Actor WINDOW =
            Actor.officer("window", "newcomer-service", new RegionCode("440100"));
    private static final Actor CITY =
            Actor.officer("city", "city-newcomer", new RegionCode("440100"));

    @TempDir private Path keys;
    private Database database;
    private HikariDataSource pool;
    private OwnRound node;

    @BeforeEach
    void start() {
        database = TestDatabase.migrated();
        pool = pool();
        node = new OwnRound(pool, Path.of("../bpmn"), keys);
    }

    @AfterEach
    void stop() {
        node.close();
        pool.close();
    }

    @Test
    void the_list_is_what_a_plain_recount_of_the_log_gives() throws Exception {
        entered();
        node.withdraw(YEAR, "bench-7");

        node.rank(YEAR);
        node.settle();

        List<RankedCandidate> list = list();
        assertThat(list).isEqualTo(recounted()).hasSize(PEOPLE - 1);
        assertThat(list).extracting(RankedCandidate::candidacy).doesNotContain(candidacy(7));
        assertCompleted(list);
        assertThat(new RankingRecount(node.store().log()).of(OwnRound.round(YEAR)))
                .get()
                .matches(RankingRecount.Recount::agrees);
        assertThat(new RankingRecount(node.store().log()).of(OwnRound.round(YEAR + 1))).isEmpty();
        assertThat(placed()).isEqualTo(within(list));
    }

    @Test
    void a_node_that_dies_in_the_middle_is_followed_by_one_that_goes_on() throws Exception {
        entered();

        node.rank(YEAR);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> events(RoundEvent.SliceRanked.class) > 1);
        anotherTakesOver();

        List<RankedCandidate> list = list();
        assertThat(list).isEqualTo(recounted()).hasSize(PEOPLE);
        assertCompleted(list);
        assertThat(placed()).isEqualTo(within(list));
    }

    @Test
    void who_enters_after_the_list_was_closed_is_not_in_it() throws Exception {
        node.open(YEAR, 2);
        node.enter(YEAR, 3, 1);
        node.rank(YEAR);
        node.enter(YEAR, 5, 1);
        node.settle();

        assertThat(list()).isEqualTo(recounted()).hasSize(3);
    }

    @Test
    void those_confirmed_on_site_and_nobody_else_are_in_the_notice() throws Exception {
        node.open(YEAR, 600);
        node.enter(YEAR, 700, 3);
        node.rank(YEAR);
        node.settle();
        List<CandidacyId> confirmed = confirmed();
        post();
        node.settle();

        assertPosted(confirmed);
    }

    @Test
    void a_node_that_dies_while_it_posts_the_notice_is_followed_by_one_that_goes_on()
            throws Exception {
        node.open(YEAR, 1_100);
        node.enter(YEAR, 1_200, 3);
        node.rank(YEAR);
        node.settle();
        List<CandidacyId> confirmed = confirmed();
        post();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> events(RoundEvent.NoticeSlicePosted.class) > 0);
        anotherTakesOver();

        assertPosted(confirmed);
    }

    /** All who have a place but the first ten came to the on-site check. */
    private List<CandidacyId> confirmed() {
        List<CandidacyId> confirmed = placed().stream().skip(10).toList();
        confirmed.forEach(
                it -> send(new CandidacyCommand.ConfirmOnSite(it, at("2026-11-01", WINDOW))));
        return confirmed;
    }

    private void post() {
        send(new RoundCommand.PostNotice(OwnRound.round(YEAR), at("2026-11-09", CITY)));
    }

    /** Whatever the first was about to write is lost with its connections. */
    private void anotherTakesOver() throws Exception {
        pool.close();
        node.close();
        pool = pool();
        node = new OwnRound(pool, Path.of("../bpmn"), keys);
        node.settle();
    }

    private void assertPosted(List<CandidacyId> confirmed) {
        List<CandidacyId> listed =
                log().stream()
                        .map(Recorded::event)
                        .filter(RoundEvent.NoticeSlicePosted.class::isInstance)
                        .flatMap(it -> ((RoundEvent.NoticeSlicePosted) it).listed().stream())
                        .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(confirmed);
        assertThat(events(CandidacyEvent.Published.class)).isEqualTo(confirmed.size());
        assertThat(events(RoundEvent.NoticeSlicePosted.class)).isGreaterThan(1);
    }

    /** A slice is not told in parts, and more than one would hold the log's lock for long. */
    @Test
    void tells_no_more_people_of_their_places_in_one_transaction_than_a_slice_has() {
        assertThat(new GiveSettlementPlaces(mock(), pool, node.gateway()).batchSize()).isOne();
    }

    private void entered() throws Exception {
        node.open(YEAR, QUOTA);
        node.enter(YEAR, PEOPLE, 42);
    }

    private void send(Object command) {
        node.gateway().sendAndWait(command);
    }

    private static Stamp at(String day, Actor by) {
        return new Stamp(Instant.parse(day + "T01:00:00Z"), by);
    }

    private static CandidacyId candidacy(int person) {
        return new CandidacyId("candidacy-440100-2026-bench-" + person);
    }

    /** The list as the round has it, slice after slice. */
    private List<RankedCandidate> list() {
        List<RankedCandidate> list = new ArrayList<>();
        int next = 0;
        for (Recorded recorded : log()) {
            if (recorded.event() instanceof RoundEvent.SliceRanked slice) {
                assertThat(slice.slice()).isEqualTo(next++);
                assertThat(slice.lines()).hasSizeLessThanOrEqualTo(RoundCommand.SLICE);
                list.addAll(slice.lines());
            }
        }
        return list;
    }

    /**
     * By the words of the rule alone: base points, then months of medical insurance, then months of
     * the permit; whoever has nobody better is rank one more than those better.
     */
    private List<RankedCandidate> recounted() {
        Map<CandidacyId, RankingKeys> in = new HashMap<>();
        for (Recorded recorded : log()) {
            if (recorded.event() instanceof RoundEvent.RankingBegun) {
                break;
            }
            if (recorded.event() instanceof CandidacyEvent.Entered entered) {
                in.put(entered.candidacy(), entered.keys());
            } else if (recorded.event() instanceof CandidacyEvent.Withdrawn left) {
                in.remove(left.candidacy());
            }
        }
        Map<Long, Long> howMany =
                in.values().stream()
                        .collect(Collectors.groupingBy(this::weight, Collectors.counting()));
        Map<Long, Integer> ranks = new HashMap<>();
        long better = 0;
        for (long weight :
                howMany.keySet().stream().sorted((a, b) -> Long.compare(b, a)).toList()) {
            ranks.put(weight, (int) better + 1);
            better += howMany.get(weight);
        }
        return in.entrySet().stream()
                .map(
                        it ->
                                new RankedCandidate(
                                        it.getKey(),
                                        it.getValue(),
                                        ranks.get(weight(it.getValue()))))
                .sorted(
                        (a, b) ->
                                a.rank() == b.rank()
                                        ? a.candidacy().value().compareTo(b.candidacy().value())
                                        : Integer.compare(a.rank(), b.rank()))
                .toList();
    }

    /** One number for three keys; months stay below 10,000. */
    private long weight(RankingKeys keys) {
        return keys.base().multiply(BigDecimal.valueOf(100_000_000L)).longValueExact()
                + keys.medicalMonths() * 10_000L
                + keys.permitMonths();
    }

    private static List<CandidacyId> within(List<RankedCandidate> list) {
        return list.stream()
                .filter(it -> it.rank() <= QUOTA)
                .map(RankedCandidate::candidacy)
                .toList();
    }

    /** Those who were told of their place, in the order of the log. */
    private List<CandidacyId> placed() {
        return log().stream()
                .map(Recorded::event)
                .filter(CandidacyEvent.Placed.class::isInstance)
                .map(it -> ((CandidacyEvent.Placed) it).candidacy())
                .toList();
    }

    private void assertCompleted(List<RankedCandidate> list) throws Exception {
        String digest = "";
        for (int from = 0; from < list.size(); from += RoundCommand.SLICE) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(digest.getBytes(StandardCharsets.US_ASCII));
            for (RankedCandidate it :
                    list.subList(from, Math.min(list.size(), from + RoundCommand.SLICE))) {
                String line =
                        "%s|%s|%d|%d|%d\n"
                                .formatted(
                                        it.candidacy().value(),
                                        it.keys().base().toPlainString(),
                                        it.keys().medicalMonths(),
                                        it.keys().permitMonths(),
                                        it.rank());
                sha.update(line.getBytes(StandardCharsets.UTF_8));
            }
            digest = HexFormat.of().formatHex(sha.digest());
        }
        assertThat(log())
                .extracting(Recorded::event)
                .filteredOn(RoundEvent.RankingCompleted.class::isInstance)
                .containsExactly(
                        new RoundEvent.RankingCompleted(
                                OwnRound.round(YEAR), list.size(), within(list).size(), digest));
    }

    private long events(Class<?> type) {
        return log().stream().filter(it -> type.isInstance(it.event())).count();
    }

    private List<Recorded> log() {
        EventLog log = node.store().log();
        return log.read(0, 1_000_000);
    }

    private HikariDataSource pool() {
        HikariDataSource opened = new HikariDataSource();
        opened.setJdbcUrl(database.url());
        opened.setUsername(database.user());
        opened.setPassword(database.password());
        opened.setMaximumPoolSize(32);
        return opened;
    }
}
