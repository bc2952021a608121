package org.banshi.web.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.casefile.CaseEvents;
import org.banshi.app.draft.Draft;
import org.banshi.app.draft.Drafts;
import org.banshi.app.letter.PdfText;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
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
import org.banshi.web.form.Household;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
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
    private final CommandGateway commands;
    private final Drafts drafts;
    private final Map<String, List<String>> uploaded = new HashMap<>();

    @Autowired
    CasePagesTest(
            MockMvc mvc,
            Answers answers,
            CaseEvents events,
            CommandGateway commands,
            Drafts drafts) {
        this.commands = commands;
        this.drafts = drafts;
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
        String taker = "supplement " + Samples.NUMBER;
        when(drafts.open(any(), any(), any(), any(), eq(taker))).thenAnswer(call -> begun());
        when(drafts.taken(taker)).thenAnswer(call -> List.of(begun()));
        doAnswer(
                        call ->
                                uploaded.computeIfAbsent(
                                                call.getArgument(1), code -> new ArrayList<>())
                                        .add(call.getArgument(2)))
                .when(drafts)
                .attach(any(), any(), any(), any());
        doAnswer(
                        call ->
                                uploaded.get(call.<String>getArgument(1))
                                        .remove(call.<String>getArgument(2)))
                .when(drafts)
                .detach(any(), any(), any());
    }

    @AfterEach
    void nothing_is_left() {
        reset(commands, drafts);
    }

    /** What was handed in so far. */
    private Draft begun() {
        return new Draft(
                "00000000-0000-0000-0000-00000000000c",
                Samples.PERSON,
                new ServiceVersion(Samples.SERVICE, 1),
                "440106",
                FormData.empty(),
                0,
                uploaded,
                Set.of(),
                Samples.THEN);
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

        String paper =
                "/cases/"
                        + Samples.NUMBER
                        + "/supplement/papers/income-proof/"
                        + uploaded.get("income-proof").get(0);
        assertThat(page)
                .contains(paper)
                .contains("name=\"/members/1/name\"")
                .doesNotContain("请更正以下各项");
        assertThat(pages.page(get("/cases/" + Samples.NUMBER + "/supplement")))
                .as("kept for another day")
                .contains(paper);
        assertThat(mvc.perform(get(paper)).andReturn().getResponse().getContentAsString())
                .isEqualTo("%PDF-1.4");
    }

    @Test
    void takes_papers_one_by_one_from_folder_or_camera_and_out_again() throws Exception {
        Samples.citizen();
        answers.to(FindProgress.class, Samples.supplementAsked("income-proof", "medical-papers"));
        String here = "/cases/" + Samples.NUMBER + "/supplement";

        assertThat(
                        pages.body(
                                multipart(here)
                                        .file(file("photo:income-proof", "%PDF-1.4"))
                                        .param("act", "upload:income-proof"),
                                200))
                .contains("accept=\"application/pdf,image/jpeg,image/png\"")
                .contains("{&quot;act&quot;:&quot;upload:medical-papers&quot;}")
                .doesNotContain("请上传这份材料");
        assertThat(
                        pages.body(
                                multipart(here)
                                        .file(file("file:medical-papers", "MZ"))
                                        .param("act", "upload:medical-papers"),
                                422))
                .contains("请上传 PDF");
        assertThat(uploaded).containsOnlyKeys("income-proof");
        assertThat(pages.body(multipart(here).param("act", "submit"), 422))
                .contains("href=\"#p-medical-papers\"")
                .doesNotContain("href=\"#p-income-proof\"");
        pages.body(
                multipart(here)
                        .file(file("file:income-proof", "%PDF-1.4 next page"))
                        .param("act", "upload:income-proof"),
                200);
        List<String> both = List.copyOf(uploaded.get("income-proof"));
        assertThat(pages.page(get(here)))
                .contains("文件 2，查看", "value=\"drop:income-proof:" + both.get(0) + "\"");
        pages.body(multipart(here).param("act", "drop:income-proof:" + both.get(0)), 200);
        assertThat(uploaded.get("income-proof")).containsExactly(both.get(1));
        answers.to(FindProgress.class, Samples.progress());
        pages.moved(multipart(here).param("act", "submit"), "/cases/" + Samples.NUMBER);
    }

    @Test
    void tells_on_the_page_itself_why_not_and_forgets_nothing_that_was_typed() throws Exception {
        Samples.citizen();
        when(commands.sendAndWait(any()))
                .thenThrow(
                        new RefusedException(
                                Refusal.of(
                                        "not-now",
                                        Text.of("现在不能办理", "Not now"),
                                        Text.of("请稍后再试", "Later"))));
        String address = "/cases/" + Samples.NUMBER;

        assertThat(pages.body(post(address + "/withdrawal").param("reason", "搬走了"), 409))
                .contains("现在不能办理")
                .contains(">搬走了</textarea>")
                .containsPattern("name=\"key\" value=\"[0-9a-f-]{36}\"");
        assertThat(pages.body(post(address + "/protection").param("reason", "前夫威胁"), 409))
                .contains("现在不能办理")
                .contains(">前夫威胁</textarea>");
        assertThat(
                        pages.body(
                                post(address + "/assessment")
                                        .param("answer", "dispute")
                                        .param("reason", "漏了左手"),
                                409))
                .contains("现在不能办理")
                .contains(">漏了左手</textarea>")
                .contains("value=\"dispute\" checked=\"checked\"");
        assertThat(
                        pages.body(
                                post(address + "/rating").param("score", "2").param("comment", "慢"),
                                409))
                .contains("现在不能办理")
                .contains(">慢</textarea>")
                .contains("value=\"2\" checked=\"checked\"");
        assertThat(pages.body(post(address + "/assessment").param("reason", "只有理由"), 422))
                .contains(">只有理由</textarea>");
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
    void shows_what_was_filled_in_and_handed_in_to_its_own_citizen() throws Exception {
        Samples.citizen();
        answers.to(FindCaseFile.class, Samples.file(FormData.empty()));
        String address = "/cases/" + Samples.NUMBER + "/materials";
        assertThat(pages.page(get("/cases/" + Samples.NUMBER))).contains(address);
        assertThat(pages.page(get(address)))
                .contains("户口簿")
                .contains(address + "/" + Samples.PAPER);
        answers.to(FindCaseFile.class, Samples.file(Household.data()));
        assertThat(pages.page(get(address)))
                .contains("填写内容", "按家庭申请", "440***********0625", "data-print")
                .doesNotContain("440106190503120625", "back=check");

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
