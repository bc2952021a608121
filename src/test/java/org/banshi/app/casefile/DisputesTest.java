package org.banshi.app.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.app.Shipped;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.AwardedItem;
import org.banshi.command.contract.arbitration.ClaimKind;
import org.banshi.command.contract.arbitration.HalfDay;
import org.banshi.command.contract.arbitration.PartyDetails;
import org.banshi.command.contract.arbitration.Role;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.arbitration.ServiceWay;
import org.banshi.command.contract.arbitration.Side;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.dispute.Dispute;
import org.banshi.query.contract.dispute.Docket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each side of a dispute may see, and what it may not. */
class DisputesTest {

    private static final String ITEM = "labour-arbitration";
    private static final Catalogue CATALOGUE = Shipped.catalogue();
    private static final ApplicationId ID =
            new ApplicationId("11111111-2222-3333-4444-555555555555");
    private static final PersonId WORKER = new PersonId("person-zhou");
    private static final PersonId FACTORY = new PersonId(ID.value() + "-r1");
    private static final LocalDate DAY = LocalDate.parse("2026-09-24");

    private final List<Recorded> story = new ArrayList<>();

    @BeforeEach
    void docket() {
        happened(
                new ApplicationEvent.Applied(
                        ID,
                        WORKER,
                        "1",
                        CATALOGUE.current(ITEM).orElseThrow().version(),
                        new RegionCode("440106"),
                        Channel.PC,
                        new Applicant("周阿福", "440106190405060139", "13800000011", null),
                        FormData.empty(),
                        List.of(),
                        "ABCD2345"));
        happened(joined("a1", WORKER, Side.CLAIMANT, "周阿福", "440106190405060139", "13800000011"));
        happened(
                joined(
                        "r1",
                        FACTORY,
                        Side.RESPONDENT,
                        "演示灯具厂",
                        "91440101MA0000A19B",
                        "02000000000"));
        happened(
                new ArbitrationEvent.ClaimFiled(
                        ID,
                        WORKER,
                        "c1",
                        "a1",
                        ClaimKind.PAY,
                        DAY,
                        false,
                        null,
                        new BigDecimal("8000.00"),
                        "拖欠工资"));
    }

    @Test
    void the_respondent_knows_a_claim_when_it_was_served() {
        assertThat(from("r1").claims()).isEmpty();

        happened(served("r1", FACTORY, ServedDocument.CLAIM, 1));

        assertThat(from("r1").claims()).extracting(Dispute.Claim::grounds).containsExactly("拖欠工资");
        assertThat(from("r1").answerBy()).isEqualTo(new DueDate(DAY.plusDays(21), false));
        assertThat(from("a1").claims()).hasSize(1);
    }

    @Test
    void the_claimant_knows_an_answer_when_it_was_passed_on() {
        happened(served("r1", FACTORY, ServedDocument.CLAIM, 1));
        happened(
                new ArbitrationEvent.Answered(
                        ID, FACTORY, "r1", new DueDate(DAY, false), true, "不同意"));

        assertThat(from("r1").answers()).hasSize(1);
        assertThat(from("a1").answers()).isEmpty();

        happened(served("a1", WORKER, ServedDocument.ANSWER, 1));
        assertThat(from("a1").answers()).extracting(Dispute.Answer::answer).containsExactly("不同意");
    }

    @Test
    void the_claimant_knows_all_answers_that_had_come_when_one_was_passed_on() {
        happened(answered("不同意"));
        happened(answered("与我无关"));
        happened(served("a1", WORKER, ServedDocument.ANSWER, 1));
        happened(answered("另有约定"));

        assertThat(from("a1").answers())
                .extracting(Dispute.Answer::answer)
                .containsExactly("不同意", "与我无关");
    }

    private static ArbitrationEvent answered(String words) {
        return new ArbitrationEvent.Answered(
                ID, FACTORY, "r1", new DueDate(DAY, false), true, words);
    }

    @Test
    void neither_knows_numbers_phones_or_requests_of_the_other() {
        happened(served("r1", FACTORY, ServedDocument.CLAIM, 1));
        happened(new ArbitrationEvent.RecusalAsked(ID, WORKER, "a1", "甲", "他与厂长是亲戚"));
        happened(new ArbitrationEvent.AdjournmentAsked(ID, WORKER, 1, "a1", "因病住院"));

        assertThat(from("r1").toString())
                .doesNotContain("440106190405060139", "13800000011", "亲戚", "住院");
        assertThat(from("a1").toString()).doesNotContain("91440101MA0000A19B", "02000000000");
    }

    @Test
    void a_party_reads_what_became_of_its_requests_and_of_nobody_elses() {
        happened(new ArbitrationEvent.RecusalAsked(ID, WORKER, "a1", "甲", "他与厂长是亲戚"));
        happened(
                new ArbitrationEvent.HearingSet(
                        ID, WORKER, 1, DAY, HalfDay.MORNING, "一号庭", List.of("甲"), List.of()));
        happened(new ArbitrationEvent.AdjournmentAsked(ID, WORKER, 1, "a1", "因病住院"));
        happened(new ArbitrationEvent.RecusalDecided(ID, WORKER, "甲", false));
        happened(new ArbitrationEvent.HearingAdjourned(ID, WORKER, 1, "准予延期"));

        assertThat(from("a1").requests())
                .extracting(Dispute.Request::kind, Dispute.Request::state)
                .containsExactly(tuple("recusal", "denied"), tuple("adjournment", "granted"));
        assertThat(from("r1").requests()).isEmpty();
    }

    @Test
    void a_party_reads_why_the_hearing_is_not_put_off_and_the_other_does_not() {
        happened(new ArbitrationEvent.AdjournmentAsked(ID, WORKER, 1, "a1", "因病住院"));
        happened(new ArbitrationEvent.AdjournmentAsked(ID, FACTORY, 1, "r1", "出差"));
        happened(new ArbitrationEvent.AdjournmentDenied(ID, WORKER, 1, "a1", "没有证明"));

        assertThat(from("a1").requests())
                .extracting(Dispute.Request::state, Dispute.Request::answer)
                .containsExactly(tuple("denied", "没有证明"));
        assertThat(from("r1").requests())
                .extracting(Dispute.Request::state, Dispute.Request::answer)
                .containsExactly(tuple("open", null));
    }

    @Test
    void a_ruling_to_pay_before_the_award_is_known_to_the_other_side_when_it_was_served() {
        happened(
                new ArbitrationEvent.AdvanceAsked(
                        ID, WORKER, 1, "a1", List.of("c1"), new BigDecimal("5000.00"), "孩子待产"));
        happened(new ArbitrationEvent.AdvanceGranted(ID, WORKER, 1, List.of("c1"), DAY));

        assertThat(from("a1").advances())
                .extracting(Dispute.Advance::state)
                .containsExactly("granted");
        assertThat(from("r1").advances()).isEmpty();

        happened(served("r1", FACTORY, ServedDocument.ADVANCE_RULING, 1));
        happened(
                new ArbitrationEvent.AdvanceHandedOver(
                        ID, WORKER, 1, "演示区人民法院", DAY.plusDays(1), "receipt"));

        assertThat(from("r1").advances())
                .extracting(Dispute.Advance::state, Dispute.Advance::court)
                .containsExactly(tuple("handed-over", "演示区人民法院"));
        assertThat(from("r1").toString()).doesNotContain("待产");
    }

    @Test
    void nothing_is_handed_over_any_more_once_the_case_ended_without_an_award() {
        happened(
                new ArbitrationEvent.AdvanceAsked(
                        ID, WORKER, 1, "a1", List.of("c1"), new BigDecimal("5000.00"), "孩子待产"));
        happened(new ArbitrationEvent.AdvanceGranted(ID, WORKER, 1, List.of("c1"), DAY));
        happened(new ApplicationEvent.Withdrawn(ID, WORKER, null));

        assertThat(from("a1").advances())
                .extracting(Dispute.Advance::state)
                .containsExactly("lapsed");
    }

    /** As the case itself decides: the committee is not offered what would be refused. */
    @Test
    void nothing_is_handed_over_any_more_on_a_claim_that_is_withdrawn_since() {
        happened(
                new ArbitrationEvent.AdvanceAsked(
                        ID, WORKER, 1, "a1", List.of("c1"), new BigDecimal("5000.00"), "孩子待产"));
        happened(new ArbitrationEvent.AdvanceAsked(ID, WORKER, 2, "a1", List.of("c9"), null, "住院"));
        happened(new ArbitrationEvent.AdvanceGranted(ID, WORKER, 1, List.of("c1"), DAY));
        happened(new ArbitrationEvent.AdvanceGranted(ID, WORKER, 2, List.of("c9"), DAY));
        happened(new ArbitrationEvent.ClaimsWithdrawn(ID, WORKER, List.of("c1"), List.of(), null));

        assertThat(from("a1").advances())
                .extracting(Dispute.Advance::state)
                .containsExactly("lapsed", "granted");

        happened(new ArbitrationEvent.ClaimsDeemedWithdrawn(ID, WORKER, 1, List.of("c9")));
        assertThat(from("a1").advances())
                .extracting(Dispute.Advance::state)
                .containsExactly("lapsed", "lapsed");
    }

    @Test
    void a_member_of_the_group_sees_its_share_of_what_the_representative_asked() {
        happened(joined("a2", FACTORY, Side.CLAIMANT, "赵阿贵", "440106190405060155", "13800000012"));
        happened(
                new ArbitrationEvent.ClaimFiled(
                        ID,
                        WORKER,
                        "c1-a2",
                        "a2",
                        ClaimKind.PAY,
                        DAY,
                        false,
                        null,
                        new BigDecimal("7000.00"),
                        "拖欠工资"));
        happened(
                new ArbitrationEvent.AdvanceAsked(
                        ID, WORKER, 1, "a1", List.of("c1", "c1-a2"), null, "孩子待产"));

        assertThat(from("a2").advances())
                .extracting(Dispute.Advance::claims, Dispute.Advance::state)
                .containsExactly(tuple(List.of("c1-a2"), "open"));
        assertThat(from("a1").advances())
                .extracting(Dispute.Advance::claims)
                .containsExactly(List.of("c1", "c1-a2"));
        assertThat(from("r1").advances()).isEmpty();
    }

    @Test
    void the_committee_sees_what_waits_for_it_and_who_did_not_come() {
        happened(counterClaim());
        happened(new ArbitrationEvent.RecusalAsked(ID, WORKER, "a1", "甲", "他与厂长是亲戚"));
        Docket docket = seenByCommittee();
        assertThat(docket.claims())
                .extracting(Dispute.Claim::standing)
                .containsExactly("joined", "filed");
        assertThat(docket.recusals()).extracting(Docket.Plea::state).containsExactly("open");

        happened(new ArbitrationEvent.ClaimRefused(ID, FACTORY, "c2", "与本案无关"));
        happened(
                new ArbitrationEvent.HearingSet(
                        ID, WORKER, 1, DAY, HalfDay.MORNING, "一号庭", List.of("甲"), List.of()));
        happened(served("r1", FACTORY, ServedDocument.HEARING_NOTICE, 1));
        happened(new ArbitrationEvent.HearingHeld(ID, WORKER, 1, List.of("r1")));

        assertThat(seenByCommittee().claims().get(1).standing()).isEqualTo("refused");
        assertThat(seenByCommittee().hearings().get(0).absent()).containsExactly("r1");
        assertThat(from("r1").hearings().get(0).missed()).isTrue();
    }

    private Docket seenByCommittee() {
        DisputeView view = new DisputeView("");
        story.forEach(view::take);
        return view.docket("1", CATALOGUE).orElseThrow();
    }

    private static ArbitrationEvent counterClaim() {
        return new ArbitrationEvent.ClaimFiled(
                ID,
                FACTORY,
                "c2",
                "r1",
                ClaimKind.DAMAGES,
                DAY,
                true,
                new DueDate(DAY, false),
                BigDecimal.TEN,
                "违约");
    }

    @Test
    void evidence_is_its_partys_own_until_it_is_served_on_the_other_side() {
        happened(
                new ArbitrationEvent.EvidenceFiled(
                        ID,
                        FACTORY,
                        "r1",
                        1,
                        List.of(new Material("m-1", "evidence", "00", "application/pdf", 10)),
                        "已发工资"));

        assertThat(from("r1").evidence())
                .extracting(Dispute.Exhibit::served)
                .containsExactly(false);
        assertThat(from("a1").evidence()).isEmpty();
        assertThat(from("a1").toString()).doesNotContain("m-1", "已发工资");

        happened(served("a1", WORKER, ServedDocument.EVIDENCE, 1));
        assertThat(from("a1").evidence())
                .extracting(Dispute.Exhibit::proves)
                .containsExactly("已发工资");
        assertThat(from("r1").evidence()).extracting(Dispute.Exhibit::served).containsExactly(true);
    }

    @Test
    void a_counter_claim_is_known_to_its_party_until_it_is_served() {
        happened(served("r1", FACTORY, ServedDocument.CLAIM, 1));
        happened(counterClaim());

        assertThat(from("r1").claims()).hasSize(2);
        assertThat(from("a1").claims()).hasSize(1);

        happened(served("a1", WORKER, ServedDocument.FURTHER_CLAIM, 2));
        assertThat(from("a1").claims()).hasSize(2);
    }

    @Test
    void a_party_knows_a_hearing_when_it_was_told_of_it() {
        happened(
                new ArbitrationEvent.HearingSet(
                        ID, WORKER, 1, DAY, HalfDay.MORNING, "一号庭", List.of("甲"), List.of()));
        assertThat(from("a1").hearings()).isEmpty();

        happened(served("a1", WORKER, ServedDocument.HEARING_NOTICE, 1));

        assertThat(from("a1").hearings()).extracting(Dispute.Hearing::state).containsExactly("set");
        assertThat(from("r1").hearings()).isEmpty();
    }

    @Test
    void each_reads_the_own_copy_of_an_award_when_it_was_served() {
        happened(copy("a1", WORKER, "给申请人的裁决"));
        happened(copy("r1", FACTORY, "给被申请人的裁决"));
        assertThat(from("a1").copies()).isEmpty();

        happened(served("a1", WORKER, ServedDocument.AWARD, 1));

        assertThat(from("a1").copies()).extracting(Dispute.Copy::text).containsExactly("给申请人的裁决");
        assertThat(from("r1").copies()).isEmpty();
    }

    @Test
    void both_sides_read_how_it_ended_in_words_that_say_so() {
        assertThat(from("r1").ending()).isNull();

        happened(new ArbitrationEvent.SettlementBound(ID, WORKER, DAY));
        happened(
                new ApplicationEvent.Concluded(
                        ID, WORKER, Conclusion.APPROVED, null, null, FormData.empty(), List.of()));

        assertThat(from("r1").ending())
                .isEqualTo(Text.of("已结案：调解", "Closed by settlement"))
                .isEqualTo(from("a1").ending());
    }

    @Test
    void no_ending_of_a_dispute_reads_as_an_approval() {
        for (String item : List.of(ITEM, "labour-mediation", "mediation-confirmation")) {
            assertThat(CATALOGUE.current(item).orElseThrow().endings().values())
                    .isNotEmpty()
                    .allSatisfy(
                            ending -> {
                                assertThat(ending.status().zh()).doesNotContain("准予");
                                assertThat(ending.status().en()).doesNotContain("pproved");
                            });
        }
    }

    @Test
    void whoever_is_no_party_sees_nothing() {
        assertThat(view("r2")).isEmpty();
    }

    @Test
    void the_erasure_of_one_side_leaves_what_the_other_filed() {
        happened(served("r1", FACTORY, ServedDocument.CLAIM, 1));
        happened(erased());

        Dispute seen = from("a1");

        assertThat(seen.parties()).extracting(Dispute.Party::name).containsExactly("周阿福", null);
        assertThat(seen.claims()).extracting(Dispute.Claim::grounds).containsExactly("拖欠工资");
    }

    /** As the log gives the party's event once its key was destroyed. */
    @SuppressWarnings("NullAway")
    private static ArbitrationEvent erased() {
        return new ArbitrationEvent.PartyJoined(
                ID, FACTORY, "r1", Side.RESPONDENT, Role.EMPLOYER, "key", true, null);
    }

    private Dispute from(String party) {
        return view(party).orElseThrow();
    }

    private Optional<Dispute> view(String party) {
        DisputeView view = new DisputeView(party);
        story.forEach(view::take);
        return view.dispute("1", CATALOGUE);
    }

    private static ArbitrationEvent joined(
            String party, PersonId person, Side side, String name, String number, String phone) {
        return new ArbitrationEvent.PartyJoined(
                ID,
                person,
                party,
                side,
                side == Side.CLAIMANT ? Role.WORKER : Role.EMPLOYER,
                "key-" + party,
                true,
                new PartyDetails(name, number, phone, null, null));
    }

    private static ArbitrationEvent served(
            String party, PersonId person, ServedDocument document, int serial) {
        return new ArbitrationEvent.DocumentServed(
                ID,
                person,
                party,
                document,
                serial,
                DAY,
                ServiceWay.DIRECT,
                "receipt",
                document == ServedDocument.CLAIM ? new DueDate(DAY.plusDays(21), false) : null,
                List.of());
    }

    private static ArbitrationEvent copy(String party, PersonId person, String text) {
        return new ArbitrationEvent.CopyIssued(
                ID,
                person,
                party,
                ServedDocument.AWARD,
                1,
                List.of(new AwardedItem("c1", BigDecimal.TEN)),
                text);
    }

    private void happened(Event event) {
        story.add(
                new Recorded(
                        story.size() + 1,
                        "application",
                        ID.value(),
                        story.size(),
                        Instant.EPOCH,
                        event.getClass().getAnnotation(Stored.class).value(),
                        event,
                        new Stamp(Instant.EPOCH, Actor.system("test")),
                        Map.of()));
    }
}
