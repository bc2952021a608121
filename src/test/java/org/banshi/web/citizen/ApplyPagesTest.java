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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.draft.Drafts;
import org.banshi.app.material.MaterialStore;
import org.banshi.command.contract.application.ApplicationCommand.Apply;
import org.banshi.command.contract.application.AskedProtection;
import org.banshi.command.contract.application.FormData;
import org.banshi.web.Answers;
import org.banshi.web.MaterialsInMemory;
import org.banshi.web.Pages;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.banshi.web.form.Household;
import org.banshi.web.write.Papers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The form of an application and the last look at it, in both languages and without JavaScript. */
@WebSliceTest
class ApplyPagesTest {

    private static final String CHECK = "/services/minimum-living-allowance/apply/check";

    private final Pages pages;
    private final MockMvc mvc;
    private final Answers answers;
    private final Drafts drafts;
    private final CommandGateway commands;
    private final Papers papers;
    private final MaterialsInMemory materials;

    @Autowired
    ApplyPagesTest(
            MockMvc mvc,
            Answers answers,
            Drafts drafts,
            CommandGateway commands,
            Papers papers,
            MaterialStore materials) {
        this.pages = new Pages(mvc);
        this.mvc = mvc;
        this.answers = answers;
        this.drafts = drafts;
        this.commands = commands;
        this.papers = papers;
        this.materials = (MaterialsInMemory) materials;
    }

    @BeforeEach
    void set_the_stage() {
        answers.forget();
        when(drafts.of(any())).thenReturn(List.of(Begun.draft(FormData.empty(), Map.of())));
        when(drafts.fill(any(), anyInt(), any(), any())).thenReturn(true);
        Begun.tell(drafts);
        Samples.nobody();
    }

    @Test
    void leads_from_the_last_look_to_the_part_to_change_and_back() throws Exception {
        Samples.citizen();
        Map<String, List<String>> papers = papers();
        when(drafts.of(any())).thenReturn(List.of(Begun.draft(household(), papers)));
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

        String form = "/services/minimum-living-allowance/apply/form";

        pages.moved(
                post(form).param("act", "next").param("revision", "3").param("/monthlyIncome", "x"),
                form + "?checked");
        keepsWhatWasTyped();
        String page = pages.page(get(form).param("checked", ""));

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
                                Begun.draft(
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

        when(drafts.of(any())).thenReturn(List.of(Begun.draft(household(), Map.of())));
        assertThat(pages.page(get("/services/minimum-living-allowance/apply/tasks")))
                .contains("共 5 项，已完成 4 项");
    }

    @Test
    void asks_one_part_by_itself_and_keeps_the_answers_of_the_others() throws Exception {
        Samples.citizen();
        when(drafts.of(any())).thenReturn(List.of(Begun.draft(household(), Map.of())));
        String part = "/services/minimum-living-allowance/apply/form?section=account";

        assertThat(pages.page(get(part)))
                .contains("name=\"/bankName\"")
                .doesNotContain("name=\"/monthlyIncome\"");
        pages.moved(
                post(part).param("act", "next").param("revision", "3").param("/homes", "7"),
                "/services/minimum-living-allowance/apply/form?checked&section=account");
        keepsWhatWasTyped();
        String wrong = pages.page(get(part).param("checked", ""));
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

        String form = "/services/minimum-living-allowance/apply/form";
        MockHttpServletRequestBuilder late =
                post(form).param("act", "next").param("revision", "2").param("/monthlyIncome", "x");
        String[] told = {"您在另一窗口（或设备）中已修改过这份草稿", "value=\"x\"", "name=\"revision\" value=\"3\""};

        pages.moved(late, form + "?refused");
        assertThat(pages.body(get(form).param("refused", ""), 200)).contains(told);
        assertThat(pages.page(get(form).param("refused", "")))
                .as("told once: later it would put the old answers over the new ones")
                .doesNotContain(told[0], told[1]);
        assertThat(pages.body(late.header("HX-Request", "true"), 409))
                .as("a part of a page has no address")
                .contains(told);
    }

    /** Pressed where scripts are off, it is a page that somebody can come back to. */
    @Test
    void grows_a_list_by_a_page_with_an_address_of_its_own() throws Exception {
        Samples.citizen();
        when(drafts.of(any())).thenReturn(List.of(Begun.draft(household(), Map.of())));
        String form = "/services/minimum-living-allowance/apply/form";
        int members = ((List<?>) household().values().get("members")).size();
        String empty = "name=\"/members/" + members + "/identityNumber\"";

        pages.moved(
                Household.post(post(form + "?section=family"))
                        .param("act", "add:/members")
                        .param("revision", "3"),
                form + "?grown=/members&section=family");
        assertThat(pages.page(get(form).param("section", "family"))).doesNotContain(empty);
        assertThat(pages.page(get(form + "?grown=/members&section=family"))).contains(empty);
        pages.moved(
                post(form).param("revision", "3").param("act", "add:/a{b}&c\r\nd"),
                form + "?grown=/a%7Bb%7D%26c%0D%0Ad");
    }

    /** The draft holds what was sent last. */
    private void keepsWhatWasTyped() {
        ArgumentCaptor<FormData> kept = ArgumentCaptor.captor();
        verify(drafts, atLeastOnce()).fill(any(), anyInt(), kept.capture(), any());
        when(drafts.of(any())).thenReturn(List.of(Begun.draft(kept.getValue(), Map.of())));
    }

    @Test
    void shows_what_is_to_be_checked_in_words_and_masks_the_identity_number() throws Exception {
        Samples.citizen();
        when(drafts.of(any())).thenReturn(List.of(Begun.draft(household(), papers())));

        String page = pages.page(get("/services/minimum-living-allowance/apply/check"));

        assertThat(page).contains("按家庭申请").contains("440***********0625");
        assertThat(page).contains("保密办理", "提交时就保密办理");
        assertThat(refused()).contains("请先核对并勾选声明");
        assertThat(pages.page(get(CHECK).param("refused", "")))
                .as("told once: nobody else reads it there")
                .doesNotContain("请先核对并勾选声明");
        assertThat(refused("declared", "true", "secret", "true"))
                .contains("请简单写明情况")
                .contains("<details class=\"panel\" id=\"secrecy\" open=\"open\">")
                .doesNotContain("请先核对并勾选声明");
        String told = "他打我";
        assertThat(refused("reason", told))
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

    /** The page to which the browser is sent with what was not filed. */
    private String refused(String... sent) throws Exception {
        MockHttpServletRequestBuilder filing = post(CHECK);
        for (int at = 0; at < sent.length; at += 2) {
            filing.param(sent[at], sent[at + 1]);
        }
        pages.moved(filing, CHECK + "?refused");
        return pages.body(get(CHECK).param("refused", ""), 200);
    }

    private Map<String, List<String>> papers() throws Exception {
        Map<String, List<String>> papers = new HashMap<>();
        for (String code :
                List.of("identity-card", "household-book", "authority", "promise-letter")) {
            mvc.perform(multipart("/api/v1/materials").file(Begun.file("%PDF-1.4 " + code)));
            papers.put(code, List.of("00000000-0000-0000-0000-000000000001"));
        }
        return papers;
    }

    private static FormData household() {
        return Household.data();
    }
}
