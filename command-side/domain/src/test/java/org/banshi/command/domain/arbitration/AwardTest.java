package org.banshi.command.domain.arbitration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.command.domain.arbitration.ArbitrationCases.DOCKET;
import static org.banshi.command.domain.arbitration.ArbitrationCases.FACTORY;
import static org.banshi.command.domain.arbitration.ArbitrationCases.claim;
import static org.banshi.command.domain.arbitration.ArbitrationCases.heard;
import static org.banshi.command.domain.arbitration.ArbitrationCases.told;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.due;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.application.ApplicationCommand.Approve;
import org.banshi.command.contract.application.ApplicationCommand.Terminate;
import org.banshi.command.contract.application.ApplicationCommand.Withdraw;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.arbitration.ArbitrationCommand.MakeAward;
import org.banshi.command.contract.arbitration.ArbitrationCommand.MakePartialAward;
import org.banshi.command.contract.arbitration.ArbitrationCommand.Serve;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.AwardLine;
import org.banshi.command.contract.arbitration.AwardedItem;
import org.banshi.command.contract.arbitration.ClaimKind;
import org.banshi.command.contract.arbitration.Finality;
import org.banshi.command.contract.arbitration.PartyDetails;
import org.banshi.command.contract.arbitration.Role;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.arbitration.ServiceWay;
import org.banshi.command.contract.arbitration.Side;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.invented.Calendars;
import org.banshi.command.domain.invented.CaseFixture;
import org.junit.jupiter.api.Test;

/** Awards: what is final, in how many papers, and how each is contested (examples F5, F14). */
class AwardTest {

    private static final ServiceVersion TABLES = new ServiceVersion("lantern-permit", 3);

    @Test
    void is_made_after_the_hearing_with_a_copy_for_each_party() {
        heard().when(award("2026-11-02", item("c1", "7500")))
                .happens(
                        made(1, Finality.FINAL, false, false, "c1"),
                        copy("a1", LIN, 1, item("c1", "7500.00")),
                        copy("r1", FACTORY, 1, item("c1", "7500.00")));
    }

    @Test
    void splits_what_is_final_from_what_is_not_into_two_awards() {
        twoClaims()
                .when(award("2026-11-02", item("c1", "27600.00"), item("c2", "27600.01")))
                .happens(
                        made(1, Finality.FINAL, false, false, "c1"),
                        copy("a1", LIN, 1, item("c1", "27600.00")),
                        copy("r1", FACTORY, 1, item("c1", "27600.00")),
                        made(2, Finality.NON_FINAL, false, false, "c2"),
                        copy("a1", LIN, 2, item("c2", "27600.01")),
                        copy("r1", FACTORY, 2, item("c2", "27600.01")));
    }

    @Test
    void takes_the_claimed_sum_where_none_is_written() {
        heard().when(award("2026-11-02", new AwardedItem("c1", null)))
                .happens(
                        made(1, Finality.FINAL, false, false, "c1"),
                        copy("a1", LIN, 1, item("c1", "8000.00")),
                        copy("r1", FACTORY, 1, item("c1", "8000.00")));
    }

    @Test
    void is_made_by_those_who_heard_all_who_are_parties() {
        MakeAward award = award("2026-11-02", item("c1", "7500"));

        heard().given("2026-10-27", DOCKET, ArbitrationCases.panel("乙"))
                .when(award)
                .refused("not-heard");
        heard().given("2026-10-27", DOCKET, ArbitrationCases.panel("甲"))
                .when(award)
                .happens(
                        made(1, Finality.FINAL, false, false, "c1"),
                        copy("a1", LIN, 1, item("c1", "7500.00")),
                        copy("r1", FACTORY, 1, item("c1", "7500.00")));
        heard().given("2026-10-27", DOCKET, another()).when(award).refused("not-heard");
        heard().given("2026-10-27", DOCKET, ArbitrationCases.lin())
                .when(award)
                .happens(
                        made(1, Finality.FINAL, false, false, "c1"),
                        copy("a1", LIN, 1, item("c1", "7500.00")),
                        copy("r1", FACTORY, 1, item("c1", "7500.00")));
    }

    private static ArbitrationEvent another() {
        return new ArbitrationEvent.PartyJoined(
                CASE,
                new PersonId(CASE.value() + "-r2"),
                "r2",
                Side.RESPONDENT,
                Role.EMPLOYER,
                null,
                true,
                new PartyDetails("用工单位", null, null, null, null));
    }

    @Test
    void keeps_what_was_decided_where_the_rest_is_broken_off() {
        Terminate court = new Terminate(CASE, "已起诉", on("2026-11-20", DOCKET));
        Event terminated =
                new ApplicationEvent.Terminated(CASE, LIN, "已起诉", ArbitrationRemedies.OF_A_REFUSAL);

        partlyAwarded("c2").when(court).happens(terminated);
        partlyAwarded("c1")
                .when(court)
                .happens(
                        terminated,
                        new ArbitrationEvent.DisputesKept(
                                CASE, LIN, ArbitrationCases.docket().disputes()));
        heard().when(court).happens(terminated);
    }

    /** Of which the docket bars the first alone: the other's day is another. */
    private static CaseFixture partlyAwarded(String claim) {
        return twoClaims().given("2026-11-02", DOCKET, made(1, Finality.FINAL, true, false, claim));
    }

    @Test
    void says_that_it_comes_late() {
        heard().when(award("2026-11-03", item("c1", "7500")))
                .happens(
                        made(1, Finality.FINAL, false, true, "c1"),
                        copy("a1", LIN, 1, item("c1", "7500.00")),
                        copy("r1", FACTORY, 1, item("c1", "7500.00")));
    }

    @Test
    void decides_every_claim_once() {
        twoClaims().when(award("2026-11-02", item("c1", "1"))).refused("claim-left-out");
        twoClaims()
                .when(award("2026-11-02", item("c1", "1"), item("c1", "2"), item("c2", "1")))
                .refused("claim-twice");
        heard().when(award("2026-11-02", item("c1", "1"), item("c9", "1")))
                .refused("claim-not-open");
        heard().when(award("2026-11-02", item("c1", "-1"))).refused("amount-missing");
        heard().when(award("2026-11-02")).refused("award-of-nothing");
    }

    @Test
    void can_be_partial_and_leave_the_rest_for_later() {
        MakePartialAward first =
                new MakePartialAward(
                        CASE, List.of(item("c1", "8000.00")), "理由", on("2026-10-28", DOCKET));

        twoClaims()
                .when(first)
                .happens(
                        made(1, Finality.FINAL, true, false, "c1"),
                        copy("a1", LIN, 1, item("c1", "8000.00")),
                        copy("r1", FACTORY, 1, item("c1", "8000.00")));
        heard().when(first).refused("award-of-nothing");
        twoClaims()
                .given("2026-10-28", DOCKET, made(1, Finality.FINAL, true, false, "c1"))
                .when(award("2026-11-02", item("c2", "0")))
                .happens(
                        made(2, Finality.FINAL, false, false, "c2"),
                        copy("a1", LIN, 2, item("c2", "0.00")),
                        copy("r1", FACTORY, 2, item("c2", "0.00")));
    }

    @Test
    void is_made_neither_before_the_hearing_nor_twice() {
        told().when(award("2026-11-02", item("c1", "1"))).refused("not-heard");
        awarded(Finality.FINAL).when(award("2026-11-02", item("c1", "1"))).refused("ruled-already");
    }

    @Test
    void waits_for_whether_a_claim_joins_and_for_a_recusal() {
        heard().given(
                        "2026-10-27",
                        DOCKET,
                        new ArbitrationEvent.ClaimFiled(
                                CASE,
                                LIN,
                                "c2",
                                "a1",
                                ClaimKind.PAY,
                                LocalDate.parse("2026-04-01"),
                                false,
                                due("2026-10-30"),
                                BigDecimal.TEN,
                                "拖欠"))
                .when(award("2026-11-02", item("c1", "1")))
                .refused("claim-pending");
    }

    @Test
    void is_contested_by_a_worker_within_fifteen_days_whatever_it_is() {
        LocalDate day = LocalDate.parse("2026-11-10");
        assertThat(remedies(Finality.FINAL, Role.WORKER, day))
                .containsExactly("labour-litigation 2026-11-25");
        assertThat(remedies(Finality.NON_FINAL, Role.WORKER, day))
                .containsExactly("labour-litigation 2026-11-25");
    }

    @Test
    void is_contested_by_an_employer_at_the_intermediate_court_where_it_is_final() {
        LocalDate day = LocalDate.parse("2026-11-10");
        assertThat(remedies(Finality.FINAL, Role.EMPLOYER, day))
                .containsExactly("set-aside 2026-12-10");
        assertThat(remedies(Finality.NON_FINAL, Role.EMPLOYER, day))
                .containsExactly("labour-litigation 2026-11-25");
    }

    @Test
    void tells_each_party_its_own_remedies_when_it_is_served() {
        awarded(Finality.FINAL)
                .when(
                        new Serve(
                                CASE,
                                ServedDocument.AWARD,
                                List.of("r1"),
                                LocalDate.parse("2026-11-10"),
                                ServiceWay.LEFT,
                                "receipt 4",
                                on("2026-11-10", DOCKET)))
                .happens(
                        new ArbitrationEvent.DocumentServed(
                                CASE,
                                FACTORY,
                                "r1",
                                ServedDocument.AWARD,
                                1,
                                LocalDate.parse("2026-11-10"),
                                ServiceWay.LEFT,
                                "receipt 4",
                                null,
                                ArbitrationRemedies.of(
                                        Finality.FINAL,
                                        Role.EMPLOYER,
                                        LocalDate.parse("2026-11-10"),
                                        Calendars.of2026())));
    }

    @Test
    void goes_out_on_paper() {
        awarded(Finality.FINAL)
                .when(
                        new Serve(
                                CASE,
                                ServedDocument.AWARD,
                                null,
                                LocalDate.parse("2026-11-10"),
                                ServiceWay.ELECTRONIC,
                                "receipt 4",
                                on("2026-11-10", DOCKET)))
                .refused("service-on-paper");
    }

    @Test
    void closes_the_case_and_nothing_else_does() {
        heard().when(new Approve(CASE, on("2026-11-02", PROCESS))).refused("confirmation-missing");
        awarded(Finality.FINAL)
                .when(new Withdraw(CASE, null, on("2026-11-03", LIN_SELF)))
                .refused("decision-made");
    }

    private static List<String> remedies(Finality finality, Role role, LocalDate day) {
        return ArbitrationRemedies.of(finality, role, day, Calendars.of2026()).stream()
                .map(it -> it.code() + " " + it.lastDay().day())
                .toList();
    }

    private static CaseFixture twoClaims() {
        return heard().given(
                        "2026-09-18", PROCESS, claim("c2", ClaimKind.COMPENSATION, "30000.00"));
    }

    private static CaseFixture awarded(Finality finality) {
        return heard().given("2026-11-02", DOCKET, made(1, finality, false, false, "c1"));
    }

    private static AwardedItem item(String claim, String amount) {
        return new AwardedItem(claim, new BigDecimal(amount));
    }

    private static MakeAward award(String day, AwardedItem... items) {
        return new MakeAward(CASE, List.of(items), "理由", on(day, DOCKET));
    }

    private static ArbitrationEvent.AwardMade made(
            int award, Finality finality, boolean partial, boolean late, String claim) {
        return new ArbitrationEvent.AwardMade(
                CASE,
                LIN,
                award,
                finality,
                partial,
                late,
                TABLES,
                List.of(new AwardLine(claim, false)));
    }

    private static ArbitrationEvent.CopyIssued copy(
            String party, PersonId person, int award, AwardedItem item) {
        return new ArbitrationEvent.CopyIssued(
                CASE, person, party, ServedDocument.AWARD, award, List.of(item), "理由");
    }
}
