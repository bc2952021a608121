package org.banshi.web.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.banshi.app.casefile.CaseEvents;
import org.banshi.app.letter.PdfText;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.DeliveryChannel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.SpecialProcedureKind;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.AwardLine;
import org.banshi.command.contract.arbitration.AwardedItem;
import org.banshi.command.contract.arbitration.ClaimKind;
import org.banshi.command.contract.arbitration.Finality;
import org.banshi.command.contract.arbitration.HalfDay;
import org.banshi.command.contract.arbitration.PartyDetails;
import org.banshi.command.contract.arbitration.Role;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.arbitration.ServiceWay;
import org.banshi.command.contract.arbitration.Side;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.disability.DisabilityEvent;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.DisabilityCertificateNumber.Category;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.points.ItemOrigin;
import org.banshi.command.contract.points.PointsAccountId;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.command.contract.points.Score;
import org.banshi.command.contract.points.ScoreCause;
import org.banshi.command.contract.points.ScoreLine;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.dispute.FindSeats;
import org.banshi.query.contract.dispute.Seat;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.web.Answers;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.banshi.web.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Which letters a case has, what they tell, and who may have them. */
@WebSliceTest
class LettersTest {

    private static final ApplicationId ID = new ApplicationId(Samples.APPLICATION);
    private static final PersonId FACTORY = new PersonId(ID.value() + "-r1");
    private static final LocalDate DAY = LocalDate.parse("2026-09-24");

    private final List<Recorded> story = new ArrayList<>();
    private final MockMvc mvc;
    private final Answers answers;
    private final CaseEvents events;
    private final Catalogue catalogue;
    private final Letters letters;

    @Autowired
    LettersTest(
            MockMvc mvc, Answers answers, CaseEvents events, Catalogue catalogue, Letters letters) {
        this.mvc = mvc;
        this.answers = answers;
        this.events = events;
        this.catalogue = catalogue;
        this.letters = letters;
    }

    @BeforeEach
    void set_the_stage() {
        answers.forget();
        answers.to(FindProgress.class, Samples.progress());
        when(events.of(anyString())).thenReturn(story);
    }

    @Test
    void an_applicant_has_the_notice_of_acceptance_in_both_languages() throws IOException {
        applied("minimum-living-allowance");
        happened(
                new ApplicationEvent.Accepted(
                        ID, Samples.PERSON, DAY, new DueDate(DAY.plusDays(20), false), "齐全"));

        assertThat(letters.of(Samples.citizen(), Samples.NUMBER))
                .extracting(Letter::id)
                .containsExactly("acceptance");
        assertThat(text("acceptance", "zh"))
                .contains("受理通知书", "李梅：", Samples.NUMBER, "最低生活保障", "2026年10月14日", "（印章）");
        assertThat(text("acceptance", "en"))
                .contains(
                        "Notice of acceptance", "14 Oct 2026", "The Chinese text is authoritative");
    }

    @Test
    void a_decision_tells_the_result_and_the_ways_to_contest_it_with_their_last_days()
            throws IOException {
        applied("minimum-living-allowance");
        happened(
                new ApplicationEvent.DeliveryRequested(
                        ID,
                        Samples.PERSON,
                        "d1",
                        "confirmation",
                        DeliveryChannel.POST,
                        "广州市演示街 2 号"));
        answers.to(FindProgress.class, Samples.approved());

        Samples.citizen();
        assertThat(text("d1", "zh"))
                .contains("审核确认通知书", "每月金额：1314.00")
                .contains("最后一日：")
                .contains("所依据的标准待确认，以正式公布为准。")
                .doesNotContain("{", "x");
        assertThat(text("d1", "en")).contains("The standard behind it is to be confirmed");

        answers.to(FindProgress.class, Samples.progress());
        assertThat(text("d1", "zh")).doesNotContain("待确认");
    }

    @Test
    void an_officer_prints_what_is_served_and_a_party_has_it_once_it_was() throws IOException {
        disputed();
        happened(new ArbitrationEvent.Docketed(ID, Samples.PERSON, false, List.of()));

        Samples.staff(Scope.Role.OFFICER);
        assertThat(text("claim-1-r1", "zh"))
                .contains("应诉通知书", "演示灯具厂：", "申请人：周阿福", "1. 劳动报酬")
                .contains("8000.00 元", "拖欠工资", "查阅码")
                .doesNotContain("440106190405060139", "13800000011", "91440101MA0000A19B");

        answers.to(FindSeats.class, List.of(new Seat(ID.value(), Samples.NUMBER, "r1")));
        answers.to(FindProgress.class, (FindProgress query) -> Samples.progress());
        assertThat(letters.of(party(), Samples.NUMBER))
                .extracting(Letter::id)
                .doesNotContain("claim-1-r1");

        happened(served(ServedDocument.CLAIM, 1));
        assertThat(letters.of(party(), Samples.NUMBER))
                .extracting(Letter::id)
                .contains("claim-1-r1")
                .noneMatch(id -> id.endsWith("a1"));
    }

    @Test
    void a_notice_of_a_hearing_tells_when_where_and_before_whom() throws IOException {
        disputed();
        happened(hearing(1, DAY.plusDays(10)));

        Samples.staff(Scope.Role.OFFICER);
        assertThat(text("hearing-notice-1-a1", "zh"))
                .contains("开庭通知书", "周阿福：", "2026年10月4日上午", "一号庭", "陈公正");
        assertThat(text("hearing-notice-1-r1", "en")).contains("4 Oct 2026", "To 演示灯具厂:");
    }

    @Test
    void of_a_collective_dispute_respondents_are_told_all_in_one_notice() throws IOException {
        disputed();
        happened(new ArbitrationEvent.Docketed(ID, Samples.PERSON, true, List.of()));
        happened(hearing(1, DAY.plusDays(30)));

        Samples.staff(Scope.Role.OFFICER);
        assertThat(text("claim-1-r1", "zh"))
                .contains("应诉通知书", "1. 劳动报酬", "仲裁庭：陈公正", "在答辩期内提交证据")
                .contains("2026年10月24日上午", "一号庭");
        assertThat(text("hearing-notice-1-a1", "zh")).contains("一号庭", "双方请在该期限内提交证据");
        assertThat(ids()).contains("claim-1-r1").doesNotContain("hearing-notice-1-r1");

        happened(served(ServedDocument.CLAIM, 1));
        happened(hearing(2, DAY.plusDays(40)));
        assertThat(text("claim-1-r1", "zh")).contains("2026年10月24日").doesNotContain("11月3日");
        assertThat(ids()).contains("hearing-notice-2-r1").doesNotContain("hearing-notice-1-r1");
        assertThat(text("hearing-notice-1-a1", "zh")).contains("双方请在该期限内提交证据");
        assertThat(text("hearing-notice-2-a1", "zh")).doesNotContain("双方请在该期限内提交证据");
    }

    @Test
    void whoever_was_told_of_a_dispute_is_told_that_it_takes_longer_and_that_it_is_over()
            throws IOException {
        disputed();
        happened(new ArbitrationEvent.Docketed(ID, Samples.PERSON, false, List.of()));
        happened(
                new ApplicationEvent.SpecialProcedureStarted(
                        ID,
                        Samples.PERSON,
                        1,
                        SpecialProcedureKind.EXTENSION,
                        "等待鉴定",
                        new DueDate(DAY.plusDays(60), false)));
        happened(new ApplicationEvent.Withdrawn(ID, Samples.PERSON, "已和解"));

        assertThat(ids())
                .contains("extension-1-a1")
                .noneMatch(id -> id.endsWith("1-r1") && !id.startsWith("claim"));

        happened(served(ServedDocument.CLAIM, 1));
        assertThat(text("extension-1-r1", "zh"))
                .contains("延长审理期限通知书", "演示灯具厂：", "2026年11月23日")
                .doesNotContain("鉴定");
        assertThat(text("ending-1-r1", "zh"))
                .contains("案件终结通知书", "申请人已经撤回仲裁申请")
                .doesNotContain("和解", "终止审理", "没有到庭");
        assertThat(ids()).doesNotContain("ending-1-a1");

        story.remove(story.size() - 2);
        happened(new ArbitrationEvent.DeemedWithdrawn(ID, Samples.PERSON, 1));
        assertThat(text("ending-1-r1", "en")).contains("counts as withdrawn");
        story.remove(story.size() - 1);
        happened(new ApplicationEvent.Terminated(ID, Samples.PERSON, "申请人死亡", List.of()));
        assertThat(text("ending-1-r1", "zh")).contains("决定终止审理").doesNotContain("死亡");
    }

    private List<String> ids() {
        return letters.of(Samples.staff(Scope.Role.OFFICER), Samples.NUMBER).stream()
                .map(Letter::id)
                .toList();
    }

    private static ArbitrationEvent.HearingSet hearing(int number, LocalDate day) {
        return new ArbitrationEvent.HearingSet(
                ID, Samples.PERSON, number, day, HalfDay.MORNING, "一号庭", List.of("陈公正"), List.of());
    }

    @Test
    void both_sides_are_told_what_was_decided_on_a_recusal_but_not_who_asked() throws IOException {
        disputed();
        happened(new ArbitrationEvent.RecusalDecided(ID, Samples.PERSON, "陈公正", true));

        Samples.staff(Scope.Role.OFFICER);
        assertThat(text("recusal-decision-1-a1", "zh"))
                .contains("回避决定书", "周阿福：", "决定仲裁员陈公正回避")
                .doesNotContain("驳回");
        assertThat(text("recusal-decision-1-r1", "en"))
                .contains("To 演示灯具厂:", "arbitrator 陈公正 steps back");
    }

    @Test
    void a_ruling_to_pay_before_the_award_asks_no_security_and_counts_towards_the_award()
            throws IOException {
        disputed();
        happened(new ArbitrationEvent.AdvanceGranted(ID, Samples.PERSON, 1, List.of("c1"), DAY));
        happened(ruled(ServedDocument.ADVANCE_RULING, "5000.00"));
        happened(
                new ArbitrationEvent.AwardMade(
                        ID,
                        Samples.PERSON,
                        1,
                        Finality.FINAL,
                        false,
                        false,
                        catalogue.current("labour-arbitration").orElseThrow().version(),
                        List.of(new AwardLine("c1", false))));
        happened(ruled(ServedDocument.AWARD, "8000.00"));

        Samples.staff(Scope.Role.OFFICER);
        assertThat(text("advance-ruling-1-a1", "zh"))
                .contains("先予执行裁决书", "先予支付 5000.00 元", "不提供担保", "移送人民法院执行");
        assertThat(text("award-1-a1", "zh")).contains("已裁决先予执行 5000.00 元").doesNotContain("待确认");
    }

    private static ArbitrationEvent ruled(ServedDocument document, String amount) {
        return new ArbitrationEvent.CopyIssued(
                ID,
                Samples.PERSON,
                "a1",
                document,
                1,
                List.of(new AwardedItem("c1", new BigDecimal(amount))),
                "理由");
    }

    @Test
    void tells_an_assessment_with_the_last_day_to_object() throws IOException {
        applied("disability-certificate");
        happened(
                new DisabilityEvent.Assessed(
                        ID, Samples.PERSON, 1, "meets", Category.PHYSICAL, 2, DAY, "演示医院", "下肢"));
        happened(requested("d1", "assessment-result"));
        happened(
                new DisabilityEvent.AssessmentTold(
                        ID, Samples.PERSON, 1, new DueDate(DAY.plusDays(20), false)));

        Samples.citizen();
        assertThat(text("d1", "zh"))
                .contains("残疾评定结果告知书", "肢体残疾二级", "演示医院", "2026年10月14日前提出异议")
                .doesNotContain("{", "最终结果");
    }

    @Test
    void confirms_points_line_by_line_with_the_last_day_to_object() throws IOException {
        applied("points-account");
        happened(requested("d1", "score"));
        happened(
                new PointsEvent.ScoreDetermined(
                        PointsAccountId.of(Samples.PERSON),
                        Samples.PERSON,
                        ScoreCause.APPLICATION,
                        ID,
                        "GZ-2021",
                        "digest",
                        DAY,
                        new Score(
                                List.of(new ScoreLine("permit-years", new BigDecimal("48"))),
                                new BigDecimal("48"),
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                new BigDecimal("48"),
                                new BigDecimal("48"),
                                false,
                                true),
                        null));

        Samples.citizen();
        assertThat(text("d1", "zh"))
                .contains("积分确认通知书", "：48", "总积分 48 分", "标准待公布", "前向原受理窗口提出")
                .doesNotContain("{", "permit-years");
    }

    @Test
    void tells_of_no_score_where_the_account_did_not_count_when_it_was_decided()
            throws IOException {
        PointsAccountId account = PointsAccountId.of(Samples.PERSON);
        PointsEvent dropped = new PointsEvent.AdjustmentDropped(account, Samples.PERSON, ID);
        applied("points-account");
        happened(requested("d1", "score"));
        happened(dropped);

        Samples.citizen();
        assertThat(text("d1", "zh")).contains("已经失效，本次不计分").doesNotContain("积分已经确定", "{");
        story.removeIf(it -> it.event() == dropped);
        happened(
                new PointsEvent.ItemRecorded(
                        account,
                        Samples.PERSON,
                        "permit-years",
                        ItemOrigin.CLAIMED,
                        ID,
                        FormData.empty(),
                        List.of(),
                        List.of()));
        happened(dropped);
        assertThat(text("d1", "zh")).contains("恢复后重新计分并公布").doesNotContain("本次不计分", "{");
    }

    @Test
    void each_side_has_its_own_copy_of_an_award_with_its_own_remedies() throws IOException {
        disputed();
        happened(
                new ArbitrationEvent.AwardMade(
                        ID,
                        Samples.PERSON,
                        1,
                        Finality.FINAL,
                        false,
                        false,
                        catalogue.current("labour-arbitration").orElseThrow().version(),
                        List.of(new AwardLine("c1", true))));
        happened(copy("a1", Samples.PERSON));
        happened(copy("r1", FACTORY));

        Samples.staff(Scope.Role.OFFICER);
        assertThat(text("award-1-a1", "zh"))
                .contains("仲裁裁决书", "1. 劳动报酬：7500.00 元", "终局裁决", "十五日内向人民法院提起诉讼")
                .contains("判断是否终局所用的最低工资标准待确认")
                .doesNotContain("撤销裁决");
        assertThat(text("award-1-r1", "zh")).contains("申请撤销裁决").doesNotContain("最后一日");
    }

    @Test
    void a_stranger_has_none_and_neither_has_other_staff() {
        applied("minimum-living-allowance");
        happened(
                new ApplicationEvent.Accepted(
                        ID, Samples.PERSON, DAY, new DueDate(DAY.plusDays(20), false), "齐全"));
        answers.forget();

        assertThat(letters.of(Samples.citizen(), Samples.NUMBER)).isEmpty();
        assertThat(letters.of(Samples.staff(Scope.Role.AUDITOR), Samples.NUMBER)).isEmpty();
        assertThatThrownBy(
                        () -> letters.print(Samples.citizen(), Samples.NUMBER, "acceptance", "zh"))
                .isInstanceOf(ProblemException.class);
    }

    private static SignedIn party() {
        return Samples.citizen();
    }

    private String text(String letter, String language) throws IOException {
        try {
            MockHttpServletResponse answer =
                    mvc.perform(
                                    get(
                                            "/letters/"
                                                    + Samples.NUMBER
                                                    + "/"
                                                    + letter
                                                    + "?lang="
                                                    + language))
                            .andReturn()
                            .getResponse();
            assertThat(answer.getContentType()).isEqualTo("application/pdf");
            assertThat(answer.getHeader("Cache-Control")).contains("no-store");
            return PdfText.of(answer.getContentAsByteArray());
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void applied(String service) {
        happened(
                new ApplicationEvent.Applied(
                        ID,
                        Samples.PERSON,
                        Samples.NUMBER,
                        catalogue.current(service).orElseThrow().version(),
                        new RegionCode("440106"),
                        Channel.PC,
                        new Applicant("李梅", "440106190503120625", "13800000001", null),
                        FormData.empty(),
                        List.of(),
                        "ABCD2345"));
    }

    private void disputed() {
        applied("labour-arbitration");
        happened(joined("a1", Samples.PERSON, Side.CLAIMANT, "周阿福", "440106190405060139"));
        happened(joined("r1", FACTORY, Side.RESPONDENT, "演示灯具厂", "91440101MA0000A19B"));
        happened(
                new ArbitrationEvent.ClaimFiled(
                        ID,
                        Samples.PERSON,
                        "c1",
                        "a1",
                        ClaimKind.PAY,
                        DAY,
                        false,
                        null,
                        new BigDecimal("8000.00"),
                        "拖欠工资"));
    }

    private static ArbitrationEvent joined(
            String party, PersonId person, Side side, String name, String number) {
        return new ArbitrationEvent.PartyJoined(
                ID,
                person,
                party,
                side,
                side == Side.CLAIMANT ? Role.WORKER : Role.EMPLOYER,
                "key-" + party,
                true,
                new PartyDetails(name, number, "13800000011", null, null));
    }

    private static ApplicationEvent requested(String delivery, String document) {
        return new ApplicationEvent.DeliveryRequested(
                ID, Samples.PERSON, delivery, document, DeliveryChannel.WINDOW, "");
    }

    private static ArbitrationEvent served(ServedDocument document, int serial) {
        return new ArbitrationEvent.DocumentServed(
                ID,
                FACTORY,
                "r1",
                document,
                serial,
                DAY,
                ServiceWay.DIRECT,
                "回证 1 号",
                new DueDate(DAY.plusDays(14), false),
                List.of());
    }

    private static ArbitrationEvent copy(String party, PersonId person) {
        return new ArbitrationEvent.CopyIssued(
                ID,
                person,
                party,
                ServedDocument.AWARD,
                1,
                List.of(new AwardedItem("c1", new BigDecimal("7500.00"))),
                "单位拖欠工资属实。");
    }

    private void happened(Event event) {
        story.add(
                new Recorded(
                        story.size() + 1,
                        "application",
                        ID.value(),
                        story.size(),
                        Samples.THEN,
                        event.getClass().getAnnotation(Stored.class).value(),
                        event,
                        new Stamp(Samples.THEN, Actor.system("test")),
                        Map.of()));
    }
}
