package org.banshi.command.domain.application;

import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.CaseFixture.appliedEvent;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.on;

import java.util.List;
import java.util.Map;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationCommand.CarryOn;
import org.banshi.command.contract.application.ApplicationCommand.RecordDeath;
import org.banshi.command.contract.application.ApplicationCommand.RefuteDeath;
import org.banshi.command.contract.application.ApplicationCommand.RequestDelivery;
import org.banshi.command.contract.application.ApplicationCommand.Withdraw;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.DeliveryChannel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An applicant dies, and somebody goes on with the case. */
class SuccessionTest extends EndingFixture {

    private static final PersonId SHI = new PersonId("person-shi");
    private static final Actor SHI_SELF = Actor.citizen("shi", SHI);
    private static final String SHIS_NUMBER = "440106190408201152";
    private static final Applicant SHIS_DETAILS =
            new Applicant("石秀英", SHIS_NUMBER, "13800000009", null);
    private static final ApplicationEvent DIED =
            new ApplicationEvent.DeathRecorded(CASE, LIN, "certificate");
    private static final ApplicationEvent LIVES =
            new ApplicationEvent.DeathRefuted(CASE, LIN, "met");

    private final InventedService help =
            InventedService.lanternPermit().ofFamily("social-assistance").forHeirs();

    @Test
    void an_officer_records_a_death_and_corrects_a_false_one() {
        RecordDeath died = new RecordDeath(CASE, "certificate", on("2026-09-16", CLERK));
        RefuteDeath lives = new RefuteDeath(CASE, "met", on("2026-09-17", CLERK));

        accepted().when(died).happens(DIED);
        accepted().given("2026-09-15", CLERK, DIED).when(died).nothingHappens();
        accepted().given("2026-09-15", CLERK, DIED).when(lives).happens(LIVES);
        accepted().when(lives).nothingHappens();
        accepted()
                .when(new RecordDeath(CASE, "x", on("2026-09-16", LIN_SELF)))
                .refused("officer-only");
    }

    @Test
    void sends_nothing_to_the_dead() {
        accepted()
                .given("2026-09-15", CLERK, DIED)
                .when(tell())
                .happens(requested(LIN, DeliveryChannel.WINDOW, ""));
        accepted()
                .given("2026-09-15", CLERK, DIED)
                .given("2026-09-16", CLERK, LIVES)
                .when(tell())
                .happens(requested(LIN, DeliveryChannel.TEXT_MESSAGE, "13800000000"));
    }

    @Test
    void somebody_of_the_household_goes_on_as_the_applicant() {
        died().when(carryOn(SHIS_NUMBER)).happens(carriedOn());
        CaseFixture on = died().given("2026-09-16", CLERK, carriedOn());
        on.when(tell()).happens(requested(SHI, DeliveryChannel.TEXT_MESSAGE, "13800000009"));
        on.when(new Withdraw(CASE, null, on("2026-09-18", SHI_SELF)))
                .happens(new ApplicationEvent.Withdrawn(CASE, SHI, null));
        on.when(new Withdraw(CASE, null, on("2026-09-18", LIN_SELF))).refused("not-the-applicant");
    }

    @Test
    void nobody_goes_on_without_a_death_or_with_what_was_the_persons_alone() {
        assisted().when(carryOn(SHIS_NUMBER)).refused("death-not-recorded");
        died().when(carryOn("440106190503071237")).refused("successor-unknown");
        died().when(carryOn("1")).refused("successor-unknown");
        accepted()
                .given("2026-09-15", CLERK, DIED)
                .when(carryOn(SHIS_NUMBER))
                .refused("personal-matter");
    }

    @Test
    void goes_on_with_each_of_two_disputes_and_with_one_application_of_the_persons_own() {
        diedWith("key-factory").when(carryOn(SHIS_NUMBER)).happens(carriedOn(null));
        diedWith("person-lin", "key-lin").when(carryOn(SHIS_NUMBER)).happens(carriedOn());
        diedWith("person-lin")
                .given(
                        "2026-09-15",
                        CLERK,
                        new ApplicationEvent.Supplemented(
                                CASE,
                                LIN,
                                FormData.empty(),
                                List.of(),
                                null,
                                help.version().service(),
                                List.of("key-factory")))
                .when(carryOn(SHIS_NUMBER))
                .happens(carriedOn(null));
    }

    private CaseFixture diedWith(String... openFor) {
        ApplicationEvent.Applied it = appliedEvent(help.version(), Map.of("purpose", "festival"));
        return aCaseOf(help)
                .given(
                        "2026-09-14",
                        LIN_SELF,
                        new ApplicationEvent.Applied(
                                it.application(),
                                it.subject(),
                                it.number(),
                                it.service(),
                                it.region(),
                                it.channel(),
                                it.details(),
                                it.form(),
                                it.materials(),
                                it.queryCode(),
                                List.of(openFor)))
                .given("2026-09-15", CLERK, DIED);
    }

    private CaseFixture assisted() {
        return aCaseOf(help).applied("2026-09-14").accepted("2026-09-14", "2026-10-30");
    }

    private CaseFixture died() {
        return assisted().given("2026-09-15", CLERK, DIED);
    }

    private ApplicationEvent carriedOn() {
        return carriedOn(help.version().service());
    }

    private static ApplicationEvent carriedOn(@Nullable String item) {
        return new ApplicationEvent.CarriedOn(CASE, SHI, LIN, "N-1", item, SHIS_DETAILS, "wife");
    }

    private static CarryOn carryOn(String number) {
        return new CarryOn(
                CASE, SHI, "石秀英", number, "13800000009", "wife", on("2026-09-16", CLERK));
    }

    private static RequestDelivery tell() {
        return new RequestDelivery(
                CASE, "d-1", "note", DeliveryChannel.TEXT_MESSAGE, on("2026-09-21", PROCESS));
    }

    private static ApplicationEvent requested(
            PersonId person, DeliveryChannel channel, String address) {
        return new ApplicationEvent.DeliveryRequested(
                CASE, person, "d-1", "note", channel, address);
    }
}
