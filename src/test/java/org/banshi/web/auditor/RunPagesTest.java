package org.banshi.web.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.banshi.app.audit.Audits;
import org.banshi.app.audit.LogCheck;
import org.banshi.app.audit.ShadowCompare;
import org.banshi.app.audit.look.Looks;
import org.banshi.app.audit.run.AuditRun;
import org.banshi.app.audit.run.AuditRun.Kind;
import org.banshi.app.audit.run.AuditRun.State;
import org.banshi.app.audit.run.AuditRuns;
import org.banshi.app.operation.Rebuilds;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.audit.FindSuspicions;
import org.banshi.query.contract.audit.Suspicion;
import org.banshi.query.contract.audit.Suspicions;
import org.banshi.web.Answers;
import org.banshi.web.Pages;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** An auditor's long work: what is refused, how it stands, what came of it. */
@WebSliceTest
class RunPagesTest {

    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000007");
    private static final UUID FIRST = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private final MockMvc mvc;
    private final Pages pages;
    private final Answers answers;
    private final AuditRuns runs;
    private final LogCheck check;
    private final ShadowCompare compare;
    private final Rebuilds rebuilds;
    private final Audits audits;
    private final Looks looks;

    @Autowired
    RunPagesTest(
            MockMvc mvc,
            Answers answers,
            AuditRuns runs,
            LogCheck check,
            ShadowCompare compare,
            Rebuilds rebuilds,
            Audits audits,
            Looks looks) {
        this.mvc = mvc;
        this.pages = new Pages(mvc);
        this.answers = answers;
        this.runs = runs;
        this.check = check;
        this.compare = compare;
        this.rebuilds = rebuilds;
        this.audits = audits;
        this.looks = looks;
    }

    @BeforeEach
    void nothing_runs() {
        answers.forget();
        when(runs.newest(any(), anyInt())).thenReturn(List.of());
        when(runs.start(any(), any(), anyString(), any())).thenReturn(ID);
        when(rebuilds.names()).thenReturn(List.of("progress", "timeline"));
        Samples.staff(Role.AUDITOR);
    }

    private void stands(
            Kind kind, State state, Map<String, String> asked, @Nullable String result) {
        when(runs.find(ID)).thenReturn(Optional.of(run(ID, kind, state, asked, result)));
    }

    private static AuditRun run(
            UUID id, Kind kind, State state, Map<String, String> asked, @Nullable String result) {
        return new AuditRun(
                id,
                kind,
                "auditor",
                "SJ-1",
                asked,
                state,
                30,
                120,
                result,
                Samples.THEN,
                state == State.RUNNING ? null : Samples.THEN);
    }

    @Test
    void tells_how_far_work_is_and_cancels_it() throws Exception {
        stands(Kind.VERIFY, State.RUNNING, Map.of(), null);

        assertThat(pages.page(get("/audit/runs/" + ID)))
                .contains("已到 30 / 120", "value=\"25\"", "hx-trigger=\"every 1s\"");
        pages.moved(post("/audit/runs/" + ID + "/cancel"), "/audit/runs/" + ID);
        verify(runs).cancel(ID);
    }

    @Test
    void tells_each_end_that_work_can_come_to() throws Exception {
        for (State state : State.values()) {
            stands(Kind.COMPARE, state, Map.of("view", "progress"), null);
            assertThat(pages.page(get("/audit/runs/" + ID))).contains("progress");
        }
        pages.body(get("/audit/runs/x"), 404);
        pages.body(get("/audit/runs/" + FIRST), 404);
    }

    @Test
    void tells_what_was_tampered_with_and_what_the_key_did_not_sign() throws Exception {
        String found =
                """
                {"found":{"from":1,"to":9,"events":9,"root":"ab","findings":
                  [{"from":3,"to":4,"what":"gone"}],"more":2},"held":1,"forged":1}""";
        stands(Kind.VERIFY, State.DONE, Map.of(), found);

        assertThat(pages.page(get("/audit/runs/" + ID)))
                .contains("位置 3 至 4", "另有 2 处", "1 个检查点的签名与公钥不符")
                .doesNotContain("与写入时一致；");
    }

    @Test
    void tells_whether_a_repeated_draw_gives_the_same() throws Exception {
        String sample =
                """
                {"population":9,"digest":"ab","drawn":
                  [{"number":"N-1","position":3,"hash":"00ff"}]}""";
        when(runs.find(FIRST))
                .thenReturn(Optional.of(run(FIRST, Kind.SAMPLE, State.DONE, Map.of(), sample)));
        stands(Kind.SAMPLE, State.DONE, Map.of("again", FIRST.toString()), sample);
        assertThat(pages.page(get("/audit/runs/" + ID)))
                .contains("从 9 个办件中抽出 1 个", "N-1", "与上次完全相同");

        stands(
                Kind.SAMPLE,
                State.DONE,
                Map.of("again", FIRST.toString()),
                sample.replace("00ff", "01ff"));
        assertThat(pages.page(get("/audit/runs/" + ID))).contains("与上次不同");
        pages.moved(post("/audit/runs/" + ID + "/again"), "/audit/runs/" + ID);
    }

    @Test
    void lists_decisions_that_come_out_otherwise_without_values() throws Exception {
        stands(
                Kind.RECOMPUTE,
                State.DONE,
                Map.of("from", "2026-09-01"),
                """
                {"decisions":9,"same":6,"erased":1,"gone":0,"different":2,"differences":
                  [{"number":"N-1","position":3,"decision":"amount","version":2,
                    "recorded":"grant","anew":"","fields":["monthlyAmount"]}]}""");

        assertThat(pages.page(get("/audit/runs/" + ID)))
                .contains("9 个判定中有 2 个不同", "amount · v2", "每月金额（元）", "只列出前 1 处")
                .contains("1 个（本人的数据已经删除）");
    }

    @Test
    void begins_only_what_makes_sense_and_one_of_a_kind_at_a_time() throws Exception {
        when(check.wrong(any())).thenReturn(Optional.of("from"));
        assertThat(pages.body(post("/audit/log").param("from", "x"), 422)).contains("起止位置须为");
        assertThat(
                        pages.body(
                                post("/audit/samples")
                                        .param("size", "0")
                                        .param("unit", "cases")
                                        .param("seed", "agreed-seed")
                                        .param("event", "application.accepted"),
                                422))
                .as("nothing is typed a second time")
                .contains("请检查日期", "value=\"agreed-seed\"")
                .contains("<option value=\"cases\" selected=\"selected\">")
                .contains("<option value=\"application.accepted\" selected=\"selected\">");
        assertThat(
                        pages.body(
                                post("/audit/recomputations")
                                        .param("from", "x")
                                        .param("to", "2026-09-30"),
                                422))
                .contains("请填写起止日期", "value=\"2026-09-30\"");
        assertThat(pages.body(post("/audit/read-models").param("view", "x"), 422))
                .contains("没有这个读模型");
        verify(runs, never()).start(any(), any(), anyString(), any());

        when(check.wrong(any())).thenReturn(Optional.empty());
        Text text = Text.of("忙", "busy");
        when(runs.start(any(), any(), anyString(), any()))
                .thenThrow(new RefusedException(Refusal.of("busy", text, text)));
        assertThat(pages.body(post("/audit/log"), 409)).contains("同类的工作正在进行");
        when(compare.busy("progress")).thenReturn(true);
        assertThat(pages.body(post("/audit/read-models").param("view", "progress"), 409))
                .contains("正在重建");
    }

    @Test
    void draws_by_a_seed_that_is_recorded_with_the_question() throws Exception {
        pages.moved(
                post("/audit/samples")
                        .param("event", "application.concluded")
                        .param("from", "2026-09-01")
                        .param("to", "2026-09-30")
                        .param("size", "30")
                        .param("unit", "percent")
                        .param("region", "440106")
                        .param("seed", "agreed"),
                "/audit/runs/" + ID);
        verify(runs)
                .start(
                        eq(Kind.SAMPLE),
                        eq(
                                Map.of(
                                        "event", "application.concluded",
                                        "from", "2026-09-01",
                                        "to", "2026-09-30",
                                        "percent", "30",
                                        "region", "440106",
                                        "seed", "agreed",
                                        "until", "42")),
                        eq("tianhe-town-1"),
                        eq(null));
    }

    @Test
    void shows_findings_of_checks_and_gives_them_as_a_file() throws Exception {
        assertThat(pages.page(get("/audit/checks"))).contains("死亡后仍发放");
        assertThat(pages.page(get("/audit/checks/one-hand"))).contains("没有发现");
        answers.to(
                FindSuspicions.class,
                new Suspicions(
                        List.of(
                                new Suspicion(
                                        "person-1",
                                        List.of("N-1", "N-2"),
                                        2,
                                        List.of("living-allowance", "=1+1"))),
                        "person-8"));
        assertThat(pages.page(get("/audit/checks/excluded-together").param("after", "person-0")))
                .contains("/audit/people/person-1", "N-2", "living-allowance")
                .contains("/audit/checks/excluded-together?after=person-8")
                .contains("/list.csv?after=person-0");
        assertThat(answers.last(FindSuspicions.class).cursor()).isEqualTo("person-0");
        pages.body(get("/audit/checks/none"), 404);

        var file = mvc.perform(get("/audit/checks/excluded-together/list.csv")).andReturn();
        assertThat(file.getResponse().getContentType()).startsWith("text/csv");
        assertThat(file.getResponse().getContentAsString())
                .contains("person-1,2,N-1 N-2,\"living-allowance; =1+1\"");
    }

    @Test
    void is_for_auditors_alone() throws Exception {
        for (Role role : new Role[] {Role.OFFICER, Role.SUPERVISOR, Role.OPERATOR}) {
            Samples.staff(role);
            pages.body(get("/audit/log"), 403);
            pages.body(post("/audit/log"), 403);
            pages.body(get("/audit/checks/one-hand"), 403);
            pages.body(post("/audit/samples"), 403);
            pages.body(get("/audit/runs/" + ID), 403);
        }
    }
}
