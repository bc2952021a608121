package org.banshi.command.domain.arbitration;

import static org.banshi.command.domain.arbitration.ArbitrationCases.DIRECTOR;
import static org.banshi.command.domain.arbitration.ArbitrationCases.DOCKET;
import static org.banshi.command.domain.arbitration.ArbitrationCases.FACTORY;
import static org.banshi.command.domain.arbitration.ArbitrationCases.accepted;
import static org.banshi.command.domain.arbitration.ArbitrationCases.claim;
import static org.banshi.command.domain.arbitration.ArbitrationCases.docket;
import static org.banshi.command.domain.arbitration.ArbitrationCases.empanelled;
import static org.banshi.command.domain.arbitration.ArbitrationCases.factory;
import static org.banshi.command.domain.arbitration.ArbitrationCases.groupOf;
import static org.banshi.command.domain.arbitration.ArbitrationCases.heard;
import static org.banshi.command.domain.arbitration.ArbitrationCases.lin;
import static org.banshi.command.domain.arbitration.ArbitrationCases.served;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.STRANGER;
import static org.banshi.command.domain.invented.People.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.arbitration.ArbitrationCommand.AskAdvance;
import org.banshi.command.contract.arbitration.ArbitrationCommand.DenyAdvance;
import org.banshi.command.contract.arbitration.ArbitrationCommand.GrantAdvance;
import org.banshi.command.contract.arbitration.ArbitrationCommand.HandOverAdvance;
import org.banshi.command.contract.arbitration.ArbitrationCommand.MakeAward;
import org.banshi.command.contract.arbitration.ArbitrationCommand.Serve;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.AwardedItem;
import org.banshi.command.contract.arbitration.ClaimKind;
import org.banshi.command.contract.arbitration.PartyDetails;
import org.banshi.command.contract.arbitration.Role;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.arbitration.ServiceWay;
import org.banshi.command.contract.arbitration.Side;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.invented.CaseFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a worker can't wait for is paid before the award (劳动争议调解仲裁法 44). */
class AdvanceTest {

    @Test
    void is_asked_by_the_worker_for_the_own_claim() {
        empanelled().when(ask("a1", "c1", "5000", LIN_SELF)).happens(asked(1, "5000.00"));
        empanelled().when(ask("a1", "c1", null, LIN_SELF)).happens(asked(1, null));
        empanelled().when(ask("a1", "c1", "8000.00", DOCKET)).happens(asked(1, "8000.00"));
    }

    @Test
    void is_asked_by_nobody_else_and_for_nothing_else() {
        empanelled().when(ask("a1", "c1", "1", STRANGER)).refused("not-the-party");
        empanelled().when(ask("r1", "c1", "1", DIRECTOR)).refused("not-the-party");
        empanelled().when(ask("r1", "c1", "1", DOCKET)).refused("advance-for-workers");
        empanelled().when(ask("a9", "c1", "1", DOCKET)).refused("party-unknown");
        empanelled().when(ask("a1", "c9", "1", LIN_SELF)).refused("advance-claim");
        empanelled()
                .given("2026-09-24", PROCESS, claim("c2", ClaimKind.LEAVE, "300.00"))
                .when(ask("a1", "c2", "1", LIN_SELF))
                .refused("advance-kind");
    }

    @Test
    void is_asked_for_no_more_than_claimed_and_once() {
        empanelled().when(ask("a1", "c1", "8000.01", LIN_SELF)).refused("advance-amount");
        empanelled().when(ask("a1", "c1", "0.004", LIN_SELF)).refused("advance-amount");
        empanelled().when(ask("a1", "c1", "-1", LIN_SELF)).refused("advance-amount");
        waiting().when(ask("a1", "c1", "100", LIN_SELF)).refused("advance-before");
        granted().when(ask("a1", "c1", "100", LIN_SELF)).refused("advance-before");
    }

    @Test
    void can_be_asked_again_when_it_was_denied() {
        waiting()
                .given("2026-09-28", DOCKET, new ArbitrationEvent.AdvanceDenied(CASE, LIN, 1, C1))
                .when(ask("a1", "c1", "100", LIN_SELF))
                .happens(asked(2, "100.00"));
    }

    @Test
    void is_asked_by_a_representative_for_all_of_the_group() {
        CaseFixture group =
                accepted(groupOf(1, 0))
                        .given("2026-09-18", PROCESS, lin())
                        .given("2026-09-18", PROCESS, silent())
                        .given("2026-09-18", PROCESS, factory())
                        .given("2026-09-18", PROCESS, claim("c1-a1", ClaimKind.PAY, "8000.00"))
                        .given("2026-09-18", PROCESS, others())
                        .given("2026-09-18", PROCESS, docket());

        group.when(ask("a1", "c1", null, LIN_SELF))
                .happens(
                        new ArbitrationEvent.AdvanceAsked(
                                CASE, LIN, 1, "a1", List.of("c1-a1", "c1-a2"), null, "断炊"));
    }

    @Test
    void is_granted_with_a_copy_for_each_party() {
        waiting()
                .when(grant(true, true, "4000"))
                .happens(
                        ruling(),
                        copy("a1", LIN, ServedDocument.ADVANCE_RULING, "4000.00"),
                        copy("r1", FACTORY, ServedDocument.ADVANCE_RULING, "4000.00"));
        waiting()
                .when(grant(true, true, null))
                .happens(
                        ruling(),
                        copy("a1", LIN, ServedDocument.ADVANCE_RULING, "5000.00"),
                        copy("r1", FACTORY, ServedDocument.ADVANCE_RULING, "5000.00"));
    }

    @Test
    void is_granted_only_where_rights_are_clear_and_waiting_is_hard() {
        waiting().when(grant(false, true, null)).refused("advance-unclear");
        waiting().when(grant(true, false, null)).refused("advance-no-hardship");
        waiting().when(grant(true, true, "5000.01")).refused("advance-amount");
        empanelled().when(grant(true, true, null)).refused("advance-not-asked");
        granted().when(grant(true, true, null)).refused("advance-not-asked");
    }

    @Test
    void is_granted_by_a_panel() {
        served().given("2026-09-25", LIN_SELF, asked(1, "5000.00"))
                .when(grant(true, true, null))
                .refused("panel-missing");
        waiting()
                .when(new GrantAdvance(CASE, 1, true, true, null, "理由", on("2026-09-28", LIN_SELF)))
                .refused("officer-only");
    }

    @Test
    void is_denied_with_reasons_that_both_sides_read() {
        waiting()
                .when(new DenyAdvance(CASE, 1, "理由", on("2026-09-28", DOCKET)))
                .happens(
                        new ArbitrationEvent.AdvanceDenied(CASE, LIN, 1, C1),
                        copy("a1", LIN, ServedDocument.ADVANCE_DENIAL, null),
                        copy("r1", FACTORY, ServedDocument.ADVANCE_DENIAL, null));
        waiting()
                .when(new DenyAdvance(CASE, 1, " ", on("2026-09-28", DOCKET)))
                .refused("advance-reasons");
    }

    @Test
    void is_handed_over_to_a_court_once_after_the_ruling() {
        granted().when(handOver("2026-09-29", "2026-09-30")).happens(handedOver());
        granted().when(handOver("2026-09-27", "2026-09-30")).refused("advance-day");
        granted().when(handOver("2026-10-09", "2026-09-30")).refused("advance-day");
        waiting().when(handOver("2026-09-29", "2026-09-30")).refused("advance-not-granted");
        granted()
                .given("2026-09-30", DOCKET, handedOver())
                .when(handOver("2026-09-30", "2026-10-09"))
                .refused("advance-not-granted");
    }

    @Test
    void is_not_handed_over_once_a_claim_it_was_granted_on_is_withdrawn() {
        CaseFixture both =
                empanelled()
                        .given("2026-09-18", PROCESS, claim("c2", ClaimKind.PAY, "300.00"))
                        .given("2026-09-25", LIN_SELF, asked(1, "100.00", BOTH))
                        .given("2026-09-28", DOCKET, ruling(BOTH));
        CaseFixture withdrawn =
                both.given(
                        "2026-09-29",
                        LIN_SELF,
                        new ArbitrationEvent.ClaimsWithdrawn(
                                CASE, LIN, List.of("c2"), List.of(), null));

        withdrawn.when(handOver("2026-09-29", "2026-09-30")).refused("advance-lapsed");
        withdrawn.when(ask("a1", "c1", "100", LIN_SELF)).happens(asked(2, "100.00"));
        granted()
                .given(
                        "2026-09-29",
                        DOCKET,
                        new ArbitrationEvent.ClaimsDeemedWithdrawn(CASE, LIN, 1, C1))
                .when(handOver("2026-09-29", "2026-09-30"))
                .refused("advance-lapsed");
    }

    @Test
    void is_served_on_paper_on_both_sides() {
        granted()
                .when(serve(ServedDocument.ADVANCE_RULING, ServiceWay.DIRECT))
                .happens(reached("a1", LIN), reached("r1", FACTORY));
        granted()
                .when(serve(ServedDocument.ADVANCE_RULING, ServiceWay.ELECTRONIC))
                .refused("service-on-paper");
        waiting()
                .when(serve(ServedDocument.ADVANCE_RULING, ServiceWay.DIRECT))
                .refused("nothing-to-serve");
        waiting()
                .given("2026-09-30", DOCKET, ruling())
                .when(serve(ServedDocument.ADVANCE_RULING, ServiceWay.DIRECT))
                .refused("service-day");
    }

    @Test
    void is_decided_before_the_award() {
        MakeAward award =
                new MakeAward(
                        CASE, List.of(new AwardedItem("c1", null)), "理由", on("2026-11-02", DOCKET));

        heard().given("2026-10-27", LIN_SELF, asked(1, null)).when(award).refused("advance-open");
    }

    private static final List<String> C1 = List.of("c1");
    private static final List<String> BOTH = List.of("c1", "c2");

    private static CaseFixture waiting() {
        return empanelled().given("2026-09-25", LIN_SELF, asked(1, "5000.00"));
    }

    private static CaseFixture granted() {
        return waiting().given("2026-09-28", DOCKET, ruling());
    }

    private static ArbitrationEvent.AdvanceGranted ruling() {
        return ruling(C1);
    }

    private static ArbitrationEvent.AdvanceGranted ruling(List<String> claims) {
        return new ArbitrationEvent.AdvanceGranted(
                CASE, LIN, 1, claims, LocalDate.parse("2026-09-28"));
    }

    private static ArbitrationEvent.AdvanceAsked asked(int number, @Nullable String amount) {
        return asked(number, amount, C1);
    }

    private static ArbitrationEvent.AdvanceAsked asked(
            int number, @Nullable String amount, List<String> claims) {
        return new ArbitrationEvent.AdvanceAsked(
                CASE,
                LIN,
                number,
                "a1",
                claims,
                amount == null ? null : new BigDecimal(amount),
                "断炊");
    }

    private static ArbitrationEvent.AdvanceHandedOver handedOver() {
        return new ArbitrationEvent.AdvanceHandedOver(
                CASE, LIN, 1, "演示区人民法院", LocalDate.parse("2026-09-29"), "receipt 9");
    }

    private static ArbitrationEvent.CopyIssued copy(
            String party, PersonId person, ServedDocument document, @Nullable String amount) {
        return new ArbitrationEvent.CopyIssued(
                CASE,
                person,
                party,
                document,
                1,
                List.of(new AwardedItem("c1", amount == null ? null : new BigDecimal(amount))),
                "理由");
    }

    private static ArbitrationEvent.DocumentServed reached(String party, PersonId person) {
        return new ArbitrationEvent.DocumentServed(
                CASE,
                person,
                party,
                ServedDocument.ADVANCE_RULING,
                1,
                LocalDate.parse("2026-09-29"),
                ServiceWay.DIRECT,
                "receipt 8",
                null,
                List.of());
    }

    private static ArbitrationEvent.PartyJoined silent() {
        return new ArbitrationEvent.PartyJoined(
                CASE,
                new PersonId(CASE.value() + "-a2"),
                "a2",
                Side.CLAIMANT,
                Role.WORKER,
                "key-number-0",
                false,
                new PartyDetails("工友", "number-0", null, null, null));
    }

    private static ArbitrationEvent.ClaimFiled others() {
        return new ArbitrationEvent.ClaimFiled(
                CASE,
                new PersonId(CASE.value() + "-a2"),
                "c1-a2",
                "a2",
                ClaimKind.PAY,
                LocalDate.parse("2026-03-01"),
                false,
                null,
                new BigDecimal("7000.00"),
                "拖欠");
    }

    private static AskAdvance ask(String party, String claim, @Nullable String amount, Actor by) {
        return new AskAdvance(
                CASE,
                party,
                claim,
                amount == null ? null : new BigDecimal(amount),
                "断炊",
                on("2026-09-28", by));
    }

    private static GrantAdvance grant(boolean clear, boolean hardship, @Nullable String amount) {
        return new GrantAdvance(
                CASE,
                1,
                clear,
                hardship,
                amount == null ? null : new BigDecimal(amount),
                "理由",
                on("2026-09-28", DOCKET));
    }

    private static HandOverAdvance handOver(String day, String today) {
        return new HandOverAdvance(
                CASE, 1, "演示区人民法院", LocalDate.parse(day), "receipt 9", on(today, DOCKET));
    }

    private static Serve serve(ServedDocument document, ServiceWay way) {
        return new Serve(
                CASE,
                document,
                null,
                LocalDate.parse("2026-09-29"),
                way,
                "receipt 8",
                on("2026-09-30", DOCKET));
    }
}
