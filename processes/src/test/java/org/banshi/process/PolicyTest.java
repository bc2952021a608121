package org.banshi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.message.Actor;
import org.banshi.eventstore.ParkedEvent;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.Subscriptions;
import org.banshi.process.policy.PolicySubscription;
import org.banshi.process.policy.WhenGrantedThenOpen;
import org.banshi.process.world.Faults;
import org.banshi.process.world.LostReplies;
import org.banshi.process.world.Office;
import org.banshi.process.world.ProcessTest;
import org.banshi.process.world.StandInDomain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What follows from an event of another stream follows once, whatever dies on the way. */
@ProcessTest
class PolicyTest {

    private static final FormData STALL_GRANT =
            new FormData(
                    Map.of(
                            "kind",
                            "stall-grant",
                            "monthlyAmount",
                            new BigDecimal("120.00"),
                            "firstMonth",
                            "2026-10-01",
                            "members",
                            2));

    /** Where a fault strikes, and how. */
    interface Blow {
        void prepare(PolicyTest test);
    }

    @Autowired private Office office;
    @Autowired private Faults faults;
    @Autowired private LostReplies lostReplies;
    @Autowired private StandInDomain domain;
    @Autowired private Subscriptions readers;
    @Autowired private DataSource dataSource;
    @Autowired private JdbcClient jdbc;

    static Stream<Named<Blow>> blows() {
        return Stream.of(
                Named.of(
                        "failure before the append",
                        t -> t.faults.policyBeforeAppend(PolicyTest::fail)),
                Named.of(
                        "failure when all is ready for append and commit",
                        t -> t.faults.policyAtAppend(PolicyTest::fail)),
                Named.of(
                        "connection killed before the append",
                        t -> t.faults.policyBeforeAppend(t::killConnection)),
                Named.of(
                        "connection killed at the commit",
                        t -> t.faults.policyAtAppend(t::killConnection)),
                Named.of(
                        "the commit's reply gets lost",
                        t -> t.faults.policyAtAppend(t.lostReplies::loseNext)));
    }

    @BeforeEach
    void settle() {
        office.settle(PolicySubscription.NAME);
    }

    @AfterEach
    void clear() {
        faults.clear();
        domain.mend();
    }

    @Test
    void a_grant_opens_the_benefit_that_the_package_names() {
        ApplicationId application = grant();

        Recorded granted = office.stream(benefit(application)).get(0);

        assertThat(granted.event())
                .isInstanceOfSatisfying(
                        BenefitEvent.Granted.class,
                        it -> {
                            assertThat(it.application()).isEqualTo(application);
                            assertThat(it.subject()).isEqualTo(StandInDomain.SUBJECT);
                            assertThat(it.kind()).isEqualTo("stall-grant");
                            assertThat(it.monthlyAmount()).isEqualByComparingTo("120.00");
                            assertThat(it.firstMonth()).isEqualTo(LocalDate.of(2026, 10, 1));
                            assertThat(it.members()).isEqualTo(2);
                        });
        assertThat(granted.stamp().by()).isEqualTo(Actor.system(WhenGrantedThenOpen.NAME));
    }

    @ParameterizedTest
    @MethodSource("blows")
    void what_follows_follows_exactly_once(Blow blow) {
        blow.prepare(this);

        ApplicationId application = grant();

        assertThat(office.story(benefit(application))).containsExactly("benefit.granted");
        assertThat(readers.parked(PolicySubscription.NAME)).isEmpty();
    }

    @Test
    void nothing_follows_twice_when_the_reader_is_reset() {
        ApplicationId application = grant();
        int before = domain.received(BenefitCommand.Grant.class).size();

        readers.reset(PolicySubscription.NAME, () -> {});
        office.settle(PolicySubscription.NAME);

        assertThat(office.story(benefit(application))).containsExactly("benefit.granted");
        assertThat(domain.received(BenefitCommand.Grant.class)).hasSize(before);
    }

    @Test
    void what_is_refused_is_parked_and_can_be_tried_again() {
        domain.fail(BenefitCommand.Grant.class, () -> StandInDomain.refusal("benefit-running"));

        ApplicationId application = grant();

        assertThat(office.story(benefit(application))).isEmpty();
        assertThat(readers.parked(PolicySubscription.NAME))
                .extracting(ParkedEvent::stream)
                .containsExactly(application.value());

        domain.mend();
        assertThat(readers.retry(PolicySubscription.NAME, application.value())).isTrue();
        assertThat(office.story(benefit(application))).containsExactly("benefit.granted");
    }

    @Test
    void what_runs_already_is_confirmed_anew_and_nothing_is_parked() {
        BenefitId runs = new BenefitId(benefit(grant()));
        jdbc.sql(
                        """
                        INSERT INTO event_claim (kind, key, stream)
                        SELECT ?, ?, id FROM event_stream WHERE name = ?""")
                .params(RunningBenefits.CLAIM, StandInDomain.SUBJECT + "/stall-grant", runs.value())
                .update();

        ApplicationId second = grant();

        assertThat(office.story(benefit(second))).isEmpty();
        assertThat(domain.received(BenefitCommand.ConfirmAnew.class))
                .last()
                .satisfies(
                        it -> {
                            assertThat(it.benefit()).isEqualTo(runs);
                            assertThat(it.application()).isEqualTo(second);
                            assertThat(it.monthlyAmount()).isEqualByComparingTo("120.00");
                            assertThat(it.arrears()).isNull();
                        });
        assertThat(readers.parked(PolicySubscription.NAME)).isEmpty();
        jdbc.sql("DELETE FROM event_claim WHERE kind = ?").param(RunningBenefits.CLAIM).update();
    }

    @Test
    void what_lacks_a_value_is_parked_and_nothing_is_guessed() {
        ApplicationId application = new ApplicationId(UUID.randomUUID().toString());
        Map<String, Object> incomplete = new HashMap<>(STALL_GRANT.values());
        incomplete.remove("monthlyAmount");

        domain.grant(application, office.officer("lin"), new FormData(incomplete));
        office.settle(PolicySubscription.NAME);

        List<ParkedEvent> parked = readers.parked(PolicySubscription.NAME);
        assertThat(parked).extracting(ParkedEvent::event).containsExactly("application.granted");
        readers.discard(PolicySubscription.NAME, parked.get(0).position(), "invented", "a test");
    }

    private ApplicationId grant() {
        ApplicationId application = new ApplicationId(UUID.randomUUID().toString());
        domain.grant(application, office.officer("lin"), STALL_GRANT);
        office.settle(PolicySubscription.NAME);
        return application;
    }

    private static String benefit(ApplicationId application) {
        byte[] name = (application + "/1").getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString();
    }

    private static void fail() {
        throw new IllegalStateException("struck");
    }

    /** Ends this transaction's server process, as a failing host would. */
    private void killConnection() {
        int pid = jdbc.sql("SELECT pg_backend_pid()").query(Integer.class).single();
        LostReplies.kill(dataSource, pid);
    }
}
