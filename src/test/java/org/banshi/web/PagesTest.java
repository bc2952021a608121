package org.banshi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.banshi.app.casefile.CaseEvents;
import org.banshi.app.draft.Draft;
import org.banshi.app.draft.Drafts;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.casefile.FindCaseFile;
import org.banshi.query.contract.catalogue.FindServices;
import org.banshi.query.contract.catalogue.ServiceRow;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.progress.FindGlimpse;
import org.banshi.query.contract.progress.FindMyCases;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.contract.worklist.FindWorkItem;
import org.banshi.query.contract.worklist.FindWorkItems;
import org.banshi.web.form.Household;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Every page, in both languages, as it is without JavaScript. */
@WebSliceTest
class PagesTest {

    private static final Pattern CONTROL = Pattern.compile("<(?:input|select|textarea)\\b([^>]*)>");
    private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]+)\"");

    private final MockMvc mvc;
    private final Answers answers;
    private final Drafts drafts;
    private final CaseEvents events;

    @Autowired
    PagesTest(MockMvc mvc, Answers answers, Drafts drafts, CaseEvents events) {
        this.mvc = mvc;
        this.answers = answers;
        this.drafts = drafts;
        this.events = events;
    }

    @BeforeEach
    void set_the_stage() {
        answers.forget();
        answers.to(
                FindServices.class,
                List.of(row(Samples.SERVICE, true), row("residence-permit", false)));
        answers.to(FindProgress.class, Samples.progress());
        answers.to(FindWorkItem.class, Samples.task("claimed", "tianhe-town-1"));
        answers.to(FindCaseFile.class, Samples.file(household()));
        when(drafts.of(any())).thenReturn(List.of(draft(FormData.empty(), Map.of())));
        Samples.nobody();
    }

    @Test
    void finds_services_of_a_district() throws Exception {
        String page = page(get("/").param("region", "440106"));

        assertThat(page)
                .contains("广州市天河区可以办的事项")
                .contains("/services/minimum-living-allowance?region=440106");
        assertThat(answers.last(FindServices.class).region()).isEqualTo("440106");
    }

    @Test
    void forgets_the_district_when_another_city_is_chosen() throws Exception {
        page(get("/").param("city", "440300").param("region", "440106"));

        assertThat(answers.last(FindServices.class).region()).isEqualTo("440300");
    }

    @Test
    void tells_first_where_a_service_is_offered_and_both_limits() throws Exception {
        String page = page(get("/services/minimum-living-allowance").param("region", "440106"));

        assertThat(page.indexOf("在哪里可以办")).isPositive().isLessThan(page.indexOf("基本信息"));
        assertThat(page)
                .contains("承诺办结时限")
                .contains("法定办结时限")
                .contains("/services/minimum-living-allowance/apply?region=440106");
    }

    @Test
    void asks_whoever_applies_to_sign_in_first() throws Exception {
        assertThat(
                        mvc.perform(get("/services/minimum-living-allowance/apply/form"))
                                .andReturn()
                                .getResponse()
                                .getRedirectedUrl())
                .isEqualTo("/sign-in?to=%2Fservices%2Fminimum-living-allowance%2Fapply%2Fform");
    }

    @Test
    void renders_the_whole_form_with_a_label_for_each_question() throws Exception {
        Samples.citizen();

        String page = page(get("/services/minimum-living-allowance/apply/form"));

        assertThat(page)
                .contains("name=\"/members/0/identityNumber\"")
                .contains("value=\"add:/members\"");
    }

    @Test
    void leads_from_a_summary_to_each_wrong_field() throws Exception {
        Samples.citizen();

        String page =
                body(
                        post("/services/minimum-living-allowance/apply/form")
                                .param("act", "next")
                                .param("/monthlyIncome", "x"),
                        422);

        assertThat(page).contains("请更正以下各项");
        Matcher links = Pattern.compile("href=\"#(f-[^\"]+)\"").matcher(page);
        int count = 0;
        while (links.find()) {
            assertThat(page).contains("id=\"" + links.group(1) + "\"");
            count++;
        }
        assertThat(count).isGreaterThan(5);
        assertThat(page).contains("value=\"x\"");
    }

    @Test
    void takes_a_paper_by_its_content_and_says_why_it_refuses_another() throws Exception {
        Samples.citizen();
        String address = "/services/minimum-living-allowance/apply/materials";

        assertThat(page(get(address))).contains("还缺以下必备材料");
        int kept =
                mvc.perform(
                                multipart(address)
                                        .file(file("%PDF-1.4"))
                                        .param("code", "household-book"))
                        .andReturn()
                        .getResponse()
                        .getStatus();
        String refused =
                body(multipart(address).file(file("MZ")).param("code", "household-book"), 415);

        assertThat(kept).isEqualTo(302);
        assertThat(refused).contains("文件类型不支持");
    }

    @Test
    void shows_what_is_to_be_checked_in_words_and_masks_the_identity_number() throws Exception {
        Samples.citizen();
        Map<String, String> papers = new HashMap<>();
        for (String code :
                List.of("identity-card", "household-book", "authority", "promise-letter")) {
            mvc.perform(multipart("/api/v1/materials").file(file("%PDF-1.4 " + code)));
            papers.put(code, "00000000-0000-0000-0000-000000000001");
        }
        when(drafts.of(any())).thenReturn(List.of(draft(household(), papers)));

        String page = page(get("/services/minimum-living-allowance/apply/check"));

        assertThat(page).contains("按家庭申请").contains("440***********0625");
        assertThat(body(post("/services/minimum-living-allowance/apply/check"), 422))
                .contains("请先核对并勾选声明");
    }

    @Test
    void gives_number_code_and_qr_on_the_receipt() throws Exception {
        Samples.citizen();
        when(events.of(anyString())).thenReturn(List.of(applied()));

        assertThat(page(get("/cases/" + Samples.NUMBER + "/receipt")))
                .contains(Samples.NUMBER)
                .contains("ABCD2345")
                .contains("<svg");
    }

    @Test
    void shows_where_a_case_stands_and_what_was_granted() throws Exception {
        Samples.citizen();
        assertThat(page(get("/cases/" + Samples.NUMBER)))
                .contains("天河街道办事处")
                .contains("2026年9月30日")
                .contains("撤回申请");

        answers.to(FindProgress.class, Samples.approved());
        assertThat(page(get("/cases/" + Samples.NUMBER)))
                .contains("1314.00")
                .contains("暂定")
                .contains("行政复议")
                .contains("评价服务")
                .doesNotContain("撤回申请");
    }

    @Test
    void asks_for_exactly_what_is_missing() throws Exception {
        Samples.citizen();
        answers.to(FindProgress.class, Samples.supplementAsked("income-proof", "bankAccount"));

        assertThat(page(get("/cases/" + Samples.NUMBER + "/supplement")))
                .contains("file:income-proof")
                .contains("name=\"/bankAccount\"")
                .doesNotContain("name=\"/address\"");
    }

    @Test
    void adds_a_member_while_papers_are_handed_in_and_keeps_what_was_uploaded() throws Exception {
        Samples.citizen();
        answers.to(FindProgress.class, Samples.supplementAsked("income-proof", "members"));

        String page =
                body(
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

        assertThat(body(multipart("/cases/" + Samples.NUMBER + "/supplement"), 422))
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
        assertThat(page(get("/cases"))).contains("待您处理");
        page(get("/cases/" + Samples.NUMBER + "/withdrawal"));
        page(get("/cases/" + Samples.NUMBER + "/rating"));
        Samples.nobody();
        page(get("/progress"));
        assertThat(
                        body(
                                post("/progress")
                                        .param("number", Samples.NUMBER)
                                        .param("code", "WRONG234"),
                                404))
                .contains("没有找到");
        answers.to(
                FindGlimpse.class,
                new Progress.Glimpse(
                        Samples.NUMBER,
                        Text.of("最低生活保障", "Minimum living allowance"),
                        Text.of("审查中", "Being examined"),
                        Samples.THEN,
                        null,
                        "020-1"));
        assertThat(
                        page(
                                post("/progress")
                                        .param("number", Samples.NUMBER)
                                        .param("code", " abcd-2345 ")))
                .contains("020-1");
        assertThat(answers.last(FindGlimpse.class).queryCode()).isEqualTo("ABCD2345");
    }

    @Test
    void lays_the_work_list_and_a_task_before_an_officer() throws Exception {
        Samples.staff(Role.OFFICER);
        answers.to(FindWorkItems.class, new Page<>(List.of(Samples.task("open", null)), null, 1));

        assertThat(page(get("/work").param("view", "available")))
                .contains("入户调查")
                .contains("超期")
                .contains("李*");
        assertThat(page(get("/work/tasks/task-1").param("outcome", "visited")))
                .contains("name=\"/evaluatedIncome\"")
                .contains("户口簿")
                .contains("按家庭申请")
                .contains("440***********0625")
                .doesNotContain("440106190503120625\"");
    }

    @Test
    void shows_the_pages_of_supervisor_and_auditor() throws Exception {
        Samples.staff(Role.SUPERVISOR);
        assertThat(page(get("/ops/incidents"))).contains("没有故障");
        Samples.staff(Role.AUDITOR);
        page(get("/audit"));
        assertThat(page(get("/audit").param("number", Samples.NUMBER))).contains("没有找到");
    }

    @Test
    void tells_on_a_page_that_there_is_nothing_here() throws Exception {
        assertThat(body(get("/nothing-here"), 404)).contains("没有找到").contains("回到首页");
        Samples.citizen();
        assertThat(body(get("/work"), 403)).contains("没有办理此事的权限");
        answers.forget();
        assertThat(body(get("/cases/" + Samples.NUMBER), 404)).contains("没有找到该办件");
    }

    /** The page in Chinese, once it is known that it renders whole in English, too. */
    private String page(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        Cookie language = new Cookie("lang", "en");
        request.cookie(language);
        assertThat(body(request, 200)).contains("<html lang=\"en\"");
        language.setValue("zh");
        return body(request, 200);
    }

    private String body(AbstractMockHttpServletRequestBuilder<?> request, int status)
            throws Exception {
        var response = mvc.perform(request).andReturn().getResponse();
        String body = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(body).isEqualTo(status);
        assertThat(body).contains("<title>").doesNotContain("??").doesNotContain("style=\"");
        assertThat(body).containsOnlyOnce("<h1");
        labelled(body);
        return body;
    }

    /** Every control has a label, around it or by its id. */
    private static void labelled(String body) {
        Matcher control = CONTROL.matcher(body);
        while (control.find()) {
            String attributes = control.group(1);
            if (attributes.contains("type=\"hidden\"")) {
                continue;
            }
            Matcher id = ID.matcher(attributes);
            boolean byId = id.find() && body.contains("for=\"" + id.group(1) + "\"");
            String before = body.substring(0, control.start());
            boolean around = before.lastIndexOf("<label") > before.lastIndexOf("</label>");
            assertThat(byId || around).as("label of <%s>", attributes).isTrue();
        }
    }

    private static ServiceRow row(String service, boolean offered) {
        return new ServiceRow(
                service,
                1,
                Text.of(service + "名", service),
                Text.of("概要", "Summary"),
                "welfare",
                offered,
                Text.of("请到窗口", "Go to the window"));
    }

    private static Draft draft(FormData form, Map<String, String> papers) {
        return new Draft(
                "22222222-2222-3333-4444-555555555555",
                Samples.PERSON,
                new ServiceVersion(Samples.SERVICE, 1),
                "440106",
                form,
                papers,
                Instant.EPOCH);
    }

    private static FormData household() {
        return Household.data();
    }

    private static MockMultipartFile file(String content) {
        return file("file", content);
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
