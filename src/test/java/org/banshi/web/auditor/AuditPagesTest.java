package org.banshi.web.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.notNull;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.app.audit.Audits;
import org.banshi.app.audit.look.Look;
import org.banshi.app.audit.look.Look.Kind;
import org.banshi.app.audit.look.Looks;
import org.banshi.app.audit.look.Purpose;
import org.banshi.app.casefile.CaseMoment;
import org.banshi.app.casefile.CaseMoments;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.tree.Checkpoint;
import org.banshi.eventstore.tree.Finding;
import org.banshi.eventstore.tree.Verification;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.audit.Act;
import org.banshi.query.contract.audit.CaseCourse;
import org.banshi.query.contract.audit.FindActs;
import org.banshi.query.contract.audit.FindPersonRecords;
import org.banshi.query.contract.audit.PersonRecords;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.contract.timeline.FindTimeline;
import org.banshi.query.contract.timeline.TimelineEntry;
import org.banshi.web.Answers;
import org.banshi.web.Pages;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The case as it was, what is different now, and the proof that the log still says so. */
@WebSliceTest
class AuditPagesTest {

    private static final String CASE = "/audit/cases/" + Samples.NUMBER;

    private static final Checkpoint CHECKPOINT =
            new Checkpoint("banshi", 42, "ab".repeat(32), "cd".repeat(32), Samples.THEN, "k", "s");

    private static final TimelineEntry ENTRY =
            new TimelineEntry(
                    3,
                    0,
                    "application.applied",
                    Text.of("申请", "Application"),
                    Samples.THEN,
                    Samples.THEN,
                    "CITIZEN",
                    "li-mei",
                    null,
                    null);

    private static final Recorded APPLIED =
            new Recorded(
                    1,
                    "application",
                    Samples.APPLICATION,
                    0,
                    Samples.THEN,
                    "application.applied",
                    new ApplicationEvent.Applied(
                            new ApplicationId(Samples.APPLICATION),
                            Samples.PERSON,
                            Samples.NUMBER,
                            new ServiceVersion(Samples.SERVICE, 1),
                            new RegionCode("440106"),
                            Channel.PC,
                            new Applicant("李梅", "440106190503120625", "13800000001", null),
                            FormData.empty(),
                            List.of(),
                            "ABCD2345"),
                    new Stamp(Samples.THEN, Actor.system("engine")),
                    Map.of());

    private static final Recorded DECIDED =
            new Recorded(
                    3,
                    "application",
                    Samples.APPLICATION,
                    0,
                    Samples.THEN,
                    "application.rule-decided",
                    new ApplicationEvent.RuleDecided(
                            new ApplicationId(Samples.APPLICATION),
                            Samples.PERSON,
                            "eligibility",
                            new ServiceVersion(Samples.SERVICE, 1),
                            LocalDate.of(2026, 9, 10),
                            "edge",
                            false,
                            FormData.empty(),
                            new FormData(Map.of("source", "民发〔2021〕57号"))),
                    new Stamp(Samples.THEN, Actor.system("engine")),
                    Map.of());

    private final MockMvc mvc;
    private final Pages pages;
    private final Answers answers;
    private final CaseMoments moments;
    private final Looks looks;
    private final EventLog log;
    private final Audits audits;

    @Autowired
    AuditPagesTest(
            MockMvc mvc,
            Answers answers,
            CaseMoments moments,
            Looks looks,
            EventLog log,
            Audits audits) {
        this.mvc = mvc;
        this.pages = new Pages(mvc);
        this.answers = answers;
        this.moments = moments;
        this.looks = looks;
        this.log = log;
        this.audits = audits;
    }

    @BeforeEach
    void a_case_that_was_approved_since() {
        answers.forget();
        answers.to(FindProgress.class, Samples.approved());
        answers.to(FindTimeline.class, new Page<>(List.of(ENTRY), null, 1));
        reset(moments, looks, log, audits);
        when(log.head()).thenReturn(42L);
        when(log.readAt(any())).thenReturn(List.of(DECIDED));
        when(log.readStreamUntil(eq(Samples.APPLICATION), anyLong())).thenReturn(List.of(APPLIED));
        when(audits.leaves(any())).thenReturn(Map.of(3L, "ef".repeat(32)));
        CaseCourse course =
                new CaseCourse(
                        Samples.APPLICATION,
                        Samples.NUMBER,
                        Samples.SERVICE,
                        1,
                        "440106",
                        List.of(3L, 5L, 9L));
        when(moments.course(eq(Samples.NUMBER), any())).thenReturn(Optional.of(course));
        when(moments.at(any(), anyLong())).thenReturn(Optional.empty());
        when(moments.at(any(), eq(3L))).thenReturn(Optional.of(moment(3, Samples.progress())));
        when(moments.at(any(), eq(9L))).thenReturn(Optional.of(moment(9, Samples.approved())));
        Samples.staff(Role.AUDITOR);
    }

    @Test
    void offers_every_event_as_a_point_in_time_and_for_proof() throws Exception {
        assertThat(pages.page(get("/audit").param("number", Samples.NUMBER)))
                .contains("action=\"" + CASE + "/as-of\"")
                .contains("href=\"" + CASE + "/as-of?position=3\"")
                .contains("href=\"" + CASE + "/evidence?position=3\"")
                .contains("href=\"" + CASE + "/evidence\"");
    }

    @Test
    void names_ground_version_and_hash_of_every_event() throws Exception {
        assertThat(pages.page(get("/audit").param("number", Samples.NUMBER)))
                .contains("民发〔2021〕57号")
                .contains("eligibility · v1")
                .contains("ef".repeat(32));
        verify(looks, times(2))
                .record("tianhe-town-1", new Look(Kind.CASE, Samples.NUMBER, null), null);
    }

    @Test
    void shows_nothing_personal_before_the_auditor_has_said_why() throws Exception {
        assertThat(pages.page(get(CASE + "/as-of").param("position", "3")))
                .doesNotContain("李梅")
                .doesNotContain("2400")
                .contains("说明查阅事由后显示")
                .contains("eligibility");

        Purpose purpose = new Purpose("SJ-2026-011", "抽查终止的案件", Samples.THEN);
        when(looks.purpose("tianhe-town-1")).thenReturn(Optional.of(purpose));
        assertThat(pages.page(get(CASE + "/as-of").param("position", "3")))
                .contains("李梅")
                .doesNotContain("440106190503120625")
                .doesNotContain("13800000001")
                .contains("1400.50")
                .contains("按 SJ-2026-011 查阅：抽查终止的案件");
        verify(looks, times(2))
                .record("tianhe-town-1", new Look(Kind.MOMENT, Samples.NUMBER, 3L), purpose);
    }

    @Test
    void goes_from_event_to_event_and_keeps_what_it_compares_with() throws Exception {
        assertThat(pages.page(get(CASE + "/as-of").param("position", "3").param("with", "9")))
                .contains("position=5&amp;with=9")
                .contains("位置 3 与位置 9 的差别")
                .contains("第 1 / 3 个事件");
        pages.moved(get(CASE + "/as-of").param("step", "2"), CASE + "/as-of?position=5");
        pages.moved(get(CASE + "/as-of").param("step", "99"), CASE + "/as-of?position=9");
        pages.moved(get(CASE + "/as-of"), CASE + "/as-of?position=9");
        pages.body(get(CASE + "/as-of").param("step", "x"), 404);
    }

    @Test
    void draws_where_the_process_was() throws Exception {
        assertThat(pages.page(get(CASE + "/as-of").param("position", "3")))
                .containsOnlyOnce("class=\"step there\"")
                .contains("class=\"token\"")
                .contains("入户调查");
    }

    @Test
    void takes_a_purpose_only_as_an_order_and_a_reason() throws Exception {
        assertThat(
                        pages.body(
                                post("/audit/purpose")
                                        .param("reference", "sj 1")
                                        .param("reason", "x")
                                        .param("back", "//evil.example"),
                                422))
                .contains("请填写合格的文号")
                .doesNotContain("evil");
        pages.moved(
                post("/audit/purpose")
                        .param("reference", "SJ-2026-011")
                        .param("reason", "抽查终止的案件")
                        .param("back", CASE + "/as-of?position=3"),
                CASE + "/as-of?position=3");
        verify(looks).state("tianhe-town-1", "SJ-2026-011", "抽查终止的案件");
    }

    @Test
    void looks_for_a_person_only_under_an_order_and_never_by_number_in_an_address()
            throws Exception {
        assertThat(pages.page(get("/audit/people"))).contains("先说明事由");
        pages.moved(
                post("/audit/people").param("identityNumber", "440106190503120625"),
                "/audit/purpose?back=/audit/people");
        pages.moved(get("/audit/people/person-1"), "/audit/purpose?back=/audit/people/person-1");

        when(looks.purpose("tianhe-town-1"))
                .thenReturn(Optional.of(new Purpose("SJ-1", "抽查案件", Samples.THEN)));
        PersonRecords nothing = new PersonRecords(List.of(), List.of(), List.of(), false);
        answers.to(FindPersonRecords.class, nothing);
        pages.moved(
                post("/audit/people").param("identityNumber", "440106190503120625"),
                "/audit/people/person-1");
        assertThat(pages.body(post("/audit/people").param("identityNumber", "1"), 422))
                .contains("没有登记过", "value=\"1\"");
        answers.to(
                FindPersonRecords.class,
                new PersonRecords(
                        List.of(
                                new PersonRecords.Case(
                                        Samples.NUMBER, Samples.SERVICE, "440106", Samples.THEN)),
                        List.of(
                                new PersonRecords.Benefit(
                                        "b", Samples.NUMBER, "living-allowance", true, 3)),
                        List.of(new PersonRecords.Certificate("c-1", "FROZEN")),
                        false));
        assertThat(pages.page(get("/audit/people/person-1")))
                .contains(Samples.NUMBER, "已停发", "已冻结")
                .containsSubsequence("id=\"benefits\"", "最低生活保障", "living-allowance");
    }

    @Test
    void finds_a_person_for_whom_somebody_else_applied_beside_what_they_asked_for_themselves()
            throws Exception {
        when(looks.purpose("tianhe-town-1"))
                .thenReturn(Optional.of(new Purpose("SJ-1", "抽查案件", Samples.THEN)));
        PersonRecords ward =
                new PersonRecords(
                        List.of(),
                        List.of(new PersonRecords.Benefit("b", "", "for-the-ward", true, 3)),
                        List.of(),
                        false);
        PersonRecords own =
                new PersonRecords(
                        List.of(),
                        List.of(new PersonRecords.Benefit("c", "", "their-own", false, 7)),
                        List.of(),
                        false);
        answers.to(
                FindPersonRecords.class,
                (FindPersonRecords asked) -> asked.person().equals(Samples.PERSON) ? own : ward);
        String both = found("440106190503120625");
        String alone = found("440106190501010001");

        assertThat(both).startsWith("/audit/people/person-1?also=holder-");
        assertThat(alone).startsWith("/audit/people/holder-").doesNotContain("?");
        assertThat(pages.page(get(both))).containsSubsequence("their-own", "for-the-ward");
        verify(looks, times(2))
                .record(
                        eq("tianhe-town-1"),
                        eq(new Look(Kind.PERSON, "person-1", null)),
                        notNull());
        verify(looks, times(2))
                .record(
                        eq("tianhe-town-1"),
                        eq(new Look(Kind.PERSON, both.substring(both.indexOf("holder-")), null)),
                        notNull());
        assertThat(pages.page(get(alone))).contains("for-the-ward").doesNotContain("their-own");

        when(looks.purpose("tianhe-town-1")).thenReturn(Optional.empty());
        assertThat(mvc.perform(get(both)).andReturn().getResponse().getRedirectedUrl())
                .startsWith("/audit/purpose?back=/audit/people/person-1%3Falso%3Dholder-");
    }

    private String found(String number) throws Exception {
        return mvc.perform(post("/audit/people").param("identityNumber", number))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    @Test
    void looks_for_acts_by_what_who_and_when() throws Exception {
        assertThat(pages.page(get("/audit/acts")))
                .contains("至少填写一项")
                .contains("<option value=\"application.suspended\">中止</option>");
        answers.to(
                FindActs.class,
                new Page<>(List.of(new Act(Samples.NUMBER, Samples.SERVICE, ENTRY)), "c2", 1_001));
        assertThat(
                        pages.page(
                                get("/audit/acts")
                                        .param("event", "application.applied")
                                        .param("to", "2026-09-14")))
                .contains("1000+", Samples.NUMBER, "cursor=c2");
        assertThat(answers.last(FindActs.class).until())
                .isEqualTo(Instant.parse("2026-09-14T16:00:00Z"));
        assertThat(pages.body(get("/audit/acts").param("from", "14.9."), 422)).contains("请填写日期");
    }

    @Test
    void tells_a_case_as_it_was_and_what_is_different_now() throws Exception {
        assertThat(pages.page(get(CASE + "/as-of").param("position", "3")))
                .contains("截至日志位置 3")
                .contains("<td>已受理</td><td>已办结（准予）</td>")
                .contains("<th scope=\"row\">结论</th><td>（无）</td><td>准予</td>")
                .contains("<th scope=\"row\">每月金额</th><td>（无）</td><td>1314.00</td>")
                .contains("正在审查您的申请。")
                .doesNotContain("<th scope=\"row\">谁在办</th>");
    }

    @Test
    void takes_an_instant_of_beijing_too() throws Exception {
        when(log.lastPositionAt(Instant.parse("2026-09-14T01:30:00Z"))).thenReturn(3L);

        assertThat(pages.page(get(CASE + "/as-of").param("at", "2026-09-14T09:30")))
                .contains("截至日志位置 3");
    }

    @Test
    void says_what_is_wrong_with_a_point_in_time() throws Exception {
        for (String[] wrong :
                new String[][] {
                    {"", ""}, {"3", "2026-09-14T09:30"}, {"x", ""}, {"43", ""}, {"0", ""}, {"", "x"}
                }) {
            assertThat(
                            pages.body(
                                    get(CASE + "/as-of")
                                            .param("position", wrong[0])
                                            .param("at", wrong[1]),
                                    422))
                    .contains("请只填写一项")
                    .contains("value=\"" + wrong[0] + "\"");
        }
        assertThat(pages.body(get(CASE + "/as-of").param("position", "2"), 422))
                .contains("那时还没有这个办件");
    }

    @Test
    void proves_the_events_of_a_case() throws Exception {
        when(audits.evidence(Samples.APPLICATION, 3L)).thenReturn(evidence());

        assertThat(pages.page(get(CASE + "/evidence").param("position", "3")))
                .contains("2 个事件（位置 3 至 1234）与写入时一致")
                .contains("位置 3 的事件在日志中的证明")
                .contains("0123")
                .contains("ab".repeat(32))
                .contains("the checkpoint as a line")
                .contains("the public key")
                .contains("最后的事件是否被移到别处")
                .contains("整个日志尚未在此核验过")
                .contains("verify --case " + Samples.NUMBER);
    }

    @Test
    void says_which_event_of_a_case_was_altered() throws Exception {
        when(audits.evidence(Samples.APPLICATION, null))
                .thenReturn(evidence(new Finding(3, 3, "what the event holds does not fit")));

        assertThat(pages.page(get(CASE + "/evidence")))
                .contains("有事件与写入时不一致")
                .contains("位置 3 至 3")
                .doesNotContain("与写入时一致，");
    }

    @Test
    void gives_a_case_away_only_under_an_order() throws Exception {
        String purpose = "/audit/purpose?back=" + CASE + "/as-of";
        pages.moved(get(CASE + "/file.pdf"), purpose);
        pages.moved(get(CASE + "/events.ndjson"), purpose);

        when(looks.purpose("tianhe-town-1"))
                .thenReturn(Optional.of(new Purpose("SJ-1", "抽查案件", Samples.THEN)));
        when(audits.evidence(Samples.APPLICATION, null)).thenReturn(evidence());
        var file = mvc.perform(get(CASE + "/file.pdf")).andReturn().getResponse();
        assertThat(file.getContentType()).isEqualTo("application/pdf");
        assertThat(file.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(file.getContentAsByteArray()).startsWith('%', 'P', 'D', 'F');
        var events = mvc.perform(get(CASE + "/events.ndjson")).andReturn().getResponse();
        assertThat(events.getContentType()).isEqualTo("application/x-ndjson");
        verify(looks)
                .record(
                        eq("tianhe-town-1"),
                        eq(new Look(Kind.EXPORT, "pdf " + Samples.NUMBER, null)),
                        any());
    }

    @Test
    void is_for_auditors_alone() throws Exception {
        for (Role role : new Role[] {Role.OFFICER, Role.SUPERVISOR, Role.OPERATOR}) {
            Samples.staff(role);
            pages.body(get(CASE + "/as-of").param("position", "3"), 403);
            pages.body(get(CASE + "/evidence"), 403);
            pages.body(get(CASE + "/file.pdf"), 403);
            pages.body(get(CASE + "/events.ndjson"), 403);
        }
        Samples.staff(Role.AUDITOR);
        answers.forget();
        when(moments.course(any(), any())).thenReturn(Optional.empty());
        pages.body(get(CASE + "/evidence"), 404);
        pages.body(get(CASE + "/as-of"), 404);
    }

    private static CaseMoment moment(long position, Progress progress) {
        boolean first = position == 3;
        return new CaseMoment(
                position,
                first ? 1 : 3,
                3,
                3,
                first ? 0 : 5,
                first ? 5 : 0,
                9,
                new CaseMoment.Happened(
                        "application.applied",
                        Text.of("申请", "Application"),
                        Samples.THEN,
                        Samples.THEN,
                        "li-mei"),
                progress,
                Samples.file(FormData.empty()),
                List.of(
                        new CaseMoment.Rule(
                                3,
                                Samples.THEN,
                                "engine",
                                "eligibility",
                                new ServiceVersion(Samples.SERVICE, 1),
                                LocalDate.of(2026, 9, 10),
                                "edge",
                                true,
                                new FormData(
                                        Map.of(
                                                "income",
                                                Map.of(
                                                        "monthly",
                                                        new BigDecimal("1400.50"),
                                                        "members",
                                                        List.of(
                                                                Map.of(
                                                                        "identityNumber",
                                                                        "440106190503120625",
                                                                        "phone",
                                                                        "13800000001"))))),
                                FormData.empty())),
                List.of(
                        new CaseMoment.Task(
                                "task-1",
                                "home-visit",
                                "town",
                                "440106001",
                                null,
                                CaseMoment.TaskState.OPEN,
                                null,
                                null,
                                Samples.THEN,
                                null)),
                List.of(new CaseMoment.Visit("home-visit", Samples.THEN, null, false)),
                new CaseMoment.Setting(
                        new ServiceVersion(Samples.SERVICE, 1), "00", Optional.empty()));
    }

    private static Optional<Audits.Evidence> evidence(Finding... findings) {
        return Optional.of(
                new Audits.Evidence(
                        new Verification(3, 1234, 2, "ab".repeat(32), List.of(findings), 0),
                        new Audits.Inclusion(3, "0123", List.of("4567"), CHECKPOINT),
                        "the checkpoint as a line",
                        "the public key"));
    }
}
