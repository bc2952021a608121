package org.banshi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.message.Actor;
import org.banshi.eventstore.EventLog;
import org.banshi.process.deadline.BenefitRerating;
import org.banshi.process.deadline.Deadlines;
import org.banshi.process.policy.PolicySubscription;
import org.banshi.process.policy.WhenReviewFellDueThenBeginACase;
import org.banshi.process.world.MarketStall;
import org.banshi.process.world.MovableClock;
import org.banshi.process.world.Office;
import org.banshi.process.world.ProcessTest;
import org.banshi.process.world.StandInDomain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What falls due months later does so by the business clock, and a case begins ex officio. */
@ProcessTest
class DeadlinesTest {

    @Autowired private Office office;
    @Autowired private StandInDomain domain;
    @Autowired private MovableClock clock;
    @Autowired private CommandGateway commands;
    @Autowired private EventLog log;
    @Autowired private JdbcClient jdbc;

    @AfterEach
    void mend() {
        domain.mend();
    }

    @Test
    void a_benefit_falls_due_when_the_clock_has_reached_its_day_and_not_before() {
        ApplicationId application = grant();
        String benefit = nameOf(application + "/1");

        assertThat(office.story(benefit)).containsExactly("benefit.granted");
        clock.advance(Duration.ofDays(400));

        office.until(() -> office.story(benefit).contains("benefit.review-fell-due"));
        assertThat(office.story(benefit))
                .containsExactly("benefit.granted", "benefit.review-fell-due");
    }

    @Test
    void the_yearly_certification_opens_when_the_clock_has_reached_its_day() {
        ApplicationId application = grant(Map.of("certification", "04-01/06-20"));
        String benefit = nameOf(application + "/1");
        assertThat(office.story(benefit))
                .containsExactly("benefit.granted", "benefit.certification-set");

        clock.advance(Duration.ofDays(700));

        office.until(() -> office.story(benefit).contains("benefit.certification-opened"));
    }

    @Test
    void what_fails_when_it_falls_due_is_tried_again() {
        ApplicationId application = grant();
        String benefit = nameOf(application + "/1");
        domain.fail(BenefitCommand.FallDue.class, () -> new IllegalStateException("struck"));
        clock.advance(Duration.ofDays(400));
        BenefitId id = new BenefitId(benefit);
        office.until(
                () ->
                        domain.received(BenefitCommand.FallDue.class).stream()
                                .anyMatch(it -> it.benefit().equals(id)));

        domain.mend();

        office.until(() -> office.story(benefit).contains("benefit.review-fell-due"));
    }

    @Test
    void a_verification_begins_as_a_case_of_its_own_and_is_broken_off_with_it() {
        ApplicationId application = grant();
        String benefit = nameOf(application + "/1");
        clock.advance(Duration.ofDays(400));
        ApplicationId review = new ApplicationId(nameOf(benefit + "/review/1"));
        office.until(() -> !office.story(review).isEmpty());

        ApplicationEvent.Applied applied =
                office.events(review.value(), ApplicationEvent.Applied.class).get(0);
        assertThat(applied.form().values())
                .containsEntry("benefit", benefit)
                .containsEntry("kind", "stall-grant")
                .containsEntry("cause", "PERIODIC");
        assertThat(office.stream(review.value()).get(0).stamp().by())
                .isEqualTo(Actor.system(WhenReviewFellDueThenBeginACase.NAME));

        office.settle();
        commands.sendAndWait(new ApplicationCommand.Withdraw(review, null, office.citizen()));
        office.settle(PolicySubscription.NAME);

        assertThat(domain.received(BenefitCommand.BreakOffReview.class))
                .extracting(BenefitCommand.BreakOffReview::benefit)
                .contains(new BenefitId(benefit));
    }

    @Test
    void a_running_benefit_is_rated_month_by_month_from_the_first_that_it_pays() {
        LocalDate first = clock.today().withDayOfMonth(1).plusMonths(1);
        String benefit = nameOf(grant(Map.of("firstMonth", first.toString())) + "/1");
        assertThat(dayOf(benefit)).containsExactly(first);

        clock.advance(Duration.ofDays(40));

        office.until(() -> wasRated(benefit));
        office.until(
                () ->
                        dayOf(benefit)
                                .equals(List.of(clock.today().withDayOfMonth(1).plusMonths(1))));
    }

    @Test
    void a_kind_that_a_newer_program_brings_is_fed_with_what_was_granted_before() {
        String benefit = nameOf(grant() + "/1");
        jdbc.sql("DELETE FROM process_deadline WHERE kind = 'benefit-rerating' AND subject = ?")
                .param(benefit)
                .update();
        jdbc.sql("DELETE FROM process_deadline_kind WHERE kind = 'benefit-rerating'").update();

        Deadlines newer = new Deadlines(jdbc, commands, clock, log, List.of(new BenefitRerating()));
        newer.start();
        try {
            office.until(() -> !dayOf(benefit).isEmpty());
        } finally {
            newer.stop();
        }
        assertThat(
                        jdbc.sql("SELECT count(*) FROM process_deadline_kind WHERE kind = ?")
                                .param("benefit-rerating")
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    private List<LocalDate> dayOf(String benefit) {
        return jdbc.sql(
                        """
                        SELECT day FROM process_deadline
                        WHERE kind = 'benefit-rerating' AND subject = ?""")
                .param(benefit)
                .query(LocalDate.class)
                .list();
    }

    private boolean wasRated(String benefit) {
        return domain.received(BenefitCommand.Rerate.class).stream()
                .anyMatch(it -> it.benefit().value().equals(benefit));
    }

    @Test
    void an_application_of_a_citizen_breaks_off_nothing() {
        List<BenefitCommand.BreakOffReview> before =
                domain.received(BenefitCommand.BreakOffReview.class);
        ApplicationId application = office.open();

        commands.sendAndWait(new ApplicationCommand.Withdraw(application, null, office.citizen()));
        office.settle(PolicySubscription.NAME);

        assertThat(domain.received(BenefitCommand.BreakOffReview.class)).isEqualTo(before);
    }

    /** Of a case that somebody applied for; to be verified after three months. */
    private ApplicationId grant() {
        return grant(Map.of("reviewEvery", 3, "reviewBy", MarketStall.SERVICE));
    }

    private ApplicationId grant(Map<String, Object> more) {
        ApplicationId application = office.open();
        Map<String, Object> with =
                new HashMap<>(
                        Map.of(
                                "kind",
                                "stall-grant",
                                "monthlyAmount",
                                new BigDecimal("120.00"),
                                "firstMonth",
                                "2026-10-01"));
        with.putAll(more);
        domain.grant(application, office.officer("lin"), new FormData(with));
        office.settle(PolicySubscription.NAME);
        office.settle(Deadlines.NAME);
        return application;
    }

    private static String nameOf(String what) {
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
