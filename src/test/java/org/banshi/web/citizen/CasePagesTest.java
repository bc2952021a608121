package org.banshi.web.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.app.casefile.CaseEvents;
import org.banshi.app.letter.PdfText;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.casefile.FindCaseFile;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.progress.FindGlimpse;
import org.banshi.query.contract.progress.FindMyCases;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.Answers;
import org.banshi.web.Pages;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** A case as its applicant follows it, in both languages and without JavaScript. */
@WebSliceTest
class CasePagesTest {

    private final MockMvc mvc;
    private final Pages pages;
    private final Answers answers;
    private final CaseEvents events;

    @Autowired
    CasePagesTest(MockMvc mvc, Answers answers, CaseEvents events) {
        this.mvc = mvc;
        this.pages = new Pages(mvc);
        this.answers = answers;
        this.events = events;
    }

    @BeforeEach
    void set_the_stage() {
        answers.forget();
        answers.to(FindProgress.class, Samples.progress());
        Samples.nobody();
    }

    @Test
    void gives_number_code_and_qr_on_the_receipt() throws Exception {
        Samples.citizen();
        when(events.of(anyString())).thenReturn(List.of(applied()));

        assertThat(pages.page(get("/cases/" + Samples.NUMBER + "/receipt")))
                .contains(Samples.NUMBER)
                .contains("ABCD2345")
                .contains("<svg")
                .contains("/cases/" + Samples.NUMBER + "/receipt.pdf");
        var file =
                mvc.perform(get("/cases/" + Samples.NUMBER + "/receipt.pdf"))
                        .andReturn()
                        .getResponse();
        assertThat(file.getContentType()).isEqualTo("application/pdf");
        assertThat(PdfText.of(file.getContentAsByteArray()))
                .contains("申请回执", Samples.NUMBER, "ABCD2345");
    }

    @Test
    void shows_where_a_case_stands_and_what_was_granted() throws Exception {
        Samples.citizen();
        assertThat(pages.page(get("/cases/" + Samples.NUMBER)))
                .contains("天河街道办事处")
                .contains("2026年9月30日")
                .contains("撤回申请");

        answers.to(FindProgress.class, Samples.approved());
        assertThat(pages.page(get("/cases/" + Samples.NUMBER)))
                .contains("1,314.00")
                .contains("暂定")
                .contains("行政复议")
                .contains("评价服务")
                .doesNotContain("撤回申请");
    }

    @Test
    void leads_to_the_public_notice_while_it_is_up() throws Exception {
        Samples.citizen();
        String link = "/notices/" + Samples.NUMBER;
        String posted = "social.public-notice-posted";

        assertThat(pages.page(get("/cases/" + Samples.NUMBER))).doesNotContain(link);
        answers.to(FindProgress.class, Samples.after(posted));
        assertThat(pages.page(get("/cases/" + Samples.NUMBER))).contains(link);
        answers.to(FindProgress.class, Samples.after(posted, "social.public-notice-ended"));
        assertThat(pages.page(get("/cases/" + Samples.NUMBER))).doesNotContain(link);
    }

    @Test
    void asks_for_exactly_what_is_missing() throws Exception {
        Samples.citizen();
        answers.to(FindProgress.class, Samples.supplementAsked("income-proof", "bankAccount"));

        assertThat(pages.page(get("/cases/" + Samples.NUMBER + "/supplement")))
                .contains("file:income-proof")
                .contains("name=\"/bankAccount\"")
                .doesNotContain("name=\"/address\"");
    }

    @Test
    void adds_a_member_while_papers_are_handed_in_and_keeps_what_was_uploaded() throws Exception {
        Samples.citizen();
        answers.to(FindProgress.class, Samples.supplementAsked("income-proof", "members"));

        String page =
                pages.body(
                        multipart("/cases/" + Samples.NUMBER + "/supplement")
                                .file(file("file:income-proof", "%PDF-1.4"))
                                .param("act", "add:/members")
                                .param("/members/0/name", "李梅"),
                        200);

        assertThat(page)
                .contains("name=\"kept:income-proof\"")
                .contains("name=\"/members/1/name\"")
                .doesNotContain("请更正以下各项");
    }

    @Test
    void says_which_paper_is_still_missing() throws Exception {
        Samples.citizen();
        answers.to(FindProgress.class, Samples.supplementAsked("income-proof"));

        assertThat(pages.body(multipart("/cases/" + Samples.NUMBER + "/supplement"), 422))
                .contains("href=\"#p-income-proof\"");
    }

    @Test
    void shows_lists_confirmations_and_the_query_form() throws Exception {
        Samples.citizen();
        answers.to(
                FindMyCases.class,
                new Page<>(
                        List.of(
                                new Progress.Row(
                                        Samples.APPLICATION,
                                        Samples.NUMBER,
                                        Text.of("最低生活保障", "Minimum living allowance"),
                                        "accepted",
                                        Text.of("审查中", "Being examined"),
                                        true,
                                        Samples.THEN,
                                        Samples.THEN)),
                        "next",
                        1));
        assertThat(pages.page(get("/cases"))).contains("待您处理");
        pages.page(get("/cases/" + Samples.NUMBER + "/withdrawal"));
        pages.page(get("/cases/" + Samples.NUMBER + "/rating"));
        String protection = "/cases/" + Samples.NUMBER + "/protection";
        assertThat(pages.page(get("/cases/" + Samples.NUMBER))).contains("href=\"" + protection);
        assertThat(pages.page(get(protection))).contains("不发短信", "手机只有我一个人看");
        assertThat(pages.body(post(protection).param("ownPhone", "true"), 422))
                .contains("请简单写明情况", "checked");
        pages.moved(
                post(protection).param("reason", "遭受家庭暴力"),
                "/cases/" + Samples.NUMBER + "?done=protected");
        Samples.nobody();
        pages.page(get("/progress"));
        assertThat(
                        pages.body(
                                post("/progress")
                                        .param("number", Samples.NUMBER)
                                        .param("code", "WRONG234"),
                                404))
                .contains("没有找到");
        answers.to(FindGlimpse.class, glimpse(3));
        assertThat(
                        pages.page(
                                post("/progress")
                                        .param("number", Samples.NUMBER)
                                        .param("code", " abcd-2345 ")))
                .contains("020-1");
        assertThat(answers.last(FindGlimpse.class).queryCode()).isEqualTo("ABCD2345");
    }

    @Test
    void tells_by_code_what_changed_though_it_is_so_since_the_same_time_again() throws Exception {
        String address = "/api/v1/applications/" + Samples.NUMBER + "/progress";
        answers.to(FindGlimpse.class, glimpse(3));
        String tag =
                mvc.perform(get(address).header("Query-Code", "ABCD2345"))
                        .andReturn()
                        .getResponse()
                        .getHeader("ETag");

        assertThat(statusOf(address, tag)).isEqualTo(304);
        answers.to(FindGlimpse.class, glimpse(5));
        assertThat(statusOf(address, tag)).isEqualTo(200);
    }

    private int statusOf(String address, @Nullable String known) throws Exception {
        return mvc.perform(
                        get(address)
                                .header("Query-Code", "ABCD2345")
                                .header("If-None-Match", String.valueOf(known)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private static Progress.Glimpse glimpse(long version) {
        return new Progress.Glimpse(
                Samples.NUMBER,
                version,
                Text.of("最低生活保障", "Minimum living allowance"),
                Text.of("审查中", "Being examined"),
                Samples.THEN,
                null,
                "020-1");
    }

    @Test
    void lists_the_papers_that_were_handed_in_for_their_own_citizen() throws Exception {
        Samples.citizen();
        answers.to(FindCaseFile.class, Samples.file(FormData.empty()));
        String address = "/cases/" + Samples.NUMBER + "/materials";
        assertThat(pages.page(get("/cases/" + Samples.NUMBER))).contains(address);
        assertThat(pages.page(get(address)))
                .contains("户口簿")
                .contains(address + "/" + Samples.PAPER);

        String listed =
                mvc.perform(get("/api/v1/applications/" + Samples.NUMBER + "/materials"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8);
        assertThat(listed).contains("\"code\":\"household-book\"").contains(Samples.PAPER);

        answers.forget();
        pages.body(get(address), 404);
        assertThat(
                        mvc.perform(get("/api/v1/applications/" + Samples.NUMBER + "/materials"))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
    }

    private static MockMultipartFile file(String name, String content) {
        return new MockMultipartFile(
                name, "x.pdf", "application/pdf", content.getBytes(StandardCharsets.UTF_8));
    }

    private static Recorded applied() {
        return new Recorded(
                1,
                "application",
                Samples.APPLICATION,
                0,
                Samples.THEN,
                "application.applied",
                new Applied(
                        new ApplicationId(Samples.APPLICATION),
                        Samples.PERSON,
                        Samples.NUMBER,
                        new ServiceVersion(Samples.SERVICE, 1),
                        new RegionCode("440106"),
                        Channel.PC,
                        Optional.ofNullable(Samples.citizen().details()).orElseThrow(),
                        FormData.empty(),
                        List.of(),
                        "ABCD2345"),
                new Stamp(Samples.THEN, Samples.citizen().actor()),
                Map.of());
    }
}
