package org.banshi.web.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.access.CaseOwners;
import org.banshi.app.casefile.NoticeProofs;
import org.banshi.app.casefile.NoticeProofs.Posting;
import org.banshi.app.draft.Draft;
import org.banshi.app.draft.Drafts;
import org.banshi.app.staff.KnownCitizens;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationCommand.Apply;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.AskedProtection;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.notice.FindPublicNotice;
import org.banshi.query.contract.notice.PublicNotice;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.web.Answers;
import org.banshi.web.Pages;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.banshi.web.form.Household;
import org.banshi.web.write.Papers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** What an officer takes down at the window, and the sheets to sign. */
@WebSliceTest
class WindowPagesTest {

    private static final String ID = "00000000-0000-0000-0000-00000000000b";
    private static final String HERE = "/work/window/" + ID;
    private static final Applicant LI =
            new Applicant("李梅", "440106190503120625", "13800000001", null);

    private static final Posting POSTING =
            new Posting(
                    new ApplicationId(Samples.APPLICATION),
                    LocalDate.of(2026, 9, 1),
                    LocalDate.of(2026, 9, 8),
                    false,
                    List.of(
                            new NoticeProofs.Proof(
                                    "photo-1",
                                    "村口公告栏",
                                    LocalDate.of(2026, 9, 1),
                                    Samples.THEN,
                                    "tianhe-town-9")));

    private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

    private final MockMvc mvc;
    private final Pages pages;
    private final Papers papers;
    private final ServiceVersion version;
    private final Answers answers;
    private final Drafts drafts;
    private final KnownCitizens citizens;
    private final NoticeProofs proofs;
    private final CaseOwners owners;
    private final CommandGateway commands;
    private final Draft draft;

    @Autowired
    WindowPagesTest(
            MockMvc mvc,
            Answers answers,
            Drafts drafts,
            KnownCitizens citizens,
            Catalogue catalogue,
            Papers papers,
            NoticeProofs proofs,
            CaseOwners owners,
            CommandGateway commands) {
        this.proofs = proofs;
        this.owners = owners;
        this.commands = commands;
        this.pages = new Pages(mvc);
        this.answers = answers;
        this.drafts = drafts;
        this.citizens = citizens;
        this.mvc = mvc;
        this.papers = papers;
        this.version = catalogue.current(Samples.SERVICE).orElseThrow().version();
        this.draft = holding(Map.of());
    }

    private Draft holding(Map<String, List<String>> scans) {
        return new Draft(
                ID,
                Samples.PERSON,
                version,
                "440106",
                Household.data(),
                1,
                scans,
                Set.of(),
                Samples.THEN);
    }

    @BeforeEach
    void somebody_is_at_the_window() {
        answers.forget();
        KnownCitizens.Known known = new KnownCitizens.Known(Samples.PERSON, LI);
        when(citizens.byNumber(LI.identityNumber())).thenReturn(Optional.of(known));
        when(citizens.of(Samples.PERSON)).thenReturn(Optional.of(known));
        when(drafts.taken("tianhe-town-1")).thenReturn(List.of(draft));
        when(drafts.open(eq(Samples.PERSON), any(), any(), any(), eq("tianhe-town-1")))
                .thenReturn(draft);
        when(drafts.fill(any(), eq(1), any(), any())).thenReturn(true);
        Samples.staff(Role.OFFICER);
    }

    @AfterEach
    void nobody_is_left() {
        reset(drafts, citizens);
    }

    @Test
    void begins_for_whoever_is_registered_in_the_officers_own_region() throws Exception {
        var begin =
                post("/work/window")
                        .param("service", Samples.SERVICE)
                        .param("identityNumber", LI.identityNumber());
        assertThat(pages.page(get("/work/window"))).contains("李梅 · 最低生活保障");
        pages.moved(begin.param("region", "440106"), HERE);
        assertThat(
                        pages.body(
                                post("/work/window")
                                        .param("service", Samples.SERVICE)
                                        .param("region", "440106")
                                        .param("identityNumber", "440104190711300310"),
                                422))
                .contains("没有找到此号码的登记")
                .contains("value=\"440104190711300310\"");
        pages.body(
                post("/work/window")
                        .param("service", Samples.SERVICE)
                        .param("region", "440104")
                        .param("identityNumber", LI.identityNumber()),
                403);
    }

    @Test
    void opens_to_nobody_but_the_officer_who_took_it_at_a_counter() throws Exception {
        Samples.staff(Role.OFFICER, "county-civil");
        pages.body(get("/work/window"), 403);
        pages.body(get(HERE), 403);
        Samples.staff(Role.SUPERVISOR);
        pages.body(get(HERE + "/application"), 403);
        Samples.staff(Role.OFFICER);
        when(drafts.taken("tianhe-town-1")).thenReturn(List.of());
        pages.body(get(HERE), 404);
        pages.body(get(HERE + "/authorities"), 404);
        pages.body(post(HERE + "/check").param("signed", "true"), 404);
    }

    @Test
    void asks_for_form_papers_and_signature_before_it_files() throws Exception {
        assertThat(pages.page(get(HERE))).contains("name=\"revision\" value=\"1\"");
        assertThat(pages.page(get(HERE + "/papers")))
                .contains("诚信承诺书")
                .contains("必交，未交")
                .contains(HERE + "/authorities");
        assertThat(pages.body(post(HERE + "/check").param("signed", "true"), 422))
                .contains("还缺以下必备材料");
        assertThat(pages.body(post(HERE + "/check"), 422)).contains("请确认申请人已签字");
        assertThat(pages.body(post(HERE).param("revision", "7").param("act", "next"), 409))
                .contains("在别的窗口改过");
    }

    @Test
    void keeps_a_case_from_others_from_its_first_moment_when_somebody_in_danger_says_so()
            throws Exception {
        when(drafts.taken("tianhe-town-1")).thenReturn(List.of(holding(allPapers())));
        assertThat(pages.page(get(HERE + "/check"))).contains("id=\"secrecy\"", "避开陪同的人单独询问");
        var check = post(HERE + "/check").param("signed", "true");
        assertThat(pages.body(check.param("secret", "true"), 422))
                .contains("请简单写明情况", "id=\"secrecy\" open=\"open\"");
        reset(commands);
        mvc.perform(post(HERE + "/check").param("signed", "true").param("reason", "他打我"));
        ArgumentCaptor<Object> sent = ArgumentCaptor.captor();
        verify(commands, atLeastOnce()).sendAndWait(sent.capture());
        assertThat(((GenericCommandMessage<?>) sent.getValue()).getPayload())
                .isInstanceOfSatisfying(
                        Apply.class,
                        it ->
                                assertThat(it.protection())
                                        .isEqualTo(new AskedProtection("他打我", false)));
        reset(commands);

        Samples.staff(Role.COMMITTEE, "village-committee");
        assertThat(pages.page(get(HERE + "/check")))
                .contains("陪同其到镇街窗口办理")
                .doesNotContain("id=\"secrecy\"");
    }

    private Map<String, List<String>> allPapers() {
        return Stream.of("identity-card", "household-book", "authority", "promise-letter")
                .collect(
                        Collectors.toMap(
                                code -> code,
                                code -> List.of(papers.keep(Samples.PERSON, PDF).id())));
    }

    @Test
    void deletes_a_draft_only_after_a_second_look_which_keeps_what_was_typed() throws Exception {
        var drop = post(HERE).param("act", "drop").param("revision", "1").param("/x", "y");
        assertThat(pages.body(drop, 200))
                .contains("确定不办了，删除这份申请吗")
                .contains("李梅")
                .contains("name=\"act\" value=\"drop\"")
                .doesNotContain("name=\"/x\"");
        verify(drafts).fill(any(), eq(1), any(), any());
        verify(drafts, never()).delete(any());

        pages.moved(drop.param("sure", "true"), "/work/window");
        verify(drafts).delete(draft);
    }

    @Test
    void shows_a_scan_before_it_is_filed_to_the_officer_who_scanned_it() throws Exception {
        String paper = papers.keep(Samples.PERSON, PDF).id();
        when(drafts.taken("tianhe-town-1"))
                .thenReturn(List.of(holding(Map.of("household-book", List.of(paper)))));
        String address = HERE + "/papers/household-book/" + paper;
        assertThat(pages.page(get(HERE + "/papers"))).contains(address);
        assertThat(pages.page(get(HERE + "/check"))).contains(address);
        var scan = mvc.perform(get(address)).andReturn().getResponse();
        assertThat(scan.getContentAsByteArray()).isEqualTo(PDF);
        assertThat(scan.getContentType()).isEqualTo("application/pdf");
        assertThat(pages.page(get(HERE + "/papers"))).contains("name=\"remove\" value=\"" + paper);
        pages.body(get(HERE + "/papers/identity-card/" + paper), 404);
        assertThat(
                        pages.body(
                                multipart(HERE + "/papers")
                                        .file(new MockMultipartFile("file", new byte[] {'M', 'Z'}))
                                        .param("code", "identity-card"),
                                415))
                .containsPattern(
                        "(?s)id=\"wrong-(\\d+)\".*文件类型不支持.*aria-describedby=\"wrong-\\1\"");
        when(drafts.taken("tianhe-town-1")).thenReturn(List.of());
        pages.body(get(address), 404);
    }

    @Test
    void prints_what_the_person_and_each_adult_sign() throws Exception {
        assertThat(pages.page(get(HERE + "/application")))
                .contains("最低生活保障申请书")
                .contains("440106190503120625")
                .contains("代录人签名");
        assertThat(pages.page(get(HERE + "/authorities")))
                .contains("本人 李梅（居民身份证号码 440106190503120625）");
    }

    @Test
    void prints_the_form_of_a_visit_and_a_poster_while_there_is_a_notice() throws Exception {
        answers.to(FindProgress.class, Samples.progress());
        String number = "/work/cases/" + Samples.NUMBER;

        assertThat(pages.page(get(number + "/visit-form"))).contains("调查人2签名");
        pages.body(get(number + "/poster"), 404);
        assertThat(answers.last(FindPublicNotice.class).number()).isEqualTo(Samples.NUMBER);
        when(proofs.of(Samples.NUMBER)).thenReturn(Optional.of(POSTING));
        assertThat(pages.page(get(number + "/poster")))
                .contains("公示已撤下", "村口公告栏", "/papers/photo-1", "name=\"photo\"")
                .doesNotContain("见证人签名");
        Samples.staff(Role.SUPERVISOR);
        assertThat(pages.page(get(number + "/poster"))).doesNotContain("name=\"photo\"");
        pages.body(photo(number + "/poster", "2026-09-02"), 403);
        Samples.staff(Role.OFFICER);
        when(owners.of(List.of(Samples.NUMBER)))
                .thenReturn(Map.of(Samples.NUMBER, Samples.PERSON.value()));
        when(proofs.of(Samples.NUMBER))
                .thenReturn(
                        Optional.of(
                                new Posting(
                                        POSTING.application(),
                                        POSTING.from(),
                                        POSTING.until(),
                                        true,
                                        List.of())));
        assertThat(pages.page(get(number + "/poster")))
                .contains("不能再交照片")
                .doesNotContain("name=\"photo\"");
        assertThat(pages.body(photo(number + "/poster", "2026-09-02"), 409)).contains("个人信息已经删除");
    }

    /** A photograph with the day and the place becomes a paper of the case. */
    private void proves(String address) throws Exception {
        reset(commands);
        when(owners.of(List.of("N-1"))).thenReturn(Map.of("N-1", Samples.PERSON.value()));
        assertThat(pages.body(multipart(address).param("place", "村口"), 422))
                .contains("请选择照片", "value=\"村口\"");
        pages.body(photo(address, "yesterday"), 422);
        assertThat(
                        pages.body(
                                multipart(address)
                                        .file(new MockMultipartFile("photo", PDF))
                                        .param("place", "村口")
                                        .param("day", "2026-09-02"),
                                415))
                .contains("请上传 JPG 或 PNG 照片");
        verify(commands, never()).sendAndWait(any());

        pages.moved(photo(address, "2026-09-02"), address + "?done=proved");

        ArgumentCaptor<Object> sent = ArgumentCaptor.forClass(Object.class);
        verify(commands).sendAndWait(sent.capture());
        assertThat(((CommandMessage<?>) sent.getValue()).getPayload())
                .isInstanceOfSatisfying(
                        ApplicationCommand.ProvePosting.class,
                        it -> {
                            assertThat(it.application()).isEqualTo(POSTING.application());
                            assertThat(it.place()).isEqualTo("村口");
                            assertThat(it.day()).isEqualTo("2026-09-02");
                            assertThat(it.photo().code()).isEqualTo("posting-proof");
                        });
        assertThat(pages.page(get(address).param("done", "proved"))).contains("照片已存入案卷");
    }

    private static MockMultipartHttpServletRequestBuilder photo(String address, String day) {
        MockMultipartHttpServletRequestBuilder request = multipart(address);
        request.file(new MockMultipartFile("photo", new byte[] {(byte) 0x89, 'P', 'N', 'G'}));
        request.param("place", " 村口 ")
                .param("day", day)
                .param("key", "00000000-0000-0000-0000-00000000000c");
        return request;
    }

    @Test
    void lets_a_committee_file_and_put_up_notices_of_its_own_place_alone() throws Exception {
        Samples.staff(Role.COMMITTEE, "village-committee");
        assertThat(pages.page(get("/work/window")))
                .contains("张贴公示")
                .doesNotContain("/work/citizens")
                .doesNotContain("href=\"/work\"");
        assertThat(
                        pages.body(
                                post("/work/window")
                                        .param("service", Samples.SERVICE)
                                        .param("region", "440106")
                                        .param("identityNumber", "440104190711300310"),
                                422))
                .contains("陪同本人带身份证到镇街窗口登记")
                .doesNotContain("请先实名登记");
        pages.body(get("/work"), 403);
        pages.body(get("/work/tasks/task-1"), 403);
        pages.body(get("/work/cases/" + Samples.NUMBER + "/poster"), 403);
        answers.to(FindPublicNotice.class, notice("440106001"));
        pages.moved(get("/work/notices").param("number", "N-1"), "/work/notices/N-1");
        when(proofs.of("N-1")).thenReturn(Optional.of(POSTING));
        assertThat(pages.page(get("/work/notices/N-1")))
                .contains("张贴证明", "李*", "村口公告栏", "经办员壬（tianhe-town-9）", "<svg")
                .doesNotContain("/papers/photo-1");
        proves("/work/notices/N-1");
        answers.to(FindPublicNotice.class, notice("440104"));
        pages.body(get("/work/notices/N-1"), 404);
        pages.body(photo("/work/notices/N-1", "2026-09-02"), 404);
        assertThat(pages.page(get("/work/notices").param("number", "N-1")))
                .contains("本地区没有这个编号的公示");
        Samples.staff(Role.OFFICER);
        pages.body(get("/work/notices"), 403);
    }

    @Test
    void takes_and_tells_the_proof_of_a_posting_as_json_too() throws Exception {
        String api = "/api/v1/notices/N-1/postings";
        when(owners.of(List.of("N-1"))).thenReturn(Map.of("N-1", Samples.PERSON.value()));
        when(proofs.of("N-1")).thenReturn(Optional.of(POSTING));
        Samples.staff(Role.COMMITTEE, "village-committee");
        answers.to(FindPublicNotice.class, notice("440104"));
        assertThat(status(photo(api, "2026-09-02"))).as("another village's").isEqualTo(404);
        answers.to(FindPublicNotice.class, notice("440106001"));
        assertThat(status(photo(api, "2026-09-02"))).as("without a key").isEqualTo(400);
        assertThat(status(keyed(photo(api, "yesterday")))).isEqualTo(400);
        reset(commands);
        assertThat(status(keyed(photo(api, "2026-09-02")))).isEqualTo(201);
        verify(commands).sendAndWait(any());
        String shown =
                mvc.perform(get(api))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8);
        assertThat(shown).contains("\"from\":\"2026-09-01\"", "\"paper\":\"photo-1\"", "村口公告栏");

        Samples.staff(Role.OFFICER);
        assertThat(status(get(api))).as("a case that is not the office's").isEqualTo(404);
        answers.to(FindProgress.class, Samples.progress());
        when(proofs.of(Samples.NUMBER)).thenReturn(Optional.of(POSTING));
        assertThat(status(get("/api/v1/notices/" + Samples.NUMBER + "/postings"))).isEqualTo(200);
        Samples.citizen();
        assertThat(status(get(api))).isEqualTo(403);
        reset(commands);
    }

    private int status(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request).andReturn().getResponse().getStatus();
    }

    private static MockMultipartHttpServletRequestBuilder keyed(
            MockMultipartHttpServletRequestBuilder request) {
        request.header("Idempotency-Key", "a-photograph-of-the-board");
        return request;
    }

    private static PublicNotice notice(String region) {
        return new PublicNotice(
                "N-1",
                Samples.SERVICE,
                Text.of("最低生活保障", "Minimum living allowance"),
                region,
                "李*",
                3,
                new BigDecimal("1314.00"),
                null,
                LocalDate.of(2026, 9, 1),
                new DueDate(LocalDate.of(2026, 9, 8), false),
                "12345");
    }
}
