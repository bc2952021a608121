package org.banshi.command.domain.application;

import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.People.AGENT;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.COUNTY;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.STRANGER;
import static org.banshi.command.domain.invented.People.on;

import java.util.List;
import org.banshi.command.contract.application.ApplicationCommand.Apply;
import org.banshi.command.contract.application.ApplicationCommand.LiftProtection;
import org.banshi.command.contract.application.ApplicationCommand.Protect;
import org.banshi.command.contract.application.ApplicationCommand.RequestDelivery;
import org.banshi.command.contract.application.ApplicationCommand.Withdraw;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.AskedProtection;
import org.banshi.command.contract.application.DeliveryChannel;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.domain.invented.CaseFixture;
import org.junit.jupiter.api.Test;

/** An applicant who is in danger from somebody near. */
class ProtectionTest extends EndingFixture {

    private static final ApplicationEvent LIFT_ASKED =
            new ApplicationEvent.ProtectionLiftAsked(CASE, LIN, "calm");
    private static final ApplicationEvent LIFTED =
            new ApplicationEvent.ProtectionLifted(CASE, LIN, "calm");

    @Test
    void is_asked_for_by_the_applicant_or_an_officer_and_by_nobody_else() {
        applied().when(protect(LIN_SELF, false)).happens(guarded(false));
        approved().when(protect(CLERK, true)).happens(guarded(true));
        applied().when(protect(AGENT, false)).refused("not-the-applicant");
        applied().when(protect(STRANGER, false)).refused("not-the-applicant");
        applied()
                .when(new Protect(CASE, " ", false, on("2026-09-15", LIN_SELF)))
                .refused("protection-reason");
    }

    @Test
    void is_asked_for_with_the_application_itself_but_by_no_agent() {
        Apply plain = CaseFixture.apply("2026-09-14", LIN_SELF);

        aCaseOf(permit)
                .when(asking(plain, "storm"))
                .happens(
                        new ApplicationEvent.Applied(
                                CASE,
                                LIN,
                                plain.number(),
                                plain.service(),
                                plain.region(),
                                plain.channel(),
                                plain.details(),
                                plain.form(),
                                plain.materials(),
                                plain.queryCode()),
                        guarded(false));
        aCaseOf(permit).when(asking(plain, " ")).refused("protection-reason");
        aCaseOf(permit)
                .when(asking(CaseFixture.apply("2026-09-14", AGENT), "danger"))
                .refused("not-the-applicant");
    }

    private static Apply asking(Apply it, String reason) {
        return new Apply(
                it.application(),
                it.number(),
                it.service(),
                it.region(),
                it.applicant(),
                it.details(),
                it.form(),
                it.materials(),
                it.channel(),
                it.queryCode(),
                new AskedProtection(reason, false),
                it.stamp());
    }

    @Test
    void said_again_changes_nothing_unless_it_says_something_else_of_the_phone() {
        inDanger(false).when(protect(LIN_SELF, false)).nothingHappens();
        inDanger(false).when(protect(LIN_SELF, true)).happens(guarded(true));
        confirmed(false).when(protect(COUNTY, false)).nothingHappens();
        confirmed(false).when(protect(COUNTY, true)).happens(guarded(true));
    }

    @Test
    void is_confirmed_by_an_officer_who_leaves_to_the_applicant_what_they_said_of_the_phone() {
        inDanger(true).when(protect(CLERK, false)).happens(guarded(true));
        inDanger(true).when(protect(PROCESS, true)).nothingHappens();
    }

    @Test
    void is_lifted_by_two_officers() {
        for (CaseFixture one : List.of(inDanger(false), confirmed(false))) {
            one.when(lift(CLERK)).happens(LIFT_ASKED);
            CaseFixture asked = one.given("2026-09-16", CLERK, LIFT_ASKED);
            asked.when(lift(CLERK)).refused("protection-second-officer");
            asked.when(lift(COUNTY)).happens(LIFTED);
            asked.when(protect(LIN_SELF, false)).happens(guarded(false));
            asked.given("2026-09-17", LIN_SELF, guarded(false))
                    .when(lift(COUNTY))
                    .happens(LIFT_ASKED);
        }
        inDanger(false).when(lift(LIN_SELF)).refused("officer-only");
        applied().when(lift(CLERK)).nothingHappens();
    }

    private CaseFixture confirmed(boolean ownPhone) {
        return accepted().given("2026-09-15", CLERK, guarded(ownPhone));
    }

    @Test
    void keeps_agents_away_for_one_of_them_may_be_the_danger() {
        Withdraw byAgent = new Withdraw(CASE, null, on("2026-09-16", AGENT));

        inDanger(false).when(byAgent).refused("applicant-alone");
        inDanger(false)
                .given("2026-09-15", CLERK, LIFTED)
                .when(byAgent)
                .happens(new ApplicationEvent.Withdrawn(CASE, LIN, null));
    }

    @Test
    void sends_nothing_to_a_phone_that_others_read() {
        inDanger(false)
                .when(tell(DeliveryChannel.TEXT_MESSAGE))
                .happens(requested(DeliveryChannel.WINDOW, ""));
        inDanger(false)
                .when(tell(DeliveryChannel.EMAIL))
                .happens(requested(DeliveryChannel.WINDOW, ""));
        inDanger(true)
                .when(tell(DeliveryChannel.TEXT_MESSAGE))
                .happens(requested(DeliveryChannel.TEXT_MESSAGE, "13800000000"));
        inDanger(false)
                .given("2026-09-15", CLERK, LIFTED)
                .when(tell(DeliveryChannel.TEXT_MESSAGE))
                .happens(requested(DeliveryChannel.TEXT_MESSAGE, "13800000000"));
    }

    private CaseFixture inDanger(boolean ownPhone) {
        return accepted().given("2026-09-15", LIN_SELF, guarded(ownPhone));
    }

    private static Protect protect(Actor by, boolean ownPhone) {
        return new Protect(CASE, "storm", ownPhone, on("2026-09-21", by));
    }

    private static LiftProtection lift(Actor by) {
        return new LiftProtection(CASE, "calm", on("2026-09-21", by));
    }

    private static ApplicationEvent guarded(boolean ownPhone) {
        return new ApplicationEvent.Protected(CASE, LIN, "storm", ownPhone);
    }

    private static RequestDelivery tell(DeliveryChannel channel) {
        return new RequestDelivery(CASE, "d-1", "note", channel, on("2026-09-21", PROCESS));
    }

    private static ApplicationEvent requested(DeliveryChannel channel, String address) {
        return new ApplicationEvent.DeliveryRequested(CASE, LIN, "d-1", "note", channel, address);
    }
}
