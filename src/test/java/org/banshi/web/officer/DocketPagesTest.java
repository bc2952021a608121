package org.banshi.web.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.casefile.Guesses;
import org.banshi.app.signin.SignInRefusedException;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.arbitration.ClaimKind;
import org.banshi.command.contract.arbitration.Role;
import org.banshi.command.contract.arbitration.Side;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.dispute.Dispute;
import org.banshi.query.contract.dispute.Docket;
import org.banshi.query.contract.dispute.FindDispute;
import org.banshi.query.contract.dispute.FindDocket;
import org.banshi.query.contract.dispute.FindParties;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.web.Answers;
import org.banshi.web.Pages;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A dispute as the committee and as a party has it before it. */
@WebSliceTest
class DocketPagesTest {

    private static final String NUMBER = Samples.NUMBER;
    private static final LocalDate DAY = LocalDate.parse("2026-09-24");
    private static final DueDate DUE = new DueDate(DAY.plusDays(7), false);

    private final Pages pages;
    private final MockMvc mvc;
    private final Answers answers;
    private final CommandGateway commands;
    private final Guesses guesses;

    @Autowired
    DocketPagesTest(MockMvc mvc, Answers answers, CommandGateway commands, Guesses guesses) {
        this.pages = new Pages(mvc);
        this.mvc = mvc;
        this.answers = answers;
        this.commands = commands;
        this.guesses = guesses;
    }

    @BeforeEach
    void set_the_stage() {
        answers.forget();
        answers.to(FindProgress.class, Samples.progress());
        answers.to(FindParties.class, parties());
        answers.to(FindDocket.class, docket());
        answers.to(FindDispute.class, dispute());
    }

    @Test
    void lays_before_the_committee_what_it_has_to_decide() throws Exception {
        Samples.staff(Scope.Role.OFFICER);

        assertThat(pages.page(get("/work/disputes/" + NUMBER)))
                .contains("演示灯具厂", "id=\"code-r1\"")
                .contains("等待决定是否并案", "请在2026年10月1日前决定", "不予并案")
                .contains("同意回避", "他与厂长是亲戚")
                .contains("申请延期开庭", "因病住院")
                .contains("/adjournment-decision", "不予延期的理由")
                .contains("代收反申请")
                .contains("已发工资", "/evidence/" + Samples.PAPER, "尚未送达对方")
                .contains("5,000.00 元");
    }

    @Test
    void says_what_is_missing_and_keeps_what_was_typed() throws Exception {
        Samples.staff(Scope.Role.OFFICER);

        String page =
                pages.body(
                        post("/work/disputes/" + NUMBER + "/claim")
                                .param("party", "r1")
                                .param("amount", "-5")
                                .param("grounds", "违约"),
                        422);

        assertThat(page)
                .contains("#claim-kind", "#claim-since", "#claim-amount")
                .contains("违约")
                .contains("<details open=\"open\"");
        verifyNoInteractions(commands);
    }

    @Test
    void offers_a_party_what_it_may_ask_for_and_tells_what_became_of_it() throws Exception {
        Samples.citizen();

        assertThat(pages.page(get("/disputes/" + NUMBER)))
                .contains("提出反申请", "申请仲裁员回避", "申请延期开庭")
                .contains("申请回避：", "未同意")
                .contains("您未到庭")
                .contains("提交证据", "/evidence/" + Samples.PAPER, "尚未送达对方")
                .contains("已移送执行", "演示区人民法院")
                .doesNotContain("申请先予执行");
    }

    @Test
    void shows_a_paper_only_to_whom_the_dispute_shows_it() throws Exception {
        Samples.citizen();
        String paper = "/disputes/" + NUMBER + "/evidence/";
        assertThat(status(paper + "99999999-0000-0000-0000-000000000001")).isEqualTo(404);
        answers.forget();
        assertThat(status(paper + Samples.PAPER)).isEqualTo(404);
    }

    private int status(String path) throws Exception {
        return mvc.perform(get(path)).andReturn().getResponse().getStatus();
    }

    @Test
    void makes_a_guesser_wait_and_says_how_long() throws Exception {
        Samples.citizen();
        SignInRefusedException early = mock();
        when(early.why()).thenReturn(SignInRefusedException.Why.TOO_MANY_CODES);
        when(early.waitFor()).thenReturn(Duration.ofSeconds(8));
        doThrow(early).when(guesses).guess(anyString(), anyString());

        var page =
                mvc.perform(
                                post("/disputes")
                                        .param("number", NUMBER)
                                        .param("party", "r1")
                                        .param("code", "000000000000"))
                        .andReturn()
                        .getResponse();

        assertThat(page.getStatus()).isEqualTo(429);
        assertThat(page.getHeader("Retry-After")).isEqualTo("8");
        verifyNoInteractions(commands);
    }

    private static List<Dispute.Party> parties() {
        return List.of(
                new Dispute.Party("a1", Side.CLAIMANT, Role.WORKER, "周阿福"),
                new Dispute.Party("r1", Side.RESPONDENT, Role.EMPLOYER, "演示灯具厂"));
    }

    private static Dispute.Claim claim(String key, String party, String standing) {
        return new Dispute.Claim(
                key,
                party,
                ClaimKind.PAY,
                DAY,
                party.startsWith("r"),
                BigDecimal.TEN,
                "说明",
                standing,
                standing.equals("joined") ? null : DUE);
    }

    private static Docket docket() {
        return new Docket(
                NUMBER,
                Text.of("劳动争议仲裁", "Labour arbitration"),
                false,
                parties(),
                List.of(claim("c1", "a1", "joined"), claim("c2", "r1", "filed")),
                List.of("陈公正"),
                List.of(new Docket.Plea("a1", "陈公正", DAY, "他与厂长是亲戚", "open", null)),
                List.of(new Docket.Plea("a1", "1", DAY, "因病住院", "open", null)),
                List.of(new Docket.Sitting(1, DAY, "MORNING", "一号庭", "set", List.of())),
                exhibits(),
                List.of(
                        new Docket.Advance(
                                advance(1, "open"), "a1", new BigDecimal("5000.00"), "房租到期"),
                        new Docket.Advance(advance(2, "granted"), "a1", null, "住院")));
    }

    private static Dispute dispute() {
        return new Dispute(
                NUMBER,
                Text.of("劳动争议仲裁", "Labour arbitration"),
                "r1",
                Side.RESPONDENT,
                DUE,
                false,
                null,
                parties(),
                List.of(claim("c1", "a1", "joined")),
                DUE,
                List.of(),
                List.of("陈公正"),
                List.of(
                        new Dispute.Hearing(1, DAY, "MORNING", "一号庭", "adjourned", true),
                        new Dispute.Hearing(2, DAY, "MORNING", "一号庭", "set", false)),
                List.of(),
                List.of(),
                List.of(new Dispute.Request("recusal", "陈公正", DAY, "denied", null)),
                exhibits(),
                List.of(new Dispute.Advance(1, List.of("c1"), DAY, "handed-over", "演示区人民法院", DAY)));
    }

    private static Dispute.Advance advance(int number, String state) {
        return new Dispute.Advance(number, List.of("c" + number), DAY, state, null, null);
    }

    private static List<Dispute.Exhibit> exhibits() {
        return List.of(
                new Dispute.Exhibit(
                        1,
                        "r1",
                        List.of(
                                new Material(
                                        Samples.PAPER, "evidence", "00", "application/pdf", 1)),
                        "已发工资",
                        false));
    }
}
