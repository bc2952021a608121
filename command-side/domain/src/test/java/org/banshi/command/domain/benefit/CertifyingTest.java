package org.banshi.command.domain.benefit;

import static org.banshi.command.domain.benefit.BenefitFixture.BENEFIT;
import static org.banshi.command.domain.benefit.BenefitFixture.REVIEW;
import static org.banshi.command.domain.benefit.BenefitFixture.granted;
import static org.banshi.command.domain.benefit.BenefitFixture.stopped;
import static org.banshi.command.domain.benefit.BenefitFixture.yuan;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.STRANGER;
import static org.banshi.command.domain.invented.People.TOWN;
import static org.banshi.command.domain.invented.People.on;

import java.time.LocalDate;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.CertificationWay;
import org.banshi.command.contract.benefit.ReviewCause;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.domain.invented.CaseFixture;
import org.junit.jupiter.api.Test;

/** 资格认定, from 1 April to 20 June (domain rules §3.6, example D8). */
class CertifyingTest {

    private static final String PROOF = "本人到场，查验身份证、残疾人证原件。";
    private static final LocalDate LAST = LocalDate.parse("2027-06-20");

    @Test
    void the_window_opens_on_its_day_and_once() {
        awaiting().when(timePasses("2027-03-31")).nothingHappens();
        awaiting().when(timePasses("2027-04-01")).happens(opened());
        awaiting().given(opened()).when(timePasses("2027-04-02")).nothingHappens();
    }

    @Test
    void whoever_is_not_certified_is_reminded_once_before_the_end() {
        awaiting().given(opened()).when(timePasses("2027-05-30")).nothingHappens();
        awaiting()
                .given(opened())
                .when(timePasses("2027-05-31"))
                .happens(new BenefitEvent.CertificationReminded(BENEFIT, LIN, LAST));
        awaiting()
                .given(opened())
                .given(new BenefitEvent.CertificationReminded(BENEFIT, LIN, LAST))
                .when(timePasses("2027-06-20"))
                .nothingHappens();
    }

    @Test
    void d8_whoever_missed_it_is_looked_into_and_nothing_stops_by_itself() {
        awaiting()
                .given(opened())
                .when(timePasses("2027-06-21"))
                .happens(
                        new BenefitEvent.CertificationMissed(BENEFIT, LIN, LAST),
                        new BenefitEvent.ReviewFellDue(
                                BENEFIT,
                                LIN,
                                CaseFixture.CASE,
                                TOWN,
                                "oil-money",
                                1,
                                ReviewCause.NOT_CERTIFIED,
                                yuan("1314.00"),
                                "没有在2027-06-20前办理资格认定，请核实。",
                                REVIEW),
                        set("2028-04-01", "2028-06-20"));
    }

    @Test
    void the_person_is_certified_while_it_is_open_and_then_for_the_year() {
        awaiting()
                .given(opened())
                .when(certify("2027-05-02", LIN_SELF))
                .happens(
                        new BenefitEvent.Certified(
                                BENEFIT, LIN, 2027, CertificationWay.ONLINE, null, null),
                        set("2028-04-01", "2028-06-20"));
        awaiting().when(certify("2027-03-02", LIN_SELF)).refused("certification-not-open");
        awaiting()
                .given(opened())
                .given(
                        new BenefitEvent.Certified(
                                BENEFIT, LIN, 2027, CertificationWay.ONLINE, null, null))
                .given(set("2028-04-01", "2028-06-20"))
                .when(certify("2027-05-03", LIN_SELF))
                .refused("certification-not-open");
    }

    @Test
    void nobody_else_certifies_the_person() {
        awaiting()
                .given(opened())
                .when(certify("2027-05-02", STRANGER))
                .refused("not-the-beneficiary");
    }

    @Test
    void a_window_that_opens_late_is_open_long_enough_and_the_next_is_on_its_days() {
        BenefitEvent late =
                new BenefitEvent.CertificationOpened(BENEFIT, LIN, LocalDate.parse("2027-08-01"));
        awaiting()
                .given(late)
                .when(certify("2027-07-20", LIN_SELF))
                .happens(
                        new BenefitEvent.Certified(
                                BENEFIT, LIN, 2027, CertificationWay.ONLINE, null, null),
                        set("2028-04-01", "2028-06-20"));
        awaiting().when(timePasses("2027-07-12")).happens(late);
        awaiting().given(late).when(timePasses("2027-07-01")).nothingHappens();
    }

    @Test
    void what_was_stopped_needs_no_certification() {
        awaiting()
                .given(stopped("2026-05-01", "2026-05-10"))
                .when(timePasses("2027-04-01"))
                .nothingHappens();
    }

    @Test
    void an_officer_certifies_whom_they_saw_at_the_window_or_at_home() {
        LocalDate seen = LocalDate.parse("2027-05-01");
        awaiting()
                .given(opened())
                .when(attest(CertificationWay.HOME_VISIT, seen, PROOF, CLERK))
                .happens(
                        new BenefitEvent.Certified(
                                BENEFIT, LIN, 2027, CertificationWay.HOME_VISIT, seen, PROOF),
                        set("2028-04-01", "2028-06-20"));
    }

    @Test
    void an_officer_says_what_proves_it_and_the_day() {
        LocalDate seen = LocalDate.parse("2027-05-01");
        refusedOf(attest(CertificationWay.WINDOW, seen, " ", CLERK), "certification-proof-missing");
        refusedOf(
                attest(CertificationWay.WINDOW, null, PROOF, CLERK), "certification-proof-missing");
        String outside = "seen-outside-the-window";
        LocalDate before = LocalDate.parse("2027-03-31");
        refusedOf(attest(CertificationWay.WINDOW, before, PROOF, CLERK), outside);
        LocalDate tomorrow = LocalDate.parse("2027-05-03");
        refusedOf(attest(CertificationWay.WINDOW, tomorrow, PROOF, CLERK), outside);
    }

    @Test
    void nobody_certifies_in_a_way_that_is_not_theirs() {
        LocalDate seen = LocalDate.parse("2027-05-01");
        refusedOf(attest(CertificationWay.ONLINE, null, null, CLERK), "certified-otherwise");
        refusedOf(attest(CertificationWay.WINDOW, seen, PROOF, LIN_SELF), "certified-otherwise");
        refusedOf(attest(CertificationWay.ONLINE, seen, PROOF, LIN_SELF), "certified-otherwise");
    }

    @Test
    void what_was_missed_during_another_verification_is_looked_into_when_that_has_ended() {
        BenefitEvent other = due(1, ReviewCause.REPORTED, "搬家");
        BenefitEvent missed = new BenefitEvent.CertificationMissed(BENEFIT, LIN, LAST);
        awaiting()
                .given(opened())
                .given(other)
                .when(timePasses("2027-06-21"))
                .happens(missed, set("2028-04-01", "2028-06-20"));
        BenefitEvent taken = due(2, ReviewCause.NOT_CERTIFIED, "没有在2027-06-20前办理资格认定，请核实。");
        BenefitFixture waits =
                awaiting()
                        .given(opened())
                        .given(other)
                        .given(missed)
                        .given(set("2028-04-01", "2028-06-20"));
        waits.when(new BenefitCommand.Keep(BENEFIT, null, on("2027-07-01", PROCESS)))
                .happens(new BenefitEvent.Kept(BENEFIT, LIN, null, null), taken);
    }

    @Test
    void it_is_taken_up_too_when_the_other_verification_or_its_own_broke_off() {
        BenefitEvent missed = new BenefitEvent.CertificationMissed(BENEFIT, LIN, LAST);
        BenefitEvent broken = new BenefitEvent.ReviewBrokenOff(BENEFIT, LIN, null);
        BenefitEvent taken = due(2, ReviewCause.NOT_CERTIFIED, "没有在2027-06-20前办理资格认定，请核实。");
        BenefitCommand breakOff =
                new BenefitCommand.BreakOffReview(BENEFIT, on("2027-07-01", PROCESS));
        awaiting()
                .given(due(1, ReviewCause.PERIODIC, null))
                .given(missed)
                .when(breakOff)
                .happens(broken, taken);
        awaiting()
                .given(due(1, ReviewCause.PERIODIC, null))
                .given(missed)
                .given(broken)
                .given(taken)
                .when(breakOff)
                .happens(broken, due(3, ReviewCause.NOT_CERTIFIED, "没有在2027-06-20前办理资格认定，请核实。"));
    }

    @Test
    void what_an_older_program_lost_is_taken_up_when_the_next_window_opens() {
        BenefitEvent missed = new BenefitEvent.CertificationMissed(BENEFIT, LIN, LAST);
        granted(null, null)
                .given(due(1, ReviewCause.REPORTED, "搬家"))
                .given(missed)
                .given(set("2028-04-01", "2028-06-20"))
                .given(new BenefitEvent.Kept(BENEFIT, LIN, null, null))
                .when(timePasses("2028-04-01"))
                .happens(
                        new BenefitEvent.CertificationOpened(
                                BENEFIT, LIN, LocalDate.parse("2028-06-20")),
                        due(2, ReviewCause.NOT_CERTIFIED, "没有在2027-06-20前办理资格认定，请核实。"));
    }

    private static void refusedOf(BenefitCommand command, String code) {
        awaiting().given(opened()).when(command).refused(code);
    }

    private static BenefitEvent due(int serial, ReviewCause cause, String change) {
        return new BenefitEvent.ReviewFellDue(
                BENEFIT,
                LIN,
                CaseFixture.CASE,
                TOWN,
                "oil-money",
                serial,
                cause,
                yuan("1314.00"),
                change,
                REVIEW);
    }

    private static BenefitCommand attest(
            CertificationWay way, LocalDate seen, String proof, Actor by) {
        return new BenefitCommand.Certify(BENEFIT, way, seen, proof, on("2027-05-02", by));
    }

    private static BenefitFixture awaiting() {
        return granted(null, null).given(set("2027-04-01", "2027-06-20"));
    }

    private static BenefitEvent opened() {
        return new BenefitEvent.CertificationOpened(BENEFIT, LIN, LAST);
    }

    private static BenefitEvent set(String opens, String until) {
        return new BenefitEvent.CertificationSet(
                BENEFIT, LIN, LocalDate.parse(opens), LocalDate.parse(until));
    }

    private static BenefitCommand timePasses(String day) {
        return new BenefitCommand.LetCertificationTimePass(BENEFIT, on(day, PROCESS));
    }

    private static BenefitCommand certify(String day, Actor by) {
        return new BenefitCommand.Certify(
                BENEFIT, CertificationWay.ONLINE, null, null, on(day, by));
    }
}
