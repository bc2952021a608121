package org.banshi.web.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.banshi.app.audit.Audits;
import org.banshi.app.casefile.PastCase;
import org.banshi.app.casefile.PastCases;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.tree.Checkpoint;
import org.banshi.eventstore.tree.Finding;
import org.banshi.eventstore.tree.Verification;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.progress.FindProgress;
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

    private final Pages pages;
    private final Answers answers;
    private final PastCases cases;
    private final EventLog log;
    private final Audits audits;

    @Autowired
    AuditPagesTest(MockMvc mvc, Answers answers, PastCases cases, EventLog log, Audits audits) {
        this.pages = new Pages(mvc);
        this.answers = answers;
        this.cases = cases;
        this.log = log;
        this.audits = audits;
    }

    @BeforeEach
    void a_case_that_was_approved_since() {
        answers.forget();
        answers.to(FindProgress.class, Samples.approved());
        answers.to(FindTimeline.class, new Page<>(List.of(ENTRY), null, 1));
        reset(cases, log, audits);
        when(log.head()).thenReturn(42L);
        when(cases.find(anyString(), any(), anyLong(), any(), anyInt()))
                .thenReturn(Optional.empty());
        when(cases.find(eq(Samples.NUMBER), any(), eq(3L), any(), anyInt()))
                .thenReturn(Optional.of(new PastCase(3, Samples.progress(), List.of(ENTRY), null)));
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
    void is_for_auditors_alone() throws Exception {
        for (Role role : new Role[] {Role.OFFICER, Role.SUPERVISOR, Role.OPERATOR}) {
            Samples.staff(role);
            pages.body(get(CASE + "/as-of").param("position", "3"), 403);
            pages.body(get(CASE + "/evidence"), 403);
        }
        Samples.staff(Role.AUDITOR);
        answers.forget();
        pages.body(get(CASE + "/evidence"), 404);
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
