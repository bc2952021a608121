package org.banshi.web.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.operation.Operations;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.points.DepartmentAnswer;
import org.banshi.command.contract.points.PointsCommand;
import org.banshi.command.contract.settlement.CandidacyCommand;
import org.banshi.command.contract.settlement.RoundCommand;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.points.FindOpenObjections;
import org.banshi.query.contract.points.FindPointsAccount;
import org.banshi.query.contract.points.FindRound;
import org.banshi.query.contract.points.FindRounds;
import org.banshi.query.contract.points.ObjectionRow;
import org.banshi.query.contract.points.PointsAccountView;
import org.banshi.query.contract.points.PointsAccountView.Basis;
import org.banshi.query.contract.points.PointsAccountView.Line;
import org.banshi.query.contract.points.PointsAccountView.Objection;
import org.banshi.query.contract.points.PointsAccountView.Published;
import org.banshi.query.contract.points.PointsAccountView.Said;
import org.banshi.query.contract.points.PointsAccountView.Standing;
import org.banshi.query.contract.points.RoundView;
import org.banshi.web.Answers;
import org.banshi.web.Pages;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** A points account and a round as holder, offices and operator meet them. */
@WebSliceTest
class PointsPagesTest {

    private static final String ROUND = "settlement-round-440100-2026";
    private static final DueDate DUE = new DueDate(LocalDate.of(2026, 10, 14), false);

    private final MockMvc mvc;
    private final Pages pages;
    private final Answers answers;
    private final CommandGateway commands;
    private final Operations operations;

    @Autowired
    PointsPagesTest(MockMvc mvc, Answers answers, CommandGateway commands, Operations operations) {
        this.mvc = mvc;
        this.pages = new Pages(mvc);
        this.answers = answers;
        this.commands = commands;
        this.operations = operations;
    }

    @BeforeEach
    void set_the_stage() {
        answers.forget();
        answers.to(FindPointsAccount.class, account());
        answers.to(FindRound.class, round("ranked"));
        Samples.citizen();
    }

    @Test
    void shows_points_with_what_they_rest_on_and_how_to_contest_them() throws Exception {
        assertThat(pages.page(get("/points")))
                .contains("78")
                .contains("居住证年限")
                .contains("本人申报，核实于")
                .contains("申请人身份证")
                .contains("已核对")
                .contains("分值待市级确认")
                .contains("下次重新计算")
                .contains("2027年3月7日")
                .contains("2026年10月14日")
                .contains("天河区来穗")
                .contains("窗口正在核查")
                .contains("第 7 名")
                .contains("《分值表》")
                .doesNotContain("[S");
        assertThat(pages.page(get("/cases"))).contains("我的积分");
    }

    @Test
    void takes_an_objection_in_and_asks_for_words_first() throws Exception {
        assertThat(pages.body(post("/points/objections").param("indicator", "permit-years"), 422))
                .contains("写明理由");
        verify(commands, never()).sendAndWait(any());

        pages.moved(
                post("/points/objections")
                        .param("indicator", "permit-years")
                        .param("objection", "少算一年"),
                "/points?done=objected");
        assertThat(sent(PointsCommand.RaiseObjection.class).objection()).isEqualTo("少算一年");
    }

    @Test
    void offers_for_objection_the_lines_whose_term_runs_and_that_nobody_looks_into()
            throws Exception {
        assertThat(pages.page(get("/points")))
                .contains("<option value=\"award\"")
                .doesNotContain("<option value=\"permit-years\"");
    }

    @Test
    void takes_a_claim_back_and_says_why_not() throws Exception {
        assertThat(pages.page(post("/points/withdrawals").param("claim", "permit-years")))
                .contains("确定撤回此项申报吗")
                .contains("居住证年限")
                .contains("name=\"claim\" value=\"permit-years\"");
        verify(commands, never()).sendAndWait(any());
        pages.moved(
                post("/points/withdrawals").param("claim", "permit-years").param("sure", "true"),
                "/points?done=withdrawn");
        assertThat(sent(PointsCommand.WithdrawItem.class).indicator()).isEqualTo("permit-years");

        reset(commands);
        when(commands.sendAndWait(any()))
                .thenThrow(
                        new RefusedException(
                                Refusal.of(
                                        "points-not-claimed",
                                        Text.of("不是您申报的", "not claimed"),
                                        Text.of("请提出异议", "object"))));
        assertThat(
                        pages.body(
                                post("/points/withdrawals")
                                        .param("claim", "x")
                                        .param("sure", "true"),
                                409))
                .contains("不是您申报的");
    }

    @Test
    void shows_the_round_in_numbers_and_lets_its_candidate_leave() throws Exception {
        assertThat(pages.page(get("/points/rounds/" + ROUND)))
                .contains("第 7 名")
                .contains("16000")
                .contains("末位并列")
                .contains("2026年12月8日");

        var leaving = post("/points/rounds/" + ROUND + "/leaving").param("place", "true");
        assertThat(pages.page(leaving)).contains("确定放弃入户名额吗").contains("不能恢复");
        verify(commands, never()).sendAndWait(any());
        pages.moved(leaving.param("sure", "true"), "/points/rounds/" + ROUND + "?done=left");
        sent(CandidacyCommand.GiveUp.class);
    }

    @Test
    void lays_objections_before_the_office_which_corrects_or_passes_on() throws Exception {
        Samples.staff(Role.OFFICER, "newcomer-service");
        answers.to(
                FindOpenObjections.class,
                List.of(
                        new ObjectionRow(
                                "person-1",
                                "440106",
                                1,
                                Text.of("居住证年限", "Years of permit"),
                                "WINDOW",
                                DUE)));
        assertThat(pages.page(get("/work/points"))).contains("居住证年限").contains("天河");
        assertThat(pages.page(get("/work/points/person-1")))
                .contains("少算一年")
                .contains("异议成立，更正")
                .contains("送区来穗局核查")
                .as("a window keeps no accounts")
                .doesNotContain("认定虚假")
                .doesNotContain("登记部门推送的记录");
        Samples.staff(Role.OFFICER, "county-newcomer");
        assertThat(pages.page(get("/work/points/person-1")))
                .contains("认定虚假")
                .contains("登记部门推送的记录")
                .contains("由受理窗口核查和处理")
                .doesNotContain("送区来穗局核查");
        Samples.staff(Role.SUPERVISOR, "county-newcomer");
        assertThat(pages.page(get("/work/points/person-1"))).doesNotContain("认定虚假");
        Samples.staff(Role.OFFICER, "newcomer-service");

        pages.moved(
                post("/work/points/person-1/decision")
                        .param("serial", "1")
                        .param("words", "属实")
                        .param("upheld", "yes")
                        .param("fact-since", "2019-05-01"),
                "/work/points/person-1?done=decision");
        PointsCommand.DecideObjection decided = sent(PointsCommand.DecideObjection.class);
        assertThat(decided.corrected().values()).containsEntry("since", "2019-05-01");

        assertThat(
                        pages.body(
                                post("/work/points/person-1/decision")
                                        .param("serial", "1")
                                        .param("words", "属实")
                                        .param("upheld", "yes")
                                        .param("fact-since", "五年前"),
                                422))
                .contains("无法识别")
                .as("typed no second time")
                .contains("五年前");
    }

    @Test
    void records_what_a_department_told_and_keeps_what_cannot_be_read() throws Exception {
        Samples.staff(Role.OFFICER, "county-newcomer");
        pages.moved(
                post("/work/points/person-1/push")
                        .param("indicator", "public-security-penalty")
                        .param("department", "公安机关")
                        .param("fact-days", "2024-06-01\n2025-06-01"),
                "/work/points/person-1?done=push");
        assertThat(sent(PointsCommand.Push.class).facts().values())
                .containsEntry("days", List.of("2024-06-01", "2025-06-01"));

        reset(commands);
        assertThat(
                        pages.body(
                                post("/work/points/person-1/push")
                                        .param("indicator", "public-security-penalty")
                                        .param("department", "公安机关")
                                        .param("fact-days", "去年夏天"),
                                422))
                .contains("无法识别")
                .contains("去年夏天")
                .contains("value=\"公安机关\"")
                .contains("<option value=\"public-security-penalty\" selected=\"selected\"");
    }

    @Test
    void ends_an_account_only_when_the_officer_is_sure() throws Exception {
        Samples.staff(Role.OFFICER);
        assertThat(pages.body(post("/work/points/person-1/false-papers"), 422)).contains("请写明");
        assertThat(pages.body(post("/work/points/person-1/lapse"), 422)).contains("请选择失效原因");
        assertThat(pages.page(post("/work/points/person-1/lapse").param("reason", "DEATH")))
                .contains("确定登记此积分账户失效吗")
                .contains("死亡");
        var untrue = post("/work/points/person-1/false-papers").param("words", "学历证书系伪造");
        assertThat(pages.page(untrue))
                .contains("不能撤销")
                .contains("<dd class=\"words\">学历证书系伪造</dd>")
                .contains("name=\"words\" value=\"学历证书系伪造\"")
                .containsPattern("name=\"key\" value=\"[0-9a-f-]{36}\"");
        verify(commands, never()).sendAndWait(any());

        pages.moved(untrue.param("sure", "true"), "/work/points/person-1?done=false-papers");
        sent(PointsCommand.Invalidate.class);
    }

    @Test
    void shows_the_city_its_rounds_and_takes_the_next_step() throws Exception {
        Samples.staff(Role.OFFICER);
        answers.to(FindRounds.class, List.of(round("open")));
        assertThat(pages.page(get("/work/rounds"))).contains("2026 年度积分入户");

        var ranking = post("/work/rounds/" + ROUND + "/ranking");
        assertThat(pages.page(ranking)).contains("确定关闭名单，开始排名吗").contains("不能重新打开");
        verify(commands, never()).sendAndWait(any());
        pages.moved(ranking.param("sure", "true"), "/work/rounds?done=ranking");
        sent(RoundCommand.BeginRanking.class);
    }

    @Test
    void announces_a_round_after_a_second_look_and_forgets_nothing_that_was_typed()
            throws Exception {
        Samples.staff(Role.OFFICER, "city-newcomer");
        answers.to(FindRounds.class, List.of());
        var announced =
                post("/work/rounds")
                        .param("year", "2027")
                        .param("quota", "16000")
                        .param("from", "2027-03-01")
                        .param("until", "2027-04-30");
        assertThat(pages.body(announced, 422))
                .contains("请填写年度、指标数和三个日期")
                .contains("value=\"16000\"")
                .contains("value=\"2027-04-30\"");
        assertThat(pages.page(announced.param("confirmBy", "2027-09-30")))
                .contains("确定公布这一年度吗")
                .contains("2027年9月30日");
        verify(commands, never()).sendAndWait(any());

        pages.moved(announced.param("sure", "true"), "/work/rounds?done=announced");
        assertThat(sent(RoundCommand.OpenRound.class).quota()).isEqualTo(16_000);
    }

    @Test
    void tells_the_operator_how_far_a_ranking_is_and_recounts_it() throws Exception {
        Samples.staff(Role.OPERATOR);
        when(operations.readers()).thenReturn(List.of());
        when(operations.parked()).thenReturn(List.of());
        answers.to(FindRounds.class, List.of(round("ranking")));
        assertThat(pages.page(get("/ops/rounds"))).contains(ROUND);
        assertThat(pages.page(get("/ops/rounds/" + ROUND))).contains("已排 200 段");
        assertThat(pages.page(post("/ops/rounds/" + ROUND + "/recount"))).contains("名单还没有关闭");
    }

    @Test
    void does_the_same_over_the_interface() throws Exception {
        var mine = mvc.perform(get("/api/v1/points/account")).andReturn().getResponse();
        assertThat(mine.getContentAsString()).contains("\"nextOn\":\"2027-03-07\"");

        var withdrawn =
                mvc.perform(
                                post("/api/v1/points/account/withdrawals")
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content("{\"indicator\":\"education\"}"))
                        .andReturn()
                        .getResponse();
        assertThat(withdrawn.getStatus()).isEqualTo(200);
        sent(PointsCommand.WithdrawItem.class);

        reset(commands);
        Samples.staff(Role.OFFICER);
        var passed =
                mvc.perform(
                                post("/api/v1/points/accounts/person-1/PASS_ON")
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content("{\"serial\":1,\"findings\":\"请核\"}"))
                        .andReturn()
                        .getResponse();
        assertThat(passed.getStatus()).isEqualTo(200);
        assertThat(sent(PointsCommand.PassOn.class).opinion()).isEqualTo("请核");
        var round =
                mvc.perform(get("/api/v1/settlement/2026").param("region", "440106"))
                        .andReturn()
                        .getResponse();
        assertThat(round.getContentAsString()).contains("\"quota\":16000");
    }

    private <C> C sent(Class<C> type) {
        ArgumentCaptor<Object> command = ArgumentCaptor.forClass(Object.class);
        verify(commands).sendAndWait(command.capture());
        return type.cast(((GenericCommandMessage<?>) command.getValue()).getPayload());
    }

    private static PointsAccountView account() {
        Basis basis =
                new Basis(
                        "CLAIMED",
                        LocalDate.of(2026, 9, 14),
                        List.of("identity-card"),
                        List.of(
                                new DepartmentAnswer(
                                        "residence-permit",
                                        RegisterOutcome.ANSWERED,
                                        LocalDate.of(2026, 9, 14))));
        Published score =
                new Published(
                        "GZ-2021",
                        Text.of("2021 年表", "Table of 2021"),
                        LocalDate.of(2026, 9, 14),
                        new BigDecimal("78"),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        new BigDecimal("78"),
                        new BigDecimal("78"),
                        false,
                        true,
                        DUE,
                        "APPLICATION",
                        LocalDate.of(2026, 9, 14),
                        Text.of("天河区来穗局", "Tianhe newcomer bureau"),
                        LocalDate.of(2027, 3, 7),
                        List.of(
                                new Line(
                                        "permit-years",
                                        Text.of("居住证年限", "Years of permit"),
                                        new BigDecimal("48"),
                                        Text.of("《分值表》", "Table of points"),
                                        false,
                                        basis,
                                        DUE),
                                new Line(
                                        "award",
                                        Text.of("表彰奖项", "Commendations"),
                                        null,
                                        Text.of("《分值表》待确认", "Table of points, to be confirmed"),
                                        true,
                                        null,
                                        DUE)));
        return new PointsAccountView(
                "person-1",
                "440106",
                "active",
                null,
                false,
                3,
                score,
                List.of(
                        new Objection(
                                1,
                                "permit-years",
                                "WINDOW",
                                DUE,
                                null,
                                Text.of("居住证年限", "Years of permit"),
                                LocalDate.of(2026, 9, 14),
                                new Said("少算一年", null, null))),
                List.of(
                        new Standing(
                                ROUND,
                                "placed",
                                new BigDecimal("78"),
                                72,
                                72,
                                7,
                                LocalDate.of(2026, 12, 8))));
    }

    private static RoundView round(String status) {
        return new RoundView(
                ROUND,
                "440100",
                2026,
                status,
                LocalDate.of(2026, 8, 8),
                LocalDate.of(2026, 9, 8),
                16_000,
                LocalDate.of(2026, 12, 8),
                5,
                true,
                100_000,
                200,
                100_000,
                16_002,
                new RoundView.Edge(15_999, new BigDecimal("208"), 120, 96, 4),
                16_002,
                1,
                0,
                0,
                0,
                0,
                0,
                "digest",
                Instant.parse("2026-09-09T01:00:00Z"),
                Instant.parse("2026-09-09T01:00:20Z"),
                null);
    }
}
