package org.banshi.web.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.app.audit.Audits;
import org.banshi.app.audit.look.Look;
import org.banshi.app.audit.look.Look.Kind;
import org.banshi.app.audit.look.Looks;
import org.banshi.app.audit.look.Purpose;
import org.banshi.app.casefile.CaseMoments;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.tree.Finding;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.audit.CaseCourse;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.timeline.FindTimeline;
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
        answers.to(FindTimeline.class, new Page<>(List.of(AuditSamples.ENTRY), null, 1));
        when(log.head()).thenReturn(42L);
        when(log.readAt(any())).thenReturn(List.of(AuditSamples.DECIDED));
        when(log.readStreamUntil(eq(Samples.APPLICATION), anyLong()))
                .thenReturn(List.of(AuditSamples.APPLIED));
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
        when(moments.at(any(), eq(3L)))
                .thenReturn(Optional.of(AuditSamples.moment(3, Samples.progress())));
        when(moments.at(any(), eq(9L)))
                .thenReturn(Optional.of(AuditSamples.moment(9, Samples.approved())));
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
        when(audits.evidence(Samples.APPLICATION, 3L)).thenReturn(AuditSamples.evidence());

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
                .thenReturn(
                        AuditSamples.evidence(
                                new Finding(3, 3, "what the event holds does not fit")));

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
        when(audits.evidence(Samples.APPLICATION, null)).thenReturn(AuditSamples.evidence());
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
}
