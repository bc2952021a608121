package org.banshi.command.domain.application;

import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.CaseFixture.appliedEvent;
import static org.banshi.command.domain.invented.People.AGENT;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.STRANGER;
import static org.banshi.command.domain.invented.People.on;

import java.util.Map;
import org.banshi.command.contract.application.ApplicationCommand.Collect;
import org.banshi.command.contract.application.ApplicationCommand.Rate;
import org.banshi.command.contract.application.ApplicationCommand.Terminate;
import org.banshi.command.contract.application.ApplicationCommand.Withdraw;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.message.Actor;
import org.junit.jupiter.api.Test;

/** Withdrawal, termination, collection and rating. */
class EndingTest extends EndingFixture {

    @Test
    void lets_the_applicant_and_the_agent_withdraw_before_the_decision() {
        ApplicationEvent withdrawn = new ApplicationEvent.Withdrawn(CASE, LIN, "rain");

        applied().when(withdraw(LIN_SELF)).happens(withdrawn);
        accepted().when(withdraw(AGENT)).happens(withdrawn);
    }

    @Test
    void lets_nobody_else_withdraw() {
        applied().when(withdraw(STRANGER)).refused("not-the-applicant");
        applied().when(withdraw(CLERK)).refused("not-the-applicant");
    }

    /** Else whoever missed their certification would put an end to what looks into it. */
    @Test
    void nobody_withdraws_what_an_office_began_by_itself() {
        ApplicationEvent.Applied it = appliedEvent(permit.version(), Map.of());

        aCaseOf(permit)
                .given(
                        "2026-09-14",
                        PROCESS,
                        new ApplicationEvent.Applied(
                                it.application(),
                                it.subject(),
                                it.number(),
                                it.service(),
                                it.region(),
                                Channel.EX_OFFICIO,
                                it.details(),
                                it.form(),
                                it.materials(),
                                it.queryCode()))
                .when(withdraw(LIN_SELF))
                .refused("withdrawal-of-the-offices-own");
    }

    @Test
    void refuses_to_withdraw_after_the_decision_or_twice() {
        approved().when(withdraw(LIN_SELF)).refused("application-concluded");
        applied()
                .given("2026-09-15", LIN_SELF, new ApplicationEvent.Withdrawn(CASE, LIN, null))
                .when(withdraw(LIN_SELF))
                .refused("application-withdrawn");
    }

    @Test
    void terminates_in_writing_with_the_remedies() {
        accepted()
                .when(new Terminate(CASE, "does not co-operate", on("2026-09-16", CLERK)))
                .happens(terminated());
    }

    @Test
    void refuses_to_terminate_what_has_ended() {
        approved()
                .when(new Terminate(CASE, "late", on("2026-09-21", CLERK)))
                .refused("application-concluded");
    }

    @Test
    void registers_the_collection_of_a_result_once() {
        ApplicationEvent.Collected collected =
                new ApplicationEvent.Collected(CASE, LIN, "林小灯", "window");

        approved().when(collect()).happens(collected);
        approved()
                .given("2026-09-22", CLERK, collected)
                .when(collect())
                .refused("collected-before");
    }

    @Test
    void refuses_the_collection_of_a_rejected_or_unfinished_case() {
        rejected().when(collect()).refused("nothing-to-collect");
        accepted().when(collect()).refused("not-concluded");
    }

    @Test
    void takes_one_rating_from_the_applicant_after_the_end() {
        ApplicationEvent.Rated rated = new ApplicationEvent.Rated(CASE, LIN, 2, "fast");

        approved().when(rate(2, LIN_SELF)).happens(rated);
        approved()
                .given("2026-09-22", LIN_SELF, rated)
                .when(rate(1, LIN_SELF))
                .refused("rated-before");
    }

    @Test
    void refuses_a_rating_by_another_or_before_the_end() {
        approved().when(rate(2, AGENT)).refused("not-the-applicant");
        approved().when(rate(2, CLERK)).refused("not-the-applicant");
        accepted().when(rate(2, LIN_SELF)).refused("not-ended");
    }

    @Test
    void refuses_a_rating_by_the_applicant_in_anothers_name() {
        Actor forAnother = new Actor(Actor.Kind.CITIZEN, "lin", LIN, STRANGER.person(), null, null);

        approved().when(rate(2, forAnother)).refused("not-the-applicant");
    }

    @Test
    void refuses_a_rating_outside_of_the_five_levels() {
        approved().when(rate(0, LIN_SELF)).refused("rating-score");
        approved().when(rate(6, LIN_SELF)).refused("rating-score");
    }

    @Test
    void still_loads_a_case_whose_person_was_erased() {
        aCaseOf(permit)
                .given("2026-09-14", LIN_SELF, erased())
                .when(new Terminate(CASE, "erased", on("2026-09-16", CLERK)))
                .happens(new ApplicationEvent.Terminated(CASE, LIN, "erased", Remedies.OPEN));
    }

    private ApplicationEvent.Applied erased() {
        return copy(appliedEvent(permit.version(), Map.of()), null, null);
    }

    private static Withdraw withdraw(Actor by) {
        return new Withdraw(CASE, "rain", on("2026-09-16", by));
    }

    private static Collect collect() {
        return new Collect(CASE, "林小灯", "window", on("2026-09-22", CLERK));
    }

    private static Rate rate(int score, Actor by) {
        return new Rate(CASE, score, "fast", on("2026-09-22", by));
    }
}
