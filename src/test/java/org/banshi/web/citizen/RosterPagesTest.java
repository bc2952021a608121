package org.banshi.web.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.banshi.app.draft.Draft;
import org.banshi.app.draft.Drafts;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.web.Answers;
import org.banshi.web.Pages;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.banshi.web.form.InventedRoster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** The roster of a group, uploaded on the application's pages and read by the interface. */
@WebSliceTest
class RosterPagesTest {

    private static final String APPLY = "/services/labour-arbitration/apply";
    private static final String UPLOAD = APPLY + "/rosters/members";
    private static final String API = "/api/v1/services/labour-arbitration/rosters/members";

    private final Pages pages;
    private final MockMvc mvc;
    private final Answers answers;
    private final Drafts drafts;

    @Autowired
    RosterPagesTest(MockMvc mvc, Answers answers, Drafts drafts) {
        this.pages = new Pages(mvc);
        this.mvc = mvc;
        this.answers = answers;
        this.drafts = drafts;
    }

    @BeforeEach
    void set_the_stage() {
        answers.forget();
        Samples.citizen();
        clearInvocations(drafts);
        Begun.tell(drafts);
        begun(Map.of("applicantRole", "worker", "group", "group"));
        when(drafts.fill(any(), anyInt(), any(), any())).thenReturn(true);
    }

    @Test
    void takes_a_roster_of_hundreds_into_the_draft() throws Exception {
        assertThat(pages.page(get(UPLOAD))).contains("下载模板", "其他申请人");

        pages.moved(
                multipart(UPLOAD).file(file(InventedRoster.of(300, 3))),
                APPLY + "/form?section=who#f-members");

        assertThat(kept().get("members"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(300)
                .first()
                .isEqualTo(
                        Map.of(
                                "name",
                                "工友1",
                                "number",
                                number(InventedRoster.of(1, 0)),
                                "represents",
                                true));
        assertThat(kept()).containsEntry("group", "group");
    }

    @Test
    void takes_nothing_when_any_line_is_wrong_and_says_where() throws Exception {
        String roster = text(InventedRoster.of(20, 3));
        String wrong = roster.replace("工友7,", "=1+1,").replaceFirst("工友9,\\d{17}.", "工友9,440106");

        pages.moved(
                multipart(UPLOAD).file(file(wrong.getBytes(StandardCharsets.UTF_8))),
                UPLOAD + "?refused");
        String page = pages.body(get(UPLOAD).param("refused", ""), 200);

        assertThat(page)
                .contains("名册没有收下")
                .contains("第 8 行“姓名”：", "第 10 行“身份证号码”：")
                .doesNotContain("=1+1");
        verify(drafts, never()).fill(any(), anyInt(), any(), any());
    }

    @Test
    void tells_of_a_long_roster_by_its_size_and_keeps_it_over_the_form() throws Exception {
        List<Map<String, Object>> rows = rows();
        begun(Map.of("applicantRole", "worker", "group", "group", "members", rows));

        assertThat(pages.page(get(APPLY + "/form")))
                .contains("已收下名册，共 30 人")
                .contains("name=\"kept\" value=\"/members\"")
                .doesNotContain("name=\"/members/0/name\"");
        pages.body(
                post(APPLY + "/form")
                        .header("HX-Request", "true")
                        .param("revision", "3")
                        .param("kept", "/members")
                        .param("/group", "group"),
                200);
        assertThat(kept()).containsEntry("members", rows);
    }

    @Test
    void lets_go_of_a_roster_that_is_removed_or_no_longer_asked_for() throws Exception {
        begun(Map.of("group", "group", "members", rows()));
        pages.body(
                post(APPLY + "/form")
                        .header("HX-Request", "true")
                        .param("revision", "3")
                        .param("kept", "/members")
                        .param("act", "remove:/members")
                        .param("/group", "group"),
                200);
        assertThat(kept()).doesNotContainKey("members");

        clearInvocations(drafts);
        pages.body(
                post(APPLY + "/form")
                        .header("HX-Request", "true")
                        .param("revision", "3")
                        .param("kept", "/members")
                        .param("/group", "single"),
                200);
        assertThat(kept()).doesNotContainKey("members");
    }

    @Test
    void reads_a_table_for_programs_or_names_each_mistake() throws Exception {
        MockHttpServletResponse good = send(InventedRoster.of(250, 3));
        assertThat(good.getStatus()).isEqualTo(200);
        assertThat(good.getContentAsString(StandardCharsets.UTF_8)).contains("\"工友250\"");

        MockHttpServletResponse bad = send("姓名\n周阿福\n".getBytes(StandardCharsets.UTF_8));
        assertThat(bad.getStatus()).isEqualTo(422);
        assertThat(bad.getContentAsString(StandardCharsets.UTF_8))
                .contains("invalid-roster", "/1/身份证号码");
    }

    @Test
    void gives_a_template_and_no_roster_of_a_list_that_takes_none() throws Exception {
        assertThat(text(mvc.perform(get(UPLOAD + "/template")).andReturn().getResponse()))
                .isEqualTo("\uFEFF姓名,身份证号码,手机号码,是代表人,第一项请求的金额\r\n");
        assertThat(
                        mvc.perform(get(API.replace("members", "claims") + "/template"))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
    }

    private MockHttpServletResponse send(byte[] csv) throws Exception {
        return mvc.perform(post(API).contentType("text/csv").content(csv))
                .andReturn()
                .getResponse();
    }

    private static String text(MockHttpServletResponse answer) {
        return text(answer.getContentAsByteArray());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String number(byte[] roster) {
        return text(roster).lines().skip(1).findFirst().orElseThrow().split(",")[1];
    }

    private static List<Map<String, Object>> rows() {
        return IntStream.range(0, 30)
                .mapToObj(i -> Map.<String, Object>of("name", "工友" + i, "number", "n" + i))
                .toList();
    }

    private Map<String, Object> kept() {
        ArgumentCaptor<FormData> kept = ArgumentCaptor.forClass(FormData.class);
        verify(drafts, atLeastOnce()).fill(any(), anyInt(), kept.capture(), any());
        return new HashMap<>(kept.getValue().values());
    }

    private void begun(Map<String, Object> form) {
        when(drafts.of(any()))
                .thenReturn(
                        List.of(
                                new Draft(
                                        "22222222-2222-3333-4444-555555555555",
                                        Samples.PERSON,
                                        new ServiceVersion("labour-arbitration", 1),
                                        "440106",
                                        new FormData(form),
                                        3,
                                        Map.of(),
                                        Set.of(),
                                        Instant.EPOCH)));
    }

    private static MockMultipartFile file(byte[] bytes) {
        return new MockMultipartFile("file", "roster.csv", "text/csv", bytes);
    }
}
