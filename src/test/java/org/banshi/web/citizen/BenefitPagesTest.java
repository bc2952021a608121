package org.banshi.web.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.benefit.BenefitView;
import org.banshi.query.contract.benefit.BenefitView.Certification;
import org.banshi.query.contract.benefit.BenefitView.Decision;
import org.banshi.query.contract.benefit.BenefitView.Payment;
import org.banshi.query.contract.benefit.BenefitView.Status;
import org.banshi.query.contract.benefit.FindBenefitSubject;
import org.banshi.query.contract.benefit.FindBenefitsOfCase;
import org.banshi.query.contract.benefit.FindMyBenefits;
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
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A benefit as its person reads it, on the page and over the interface. */
@WebSliceTest
class BenefitPagesTest {

    private static final String ID = "00000000-0000-0000-0000-000000000007";

    private final MockMvc mvc;
    private final Pages pages;
    private final Answers answers;
    private final CommandGateway commands;
    private final ObjectMapper json = new ObjectMapper();

    @Autowired
    BenefitPagesTest(MockMvc mvc, Answers answers, CommandGateway commands) {
        this.mvc = mvc;
        this.pages = new Pages(mvc);
        this.answers = answers;
        this.commands = commands;
    }

    @BeforeEach
    void set_the_stage() {
        answers.forget();
        answers.to(FindMyBenefits.class, List.of(allowance()));
        answers.to(FindBenefitSubject.class, Samples.PERSON);
        Samples.citizen();
    }

    @Test
    void shows_what_is_paid_by_month_why_it_changed_and_how_to_contest_it() throws Exception {
        assertThat(pages.page(get("/benefits/" + ID)))
                .contains("最低生活保障")
                .contains("2026年10月")
                .contains("714.00")
                .contains("收入增加")
                .contains("行政复议")
                .contains("2026年11月30日")
                .contains("2027年3月10日")
                .contains("日期待确认");
    }

    @Test
    void tells_that_an_amount_rests_on_a_standard_to_be_confirmed() throws Exception {
        assertThat(pages.page(get("/benefits/" + ID))).doesNotContain("标准待确认");
        assertThat(pages.page(get("/cases"))).doesNotContain("标准待确认");

        answers.to(FindMyBenefits.class, List.of(allowance(true)));
        assertThat(pages.page(get("/benefits/" + ID))).contains("标准待确认，数额为暂定");
        assertThat(pages.body(get("/benefits/" + ID).param("lang", "en"), 200))
                .contains("standard to be confirmed, amount provisional");
        assertThat(pages.page(get("/cases"))).contains("标准待确认，数额为暂定");
    }

    @Test
    void lists_benefits_among_the_cases() throws Exception {
        assertThat(pages.page(get("/cases"))).contains("我的待遇").contains("每月 714.00 元");

        answers.to(FindMyBenefits.class, List.of());
        assertThat(pages.page(get("/cases"))).doesNotContain("我的待遇");
    }

    @Test
    void a_report_is_sent_for_the_own_benefit() throws Exception {
        pages.moved(
                post("/benefits/" + ID + "/report").param("change", "儿子找到工作。"),
                "/benefits/" + ID + "?done=reported");

        assertThat(sent())
                .isEqualTo(
                        new BenefitCommand.ReportChange(
                                new BenefitId(ID), "儿子找到工作。", sent().stamp()));
    }

    @Test
    void is_certified_on_the_page_by_the_person_and_by_the_guardian_on_their_behalf()
            throws Exception {
        PersonId ward = new PersonId("person-ward");
        assertThat(pages.page(get("/benefits/" + ID))).contains("2027年6月20日");

        answers.to(FindBenefitSubject.class, ward);
        pages.moved(
                post("/benefits/" + ID + "/certification"), "/benefits/" + ID + "?done=certified");

        ArgumentCaptor<Object> command = ArgumentCaptor.captor();
        verify(commands).sendAndWait(command.capture());
        BenefitCommand.Certify certify =
                (BenefitCommand.Certify)
                        ((GenericCommandMessage<?>) command.getValue()).getPayload();
        assertThat(certify.stamp().by().person()).isEqualTo(Samples.PERSON);
        assertThat(certify.stamp().by().onBehalfOf()).isEqualTo(ward);
    }

    @Test
    void a_refused_report_stays_on_the_page_with_its_reason() throws Exception {
        when(commands.sendAndWait(any()))
                .thenThrow(
                        new RefusedException(
                                Refusal.of(
                                        "nothing-reported",
                                        Text.of("没有写明变化的情况。", "What changed is not said."),
                                        Text.of("请写明。", "Say it."))));

        assertThat(pages.body(post("/benefits/" + ID + "/report").param("change", " "), 200))
                .contains("没有写明变化的情况。");
    }

    @Test
    void a_report_that_is_too_long_is_not_sent() throws Exception {
        assertThat(
                        pages.body(
                                post("/benefits/" + ID + "/report")
                                        .param("change", "长".repeat(2_001)),
                                200))
                .contains("2,000");
        verify(commands, never()).sendAndWait(any());
    }

    @Test
    void the_interface_tells_the_same_to_the_person() throws Exception {
        MockHttpServletResponse mine = call(get("/api/v1/benefits"));

        assertThat(mine.getStatus()).isEqualTo(200);
        assertThat(json.readTree(mine.getContentAsByteArray()).path(0).path("kind").asText())
                .isEqualTo("living-allowance");
    }

    @Test
    void offices_read_what_their_cases_led_to_and_nobody_lists_anothers_benefits()
            throws Exception {
        answers.to(FindBenefitsOfCase.class, List.of(allowance()));
        Samples.staff(Role.OFFICER);
        assertThat(call(get("/api/v1/applications/N-1/benefits")).getStatus()).isEqualTo(200);
        assertThat(answers.last(FindBenefitsOfCase.class).number()).isEqualTo("N-1");
        assertThat(call(get("/api/v1/benefits")).getStatus()).isEqualTo(403);

        Samples.nobody();
        assertThat(call(get("/api/v1/benefits")).getStatus()).isEqualTo(401);
    }

    @Test
    void a_report_over_the_interface_needs_words_and_an_own_benefit() throws Exception {
        assertThat(report("{\"change\": \"儿子找到工作。\"}").getStatus()).isEqualTo(200);
        assertThat(report("{}").getStatus()).isEqualTo(400);
        assertThat(report("{\"change\": \"" + "长".repeat(2_001) + "\"}").getStatus())
                .isEqualTo(400);

        answers.forget();
        reset(commands);
        assertThat(report("{\"change\": \"儿子找到工作。\"}").getStatus()).isEqualTo(404);
        verify(commands, never()).sendAndWait(any());
    }

    @Test
    void an_office_of_the_case_writes_down_that_a_fine_was_paid_and_nobody_else() throws Exception {
        assertThat(paid("receipt 7").getStatus()).isEqualTo(403);
        Samples.staff(Role.OFFICER);
        answers.to(FindBenefitsOfCase.class, List.of());
        assertThat(paid("receipt 7").getStatus()).isEqualTo(404);
        verify(commands, never()).sendAndWait(any());

        answers.to(FindBenefitsOfCase.class, List.of(allowance()));
        assertThat(paid("").getStatus()).isEqualTo(400);
        assertThat(paid("receipt 7").getStatus()).isEqualTo(200);
        ArgumentCaptor<Object> command = ArgumentCaptor.captor();
        verify(commands).sendAndWait(command.capture());
        BenefitCommand.CollectFine collect =
                (BenefitCommand.CollectFine)
                        ((GenericCommandMessage<?>) command.getValue()).getPayload();
        assertThat(collect.benefit()).isEqualTo(new BenefitId(ID));
        assertThat(collect.paidOn()).isEqualTo("2026-09-20");
        assertThat(collect.receipt()).isEqualTo("receipt 7");
        assertThat(collect.fine()).isEqualTo("900.00");
    }

    private MockHttpServletResponse paid(String receipt) throws Exception {
        String body =
                "{\"number\": \"%s\", \"fine\": 900.00, \"paidOn\": \"2026-09-20\", \"receipt\": \"%s\"}"
                        .formatted(Samples.NUMBER, receipt);
        return call(
                post("/api/v1/benefits/" + ID + "/fine-payments")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.getBytes(StandardCharsets.UTF_8)));
    }

    private MockHttpServletResponse report(String body) throws Exception {
        return call(
                post("/api/v1/benefits/" + ID + "/reports")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.getBytes(StandardCharsets.UTF_8)));
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private BenefitCommand.ReportChange sent() {
        ArgumentCaptor<Object> command = ArgumentCaptor.captor();
        verify(commands).sendAndWait(command.capture());
        return (BenefitCommand.ReportChange)
                ((GenericCommandMessage<?>) command.getValue()).getPayload();
    }

    private static BenefitView allowance() {
        return allowance(false);
    }

    private static BenefitView allowance(boolean provisional) {
        return new BenefitView(
                ID,
                Samples.APPLICATION,
                "living-allowance",
                Text.of("最低生活保障", "Minimum living allowance"),
                Status.RUNNING,
                3,
                new BigDecimal("714.00"),
                provisional,
                null,
                new DueDate(LocalDate.parse("2027-03-10"), true),
                false,
                false,
                new Certification(
                        LocalDate.parse("2027-04-01"), LocalDate.parse("2027-06-20"), true),
                List.of(new Payment("2026-10", new BigDecimal("714.00"))),
                List.of(
                        new Decision(
                                "benefit.decreased",
                                null,
                                LocalDate.parse("2026-09-10"),
                                LocalDate.parse("2026-10-01"),
                                new BigDecimal("714.00"),
                                "收入增加",
                                List.of(
                                        new Remedy(
                                                "reconsideration",
                                                Text.of("行政复议", "Reconsideration"),
                                                new DueDate(LocalDate.parse("2026-11-30"), false),
                                                "行政复议法 20")))));
    }
}
