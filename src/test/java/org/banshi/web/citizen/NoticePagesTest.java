package org.banshi.web.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.casefile.CaseNumbers;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.social.SocialCommand.RaiseObjection;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.notice.FindPublicNotice;
import org.banshi.query.contract.notice.PublicNotice;
import org.banshi.web.Answers;
import org.banshi.web.Pages;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A public notice and the objection to it, in both languages and without JavaScript. */
@WebSliceTest
class NoticePagesTest {

    private static final String NOTICE = "/notices/" + Samples.NUMBER;

    private final MockMvc mvc;
    private final Pages pages;
    private final Answers answers;
    private final CommandGateway commands;
    private final CaseNumbers numbers;

    @Autowired
    NoticePagesTest(MockMvc mvc, Answers answers, CommandGateway commands, CaseNumbers numbers) {
        this.mvc = mvc;
        this.pages = new Pages(mvc);
        this.answers = answers;
        this.commands = commands;
        this.numbers = numbers;
    }

    @BeforeEach
    void set_the_stage() {
        answers.forget();
        answers.to(FindPublicNotice.class, notice());
        when(numbers.find(any())).thenReturn(Optional.of(new ApplicationId(Samples.APPLICATION)));
        Samples.nobody();
    }

    @Test
    void shows_anybody_what_is_on_notice_and_asks_whoever_objects_to_sign_in() throws Exception {
        String page = pages.page(get(NOTICE));

        assertThat(page)
                .contains("李*")
                .contains("1,314.00")
                .contains("2026年9月21日")
                .contains("/sign-in?to=/notices/" + Samples.NUMBER)
                .doesNotContain("<textarea");
    }

    @Test
    void keeps_the_notice_out_of_stores_and_search_machines() throws Exception {
        for (String address : new String[] {NOTICE, "/api/v1" + NOTICE}) {
            MockHttpServletResponse response = mvc.perform(get(address)).andReturn().getResponse();

            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(response.getHeader("X-Robots-Tag")).isEqualTo("noindex");
            assertThat(response.getHeader("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void finds_a_notice_by_the_number_that_is_posted_with_it() throws Exception {
        assertThat(pages.page(get("/notices"))).contains("输入公示上的办件编号");
        assertThat(
                        mvc.perform(get("/notices").param("number", " " + Samples.NUMBER + " "))
                                .andReturn()
                                .getResponse()
                                .getRedirectedUrl())
                .isEqualTo(NOTICE);
        answers.forget();
        assertThat(pages.body(get("/notices").param("number", "x'\"<1>"), 404))
                .contains("没有正在公示的内容")
                .contains("value=\"X1\"");
        assertThat(pages.body(get(NOTICE), 404)).contains("没有正在公示的内容");
        assertThat(pages.body(get("/notices/" + "9".repeat(200)), 404)).contains("没有正在公示");
        assertThat(mvc.perform(get("/api/v1" + NOTICE)).andReturn().getResponse())
                .satisfies(
                        answer -> {
                            assertThat(answer.getStatus()).isEqualTo(404);
                            assertThat(answer.getContentAsString()).contains("notice-not-found");
                        });
    }

    @Test
    void takes_an_objection_and_says_so() throws Exception {
        Samples.citizen();

        assertThat(
                        mvc.perform(post(NOTICE + "/objections").param("objection", " 他有两套房 "))
                                .andReturn()
                                .getResponse()
                                .getRedirectedUrl())
                .isEqualTo(NOTICE + "?done=objected");

        assertThat(sent())
                .isInstanceOfSatisfying(
                        RaiseObjection.class,
                        objection -> {
                            assertThat(objection.objection()).isEqualTo("他有两套房");
                            assertThat(objection.application().value())
                                    .isEqualTo(Samples.APPLICATION);
                        });
        assertThat(pages.page(get(NOTICE).param("done", "objected"))).contains("已收到您的异议");
    }

    @Test
    void knows_a_second_press_of_the_button_by_its_words() throws Exception {
        Samples.citizen();
        Object first = keyOf("他有两套房");

        assertThat(keyOf("他有两套房")).isEqualTo(first);
        assertThat(keyOf("他有三套房")).isNotEqualTo(first);
    }

    @Test
    void leads_to_the_field_when_nothing_or_too_much_was_written() throws Exception {
        Samples.citizen();

        assertThat(pages.body(post(NOTICE + "/objections").param("objection", " \n"), 422))
                .contains("href=\"#objection\"")
                .contains("请填写异议内容和理由")
                .contains("aria-invalid=\"true\"");
        assertThat(
                        pages.body(
                                post(NOTICE + "/objections").param("objection", "好".repeat(2_001)),
                                422))
                .contains("最多填写2,000字")
                .contains("好".repeat(2_001));
        verify(commands, never()).sendAndWait(any());
    }

    @Test
    void keeps_the_words_and_says_why_when_the_objection_is_refused() throws Exception {
        Samples.citizen();
        doThrow(
                        new RefusedException(
                                Refusal.of(
                                        "social-no-notice",
                                        Text.of("公示已结束。", "The notice has ended."),
                                        Text.of("请联系镇街。", "Call the office."))))
                .when(commands)
                .sendAndWait(any());

        String page = pages.body(post(NOTICE + "/objections").param("objection", "<b>他有房"), 409);

        assertThat(page).contains("公示已结束。").contains("请联系镇街。").contains("&lt;b&gt;他有房");
    }

    @Test
    void takes_no_objection_to_what_is_not_on_notice_or_from_nobody() throws Exception {
        assertThat(mvc.perform(post(NOTICE + "/objections").param("objection", "x")).andReturn())
                .satisfies(
                        answer ->
                                assertThat(answer.getResponse().getRedirectedUrl())
                                        .startsWith("/sign-in"));
        Samples.staff(Role.OFFICER);
        assertThat(pages.body(post(NOTICE + "/objections").param("objection", "x"), 403))
                .contains("没有办理此事的权限");
        Samples.citizen();
        answers.forget();
        assertThat(pages.body(post(NOTICE + "/objections").param("objection", "x"), 404))
                .contains("没有正在公示的内容");
        verify(commands, never()).sendAndWait(any());
    }

    @Test
    void tells_nobody_which_numbers_are_cases() throws Exception {
        Samples.citizen();
        answers.forget();
        String withoutNotice = refusedObjection();
        when(numbers.find(any())).thenReturn(Optional.empty());

        assertThat(refusedObjection()).contains("\"notice-not-found\"").isEqualTo(withoutNotice);
        verify(commands, never()).sendAndWait(any());
    }

    private String refusedObjection() throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(
                                post("/api/v1/applications/" + Samples.NUMBER + "/objections")
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .content("{\"objection\":\"x\"}"))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).isEqualTo(404);
        return answer.getContentAsString();
    }

    private Object keyOf(String words) throws Exception {
        clearInvocations(commands);
        mvc.perform(post(NOTICE + "/objections").param("objection", words));
        ArgumentCaptor<GenericCommandMessage<?>> sent = ArgumentCaptor.captor();
        verify(commands).sendAndWait(sent.capture());
        return sent.getValue().getMetaData();
    }

    private Object sent() {
        ArgumentCaptor<GenericCommandMessage<?>> sent = ArgumentCaptor.captor();
        verify(commands).sendAndWait(sent.capture());
        return sent.getValue().getPayload();
    }

    private static PublicNotice notice() {
        return new PublicNotice(
                Samples.NUMBER,
                "minimum-living-allowance",
                Text.of("最低生活保障", "Minimum living allowance"),
                "440106",
                "李*",
                3,
                new BigDecimal("1314.00"),
                null,
                LocalDate.of(2026, 9, 14),
                new DueDate(LocalDate.of(2026, 9, 21), false),
                "12345");
    }
}
