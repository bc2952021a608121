package org.banshi.web.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.benefit.BenefitView;
import org.banshi.query.contract.benefit.BenefitView.Decision;
import org.banshi.query.contract.benefit.BenefitView.Status;
import org.banshi.query.contract.benefit.FindBenefitsOfCase;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.web.Answers;
import org.banshi.web.Pages;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What became of a case's benefit, a fine that came in, and a stop that may have been wrong. */
@WebSliceTest
class BenefitDeskTest {

    private static final String ID = "00000000-0000-0000-0000-00000000000e";
    private static final String HERE = "/work/cases/" + Samples.NUMBER + "/benefits";
    private static final String FINES = HERE + "/" + ID + "/fine-payments";
    private static final String QUESTIONS = HERE + "/" + ID + "/stop-questions";

    private final Pages pages;
    private final Answers answers;
    private final CommandGateway commands;

    @Autowired
    BenefitDeskTest(MockMvc mvc, Answers answers, CommandGateway commands) {
        this.pages = new Pages(mvc);
        this.answers = answers;
        this.commands = commands;
    }

    @BeforeEach
    void a_benefit_was_stopped_and_its_person_fined() {
        answers.forget();
        answers.to(FindProgress.class, Samples.progress());
        benefit(
                decision("benefit.stopped", null),
                decision("benefit.fined", "6000.00"),
                decision("benefit.fined", "900.00"),
                decision("benefit.fined", "700.00"),
                decision("benefit.fine-collected", "6000.00"));
        Samples.staff(Role.OFFICER);
    }

    @Test
    void shows_what_was_decided_and_the_oldest_fine_that_is_open() throws Exception {
        assertThat(pages.page(get("/work/cases/" + Samples.NUMBER))).contains(HERE);
        assertThat(pages.page(get(HERE)))
                .contains("最低生活保障", "停发", "6,000.00", "未缴罚款：900.00 元", "未缴罚款：700.00 元")
                .contains("停发可能有误")
                .doesNotContain("未缴罚款：6,000.00 元")
                .contains("action=\"" + FINES, "action=\"" + QUESTIONS);

        Samples.staff(Role.SUPERVISOR);
        assertThat(pages.page(get(HERE))).contains("停发").doesNotContain(FINES, QUESTIONS);
    }

    @Test
    void asks_nothing_where_nothing_is_open_and_nothing_was_stopped() throws Exception {
        benefit(
                decision("benefit.stopped", null),
                decision("benefit.resumed", null),
                decision("benefit.fined", "6000.00"),
                decision("benefit.fine-collected", "6000.00"));
        assertThat(pages.page(get(HERE))).doesNotContain(FINES, QUESTIONS);
        answers.to(FindBenefitsOfCase.class, List.of());
        assertThat(pages.page(get(HERE))).contains("没有带来按月发放的待遇");
        assertThat(pages.page(get("/work/cases/" + Samples.NUMBER))).doesNotContain(HERE);
    }

    @Test
    void tells_that_an_amount_rests_on_a_standard_to_be_confirmed() throws Exception {
        benefit(Status.RUNNING, "714.00", false);
        assertThat(pages.page(get(HERE))).contains("714.00 元").doesNotContain("标准待确认");

        benefit(Status.RUNNING, "714.00", true);
        assertThat(pages.page(get(HERE))).contains("714.00 元", "标准待确认，数额为暂定");
        assertThat(pages.body(get(HERE).param("lang", "en"), 200))
                .contains("standard to be confirmed, amount provisional");
    }

    @Test
    void takes_in_a_payment_with_day_and_receipt() throws Exception {
        assertThat(pages.body(post(FINES).param("fine", "900.00").param("receipt", "No 7"), 422))
                .contains("请填写缴款日期和票据号码", "value=\"No 7\"");
        verify(commands, never()).sendAndWait(any());

        pages.moved(
                post(FINES)
                        .param("fine", "900.00")
                        .param("paidOn", "2026-09-20")
                        .param("receipt", " No 7 "),
                HERE + "?done=fine");
        assertThat(sent())
                .isInstanceOfSatisfying(
                        BenefitCommand.CollectFine.class,
                        it -> {
                            assertThat(it.receipt()).isEqualTo("No 7");
                            assertThat(it.fine()).isEqualTo("900.00");
                            assertThat(it.paidOn()).isEqualTo("2026-09-20");
                        });
    }

    @Test
    void has_a_stop_looked_into_and_keeps_the_grounds_when_that_is_refused() throws Exception {
        assertThat(pages.body(post(QUESTIONS).param("grounds", " "), 422)).contains("请写明依据");
        pages.moved(post(QUESTIONS).param("grounds", "复议撤销"), HERE + "?done=question");
        assertThat(sent())
                .isInstanceOfSatisfying(
                        BenefitCommand.QuestionStop.class,
                        it -> assertThat(it.grounds()).isEqualTo("复议撤销"));

        reset(commands);
        when(commands.sendAndWait(any()))
                .thenThrow(
                        new RefusedException(
                                Refusal.of(
                                        "benefit-looked-into",
                                        Text.of("这次停发已经在核查。", "It is being looked into."),
                                        Text.of("请在该事项中办理。", "Go on there."))));
        assertThat(pages.body(post(QUESTIONS).param("grounds", "复议撤销"), 409))
                .contains("这次停发已经在核查", "复议撤销</textarea>");
    }

    @Test
    void is_for_the_office_of_the_case_alone() throws Exception {
        answers.to(FindBenefitsOfCase.class, List.of());
        pages.body(
                post(FINES)
                        .param("fine", "900.00")
                        .param("paidOn", "2026-09-20")
                        .param("receipt", "7"),
                404);
        Samples.staff(Role.SUPERVISOR);
        pages.body(post(QUESTIONS).param("grounds", "复议撤销"), 403);
        verify(commands, never()).sendAndWait(any());
    }

    private Object sent() {
        ArgumentCaptor<Object> command = ArgumentCaptor.captor();
        verify(commands).sendAndWait(command.capture());
        return ((GenericCommandMessage<?>) command.getValue()).getPayload();
    }

    private void benefit(Decision... decisions) {
        benefit(Status.ENDED, "0.00", false, decisions);
    }

    private void benefit(Status status, String amount, boolean provisional, Decision... decisions) {
        answers.to(
                FindBenefitsOfCase.class,
                List.of(
                        new BenefitView(
                                ID,
                                Samples.APPLICATION,
                                "living-allowance",
                                Text.of("最低生活保障", "Minimum living allowance"),
                                status,
                                3,
                                new BigDecimal(amount),
                                provisional,
                                null,
                                null,
                                false,
                                false,
                                null,
                                List.of(),
                                List.of(decisions))));
    }

    private static Decision decision(String event, @Nullable String amount) {
        return new Decision(
                event,
                null,
                LocalDate.parse("2026-09-10"),
                null,
                amount == null ? null : new BigDecimal(amount),
                "隐瞒收入",
                List.of());
    }
}
