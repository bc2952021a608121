package org.banshi.web.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.casefile.CaseEvents;
import org.banshi.app.draft.Draft;
import org.banshi.app.draft.Drafts;
import org.banshi.app.material.MaterialStore;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationCommand.Apply;
import org.banshi.command.contract.application.ApplicationEvent.Accepted;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.AskedProtection;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.codec.Interest;
import org.banshi.query.contract.catalogue.FindServices;
import org.banshi.query.contract.catalogue.ServiceRow;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.progress.FindMyCases;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.Answers;
import org.banshi.web.MaterialsInMemory;
import org.banshi.web.Pages;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.banshi.web.form.Household;
import org.banshi.web.write.Papers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.ArgumentMatcher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** From the search for a service to the application, in both languages and without JavaScript. */
@WebSliceTest
class ApplyPagesTest {

    /** No more of a case than it takes, and nothing that is personal. */
    private static final ArgumentMatcher<Interest> FILED =
            interest ->
                    interest.in(Applied.class)
                            && !interest.inPersonal(Applied.class, "form")
                            && !interest.in(Accepted.class);

    private final Pages pages;
    private final MockMvc mvc;
    private final Answers answers;
    private final Drafts drafts;
    private final CaseEvents events;
    private final CommandGateway commands;
    private final Papers papers;
    private final MaterialsInMemory materials;

    @Autowired
    ApplyPagesTest(
            MockMvc mvc,
            Answers answers,
            Drafts drafts,
            Papers papers,
            MaterialStore materials,
            CaseEvents events,
            CommandGateway commands) {
        this.events = events;
        this.papers = papers;
        this.materials = (MaterialsInMemory) materials;
        this.commands = commands;
        this.pages = new Pages(mvc);
        this.mvc = mvc;
        this.answers = answers;
        this.drafts = drafts;
    }

    @BeforeEach
    void set_the_stage() {
        answers.forget();
        reset(drafts);
        answers.to(
                FindServices.class,
                List.of(row(Samples.SERVICE, true), row("residence-permit", false)));
        when(drafts.of(any())).thenReturn(List.of(draft(FormData.empty(), Map.of())));
        when(drafts.fill(any(), anyInt(), any(), any())).thenReturn(true);
        Samples.nobody();
    }

    @Test
    void finds_services_of_a_district() throws Exception {
        String page = pages.page(get("/").param("region", "440106"));

        assertThat(page)
                .contains("广州市天河区可以办的事项")
                .contains("/services/minimum-living-allowance?region=440106");
        assertThat(answers.last(FindServices.class).region()).isEqualTo("440106");
    }

    @Test
    void forgets_the_district_when_another_city_is_chosen() throws Exception {
        pages.page(get("/").param("city", "440300").param("region", "440106"));

        assertThat(answers.last(FindServices.class).region()).isEqualTo("440300");
    }

    @Test
    void tells_first_where_a_service_is_offered_and_both_limits() throws Exception {
        String page =
                pages.page(get("/services/minimum-living-allowance").param("region", "440106"));

        assertThat(page.indexOf("在哪里可以办")).isPositive().isLessThan(page.indexOf("基本信息"));
        assertThat(page)
                .contains("承诺办结时限")
                .contains("法定办结时限")
                .contains("/services/minimum-living-allowance/apply?region=440106");
    }

    @Test
    void lets_the_place_be_chosen_on_the_guide_itself() throws Exception {
        assertThat(pages.page(get("/services/minimum-living-allowance")))
                .containsPattern("<details open=\"open\">\\s*<summary>选择您所在的地区")
                .contains(
                        "<form class=\"place\" method=\"get\" action=\"/services/minimum-living-allowance\">")
                .contains("<option value=\"440106\">天河区</option>")
                .doesNotContain("/apply?region");
        assertThat(pages.page(guide()))
                .contains("<summary>换一个地区</summary>")
                .contains("<option value=\"440106\" selected=\"selected\">天河区</option>");
    }

    @Test
    void leads_from_the_last_look_to_the_part_to_change_and_back() throws Exception {
        Samples.citizen();
        Map<String, List<String>> papers = papers();
        when(drafts.of(any())).thenReturn(List.of(draft(household(), papers)));
        String form = "/services/minimum-living-allowance/apply/form";

        String change = form + "?section=family&amp;back=check";
        assertThat(pages.page(get("/services/minimum-living-allowance/apply/check")))
                .contains("href=\"" + change + "\"")
                .doesNotContain("<span class=\"unseen\">填写内容</span>");
        assertThat(pages.page(get(form).param("section", "family").param("back", "check")))
                .contains("name=\"back\" value=\"check\"", "保存并返回核对");
        pages.moved(
                Household.post(post(form + "?section=family"))
                        .param("back", "check")
                        .param("act", "next")
                        .param("revision", "3"),
                "/services/minimum-living-allowance/apply/check");
    }

    @Test
    void deletes_a_draft_only_after_a_second_look() throws Exception {
        Samples.citizen();
        String address = "/services/minimum-living-allowance/apply/tasks/removal";
        assertThat(pages.page(get("/services/minimum-living-allowance/apply/tasks")))
                .contains("action=\"" + address + "\"");

        assertThat(pages.body(post(address), 200)).contains("确定删除这份草稿吗", "广州市天河区");
        verify(drafts, never()).delete(any());
        pages.moved(post(address).param("sure", "true"), "/cases?dropped");
        verify(drafts).delete(argThat(draft -> draft.region().equals("440106")));
    }

    @Test
    void tells_before_the_form_that_one_is_open_or_the_level_is_too_low() throws Exception {
        Samples.citizen();
        var begin = get("/services/minimum-living-allowance/apply").param("region", "440106");
        String here = "/services/minimum-living-allowance?region=440106";
        reset(events);
        answers.to(FindMyCases.class, new Page<>(List.of(open()), null, 1));
        assertThat(pages.page(guide())).as("another item's case").contains("在线申请");
        when(events.of(eq(Samples.APPLICATION), argThat(FILED)))
                .thenReturn(List.of(applied(Channel.EX_OFFICIO)));
        assertThat(pages.page(guide())).as("a review by the office").contains("在线申请");
        when(events.of(eq(Samples.APPLICATION), argThat(FILED)))
                .thenReturn(List.of(applied(Channel.WAP)));
        assertThat(pages.page(guide()))
                .contains("您已有一份在办的同类申请")
                .contains("/cases/" + Samples.NUMBER)
                .doesNotContain("/apply?region=440106");
        pages.moved(begin, here);
        assertThat(pages.page(get("/services/minimum-living-allowance/apply/tasks")))
                .as("where a draft was begun before")
                .contains("您已有一份在办的同类申请");
        when(events.of(eq(Samples.APPLICATION), argThat(FILED)))
                .thenReturn(List.of(applied(Channel.WAP, List.of("key-of-a-child"))));
        assertThat(pages.page(guide()))
                .as("open for somebody else: there may be another")
                .contains("您已有一份在办的同类申请", "为其他人、就另一件争议", "/apply?region=440106");
        reset(events);

        Samples.citizen(2);
        assertThat(pages.page(guide())).contains("您现在是 2 级").doesNotContain("/apply?region=440106");
        pages.moved(begin, here);
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

        String page = pages.page(get("/services/minimum-living-allowance/apply/form"));

        assertThat(page)
                .contains("name=\"/members/0/identityNumber\"")
                .contains("value=\"add:/members\"");
    }

    @Test
    void leads_from_a_summary_to_each_wrong_field() throws Exception {
        Samples.citizen();

        String page =
                pages.body(
                        post("/services/minimum-living-allowance/apply/form")
                                .param("act", "next")
                                .param("revision", "3")
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
    void lists_the_parts_of_an_application_with_how_far_each_has_come() throws Exception {
        Samples.citizen();
        when(drafts.of(any()))
                .thenReturn(
                        List.of(
                                draft(
                                        new FormData(Map.of("accountHolder", "李梅", "homes", "x")),
                                        Map.of())));

        String page = pages.page(get("/services/minimum-living-allowance/apply/tasks"));

        assertThat(page.replaceAll("<[^>]*>|\\s", ""))
                .contains("家庭成员没有开始")
                .contains("收入和财产还没有填完")
                .contains("收款账户还没有填完")
                .contains("上传材料已上传0份，共")
                .contains("先完成以上各项还不能开始");
        assertThat(page)
                .contains("共 5 项，已完成 0 项")
                .contains("/apply/form?section=account")
                .doesNotContain("/apply/check");

        when(drafts.of(any())).thenReturn(List.of(draft(household(), Map.of())));
        assertThat(pages.page(get("/services/minimum-living-allowance/apply/tasks")))
                .contains("共 5 项，已完成 4 项");
    }

    @Test
    void asks_one_part_by_itself_and_keeps_the_answers_of_the_others() throws Exception {
        Samples.citizen();
        when(drafts.of(any())).thenReturn(List.of(draft(household(), Map.of())));
        String part = "/services/minimum-living-allowance/apply/form?section=account";

        assertThat(pages.page(get(part)))
                .contains("name=\"/bankName\"")
                .doesNotContain("name=\"/monthlyIncome\"");
        String wrong =
                pages.body(
                        post(part).param("act", "next").param("revision", "3").param("/homes", "7"),
                        422);
        String next =
                mvc.perform(
                                post(part)
                                        .param("act", "next")
                                        .param("revision", "3")
                                        .param("/accountHolder", "李梅")
                                        .param("/bankName", "演示银行")
                                        .param("/bankAccount", "6200000000000000001"))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl();

        assertThat(wrong).contains("href=\"#f-bankName\"").doesNotContain("href=\"#f-homes\"");
        assertThat(next).isEqualTo("/services/minimum-living-allowance/apply/tasks?saved");
        ArgumentCaptor<FormData> kept = ArgumentCaptor.forClass(FormData.class);
        verify(drafts, atLeast(2)).fill(any(), anyInt(), kept.capture(), any());
        assertThat(kept.getValue().values())
                .containsEntry("bankName", "演示银行")
                .containsEntry("homes", household().values().get("homes"))
                .containsEntry("members", household().values().get("members"));
        verify(drafts, atLeastOnce()).saw(any(), eq(Set.of("account")));
    }

    @Test
    void says_that_another_window_was_quicker_and_keeps_what_was_typed() throws Exception {
        Samples.citizen();
        when(drafts.fill(any(), eq(2), any(), any())).thenReturn(false);

        String page =
                pages.body(
                        post("/services/minimum-living-allowance/apply/form")
                                .param("act", "next")
                                .param("revision", "2")
                                .param("/monthlyIncome", "x"),
                        409);

        assertThat(page)
                .contains("您在另一窗口（或设备）中已修改过这份草稿")
                .contains("value=\"x\"")
                .contains("name=\"revision\" value=\"3\"");
    }

    @Test
    void takes_a_paper_by_its_content_and_says_why_it_refuses_another() throws Exception {
        Samples.citizen();
        String address = "/services/minimum-living-allowance/apply/materials";

        assertThat(pages.page(get(address))).contains("还缺以下必备材料");
        int kept =
                mvc.perform(
                                multipart(address)
                                        .file(file("%PDF-1.4"))
                                        .param("code", "household-book"))
                        .andReturn()
                        .getResponse()
                        .getStatus();
        String refused =
                pages.body(
                        multipart(address).file(file("MZ")).param("code", "household-book"), 415);

        assertThat(kept).isEqualTo(302);
        assertThat(refused).contains("文件类型不支持");
    }

    @Test
    void takes_a_paper_page_by_page_and_one_page_out_again() throws Exception {
        Samples.citizen();
        String address = "/services/minimum-living-allowance/apply/materials";
        List<String> ids = List.of(stored("one"), stored("two"));
        Draft draft = draft(household(), Map.of("household-book", ids));
        when(drafts.of(any())).thenReturn(List.of(draft));

        String second = address + "/household-book/" + ids.get(1);
        assertThat(pages.page(get(address)))
                .contains("文件 1，查看", "文件 2，查看", "再拍一页", "href=\"" + second + "\"")
                .contains("name=\"sheet\" value=\"" + ids.get(1) + "\"");
        assertThat(mvc.perform(get(second)).andReturn().getResponse().getContentAsString())
                .isEqualTo("%PDF-1.4 two");
        pages.body(get(address + "/identity-card/" + ids.get(1)), 404);
        pages.moved(
                multipart(address).file(file("%PDF-1.4 two")).param("code", "household-book"),
                address);
        verify(drafts, never()).attach(any(), any(), any(), any());
        pages.moved(
                multipart(address).file(file("%PDF-1.4 three")).param("code", "household-book"),
                address);
        verify(drafts).attach(eq(draft), eq("household-book"), any(), any());
        pages.moved(post(address + "/household-book/removal").param("sheet", ids.get(1)), address);
        verify(drafts).detach(draft, "household-book", ids.get(1));

        Draft full =
                draft(household(), Map.of("household-book", Collections.nCopies(20, ids.get(0))));
        when(drafts.of(any())).thenReturn(List.of(full));
        assertThat(
                        pages.body(
                                multipart(address)
                                        .file(file("%PDF-1.4 four"))
                                        .param("code", "household-book"),
                                422))
                .contains("文件太多");
    }

    @Test
    void asks_once_for_all_files_of_a_page() throws Exception {
        Samples.citizen();
        String address = "/services/minimum-living-allowance/apply/";
        Map<String, List<String>> sheets = new HashMap<>(papers());
        sheets.put("household-book", List.of(stored("first"), stored("second")));
        when(drafts.of(any())).thenReturn(List.of(draft(household(), sheets)));

        for (String page : List.of("materials", "check", "tasks")) {
            int before = materials.questions();
            pages.body(get(address + page), 200);
            assertThat(materials.questions() - before).as(page).isEqualTo(1);
        }
    }

    @Test
    void counts_only_files_that_are_still_there() throws Exception {
        Samples.citizen();
        String address = "/services/minimum-living-allowance/apply/materials";
        List<String> there = Collections.nCopies(20, stored("kept"));
        List<String> gone = Collections.nCopies(20, "ffffffff-0000-0000-0000-000000000000");
        MockHttpServletRequestBuilder more =
                multipart(address).file(file("%PDF-1.4 more")).param("code", "household-book");

        when(drafts.of(any()))
                .thenReturn(
                        List.of(draft(household(), Map.of("a", there, "b", there, "c", there))));
        assertThat(pages.body(more, 422)).contains("文件太多");
        Draft room =
                draft(
                        household(),
                        Map.of("household-book", gone, "a", there, "b", there, "c", gone));
        when(drafts.of(any())).thenReturn(List.of(room));
        pages.moved(more, address);
        verify(drafts).attach(eq(room), eq("household-book"), any(), any());
    }

    private String stored(String content) {
        return papers.keep(Samples.PERSON, ("%PDF-1.4 " + content).getBytes(StandardCharsets.UTF_8))
                .id();
    }

    @Test
    void shows_what_is_to_be_checked_in_words_and_masks_the_identity_number() throws Exception {
        Samples.citizen();
        when(drafts.of(any())).thenReturn(List.of(draft(household(), papers())));

        String page = pages.page(get("/services/minimum-living-allowance/apply/check"));

        assertThat(page).contains("按家庭申请").contains("440***********0625");
        assertThat(pages.body(post("/services/minimum-living-allowance/apply/check"), 422))
                .contains("请先核对并勾选声明");
        assertThat(page).contains("保密办理", "提交时就保密办理");
        assertThat(
                        pages.body(
                                post("/services/minimum-living-allowance/apply/check")
                                        .param("declared", "true")
                                        .param("secret", "true"),
                                422))
                .contains("请简单写明情况")
                .contains("<details class=\"panel\" id=\"secrecy\" open=\"open\">")
                .doesNotContain("请先核对并勾选声明");
        String told = "他打我";
        assertThat(
                        pages.body(
                                post("/services/minimum-living-allowance/apply/check")
                                        .param("reason", told),
                                422))
                .as("asked in words, not ticked: it stays asked")
                .contains("id=\"secrecy\" open=\"open\"", told)
                .containsPattern("id=\"secret\"[^>]*checked");
        reset(commands);
        mvc.perform(
                post("/services/minimum-living-allowance/apply/check")
                        .param("declared", "true")
                        .param("reason", told));
        ArgumentCaptor<Object> sent = ArgumentCaptor.captor();
        verify(commands, atLeastOnce()).sendAndWait(sent.capture());
        assertThat(((GenericCommandMessage<?>) sent.getValue()).getPayload())
                .isInstanceOfSatisfying(
                        Apply.class,
                        apply ->
                                assertThat(apply.protection())
                                        .isEqualTo(new AskedProtection(told, false)));
        reset(commands);
    }

    private Map<String, List<String>> papers() throws Exception {
        Map<String, List<String>> papers = new HashMap<>();
        for (String code :
                List.of("identity-card", "household-book", "authority", "promise-letter")) {
            mvc.perform(multipart("/api/v1/materials").file(file("%PDF-1.4 " + code)));
            papers.put(code, List.of("00000000-0000-0000-0000-000000000001"));
        }
        return papers;
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

    private static Draft draft(FormData form, Map<String, List<String>> papers) {
        return new Draft(
                "22222222-2222-3333-4444-555555555555",
                Samples.PERSON,
                new ServiceVersion(Samples.SERVICE, 1),
                "440106",
                form,
                3,
                papers,
                Set.of(),
                Instant.EPOCH);
    }

    private static FormData household() {
        return Household.data();
    }

    private static MockMultipartFile file(String content) {
        return new MockMultipartFile(
                "file", "x.pdf", "application/pdf", content.getBytes(StandardCharsets.UTF_8));
    }

    private static MockHttpServletRequestBuilder guide() {
        return get("/services/minimum-living-allowance").param("region", "440106");
    }

    private static Progress.Row open() {
        return new Progress.Row(
                Samples.APPLICATION,
                Samples.NUMBER,
                Text.of("最低生活保障", "Minimum living allowance"),
                "accepted",
                Text.of("办理中", "Under way"),
                false,
                Samples.THEN,
                Samples.THEN);
    }

    private static Recorded applied(Channel channel) {
        return applied(channel, null);
    }

    private static Recorded applied(Channel channel, @Nullable List<String> openFor) {
        Applied applied =
                new Applied(
                        new ApplicationId(Samples.APPLICATION),
                        Samples.PERSON,
                        Samples.NUMBER,
                        new ServiceVersion(Samples.SERVICE, 1),
                        new RegionCode("440106"),
                        channel,
                        new Applicant("李梅", "440106190503120625", "13800000001", null),
                        FormData.empty(),
                        List.of(),
                        "ABCD-EFGH",
                        openFor);
        return new Recorded(
                1,
                "application",
                Samples.APPLICATION,
                0,
                Samples.THEN,
                "application.applied",
                applied,
                new Stamp(Samples.THEN, Actor.citizen("li-mei", Samples.PERSON)),
                Map.of());
    }
}
