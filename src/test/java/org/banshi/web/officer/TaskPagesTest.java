package org.banshi.web.officer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.access.CaseOwners;
import org.banshi.app.staff.Concerns;
import org.banshi.app.workbench.TaskDraft;
import org.banshi.app.workbench.TaskDrafts;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.officers.Concern;
import org.banshi.command.contract.text.Text;
import org.banshi.process.task.TaskCompletion;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.casefile.FindCaseFile;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.worklist.FindWorkItem;
import org.banshi.web.Answers;
import org.banshi.web.Pages;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.banshi.web.form.Household;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What officers fill in for a task: the notice of what is missing, drafts, the declaration. */
@WebSliceTest
class TaskPagesTest {

    private final Pages pages;
    private final Answers answers;
    private final CommandGateway commands;
    private final MockMvc mvc;
    private final TaskDrafts drafts;
    private final CaseOwners owners;
    private final TaskCompletion completion;
    private final Concerns concerns;

    @Autowired
    TaskPagesTest(
            Answers answers,
            CommandGateway commands,
            MockMvc mvc,
            TaskDrafts drafts,
            CaseOwners owners,
            TaskCompletion completion,
            Concerns concerns) {
        this.pages = new Pages(mvc);
        this.answers = answers;
        this.commands = commands;
        this.mvc = mvc;
        this.drafts = drafts;
        this.owners = owners;
        this.completion = completion;
        this.concerns = concerns;
    }

    @BeforeEach
    void set_the_stage() {
        answers.forget();
        answers.to(FindProgress.class, Samples.progress());
        answers.to(FindWorkItem.class, Samples.task("claimed", "tianhe-town-1"));
        answers.to(FindCaseFile.class, Samples.file(Household.data()));
        Samples.nobody();
    }

    @Test
    void composes_the_one_notice_of_what_is_missing() throws Exception {
        Samples.staff(Role.OFFICER);
        answers.to(
                FindWorkItem.class,
                Samples.task(
                        "review-papers", Text.of("审查材料", "Papers"), "claimed", "tianhe-town-1"));
        when(owners.of(any())).thenReturn(Map.of(Samples.NUMBER, "person-1"));
        var filled =
                post("/work/tasks/task-1/completion")
                        .param("outcome", "supplement")
                        .param("/items", "identity-card", "members")
                        .param("why:identity-card", "缺李雷的背面")
                        .param("why:members", "请补写李雷的工作单位。")
                        .param("why:authority", "没有勾选")
                        .param("/reason", "可以在手机上拍照上传。");

        assertThat(pages.page(filled.param("act", "preview")))
                .contains("必交，未交")
                .contains("依法只能告知一次")
                .contains("缺李雷的背面")
                .doesNotContain("字，请精简");
        assertThat(
                        pages.page(
                                post("/work/tasks/task-1/completion")
                                        .param("outcome", "supplement")
                                        .param("/items", "identity-card")
                                        .param("why:identity-card", "😀".repeat(201))
                                        .param("/reason", "多".repeat(990))
                                        .param("act", "preview")))
                .as("shortened between characters")
                .contains("value=\"" + "😀".repeat(200) + "\"")
                .as("1. 身份证： … 。 and a new line beside it")
                .contains("通知书的说明超出 199 字");
        pages.moved(
                post("/work/tasks/task-1/completion")
                        .param("outcome", "supplement")
                        .param("act", "complete")
                        .param("/items", "identity-card", "members")
                        .param("why:identity-card", "缺李雷的背面")
                        .param("why:members", "请补写李雷的工作单位。")
                        .param("why:authority", "没有勾选")
                        .param("/reason", "可以在手机上拍照上传。"),
                "/work?done=completed");
        ArgumentCaptor<FormData> sent = ArgumentCaptor.forClass(FormData.class);
        verify(completion).complete(any(), any(), sent.capture(), any(), any(), any());
        assertThat(sent.getValue().values())
                .containsOnlyKeys("items", "reason")
                .containsEntry("reason", "1. 身份证：缺李雷的背面。\n2. 家庭成员信息（表格）：请补写李雷的工作单位。\n可以在手机上拍照上传。");
        verify(drafts).dropAll("task-1");
        reset(completion, drafts, owners);
    }

    @Test
    void keeps_what_an_officer_typed_and_tells_who_else_is_at_it() throws Exception {
        Samples.staff(Role.OFFICER);
        when(owners.of(any())).thenReturn(Map.of(Samples.NUMBER, "person-1"));
        when(drafts.of("task-1", "tianhe-town-1"))
                .thenReturn(
                        List.of(
                                new TaskDraft(
                                        "visited",
                                        new FormData(Map.of("evaluatedIncome", "812.50")),
                                        Samples.THEN)));
        when(drafts.others("task-1", "tianhe-town-1"))
                .thenReturn(List.of(new TaskDraft.Other("tianhe-town-2", Samples.THEN)));

        assertThat(pages.page(get("/work/tasks/task-1")))
                .contains("已恢复您在 2026年9月10日 10:30 保存的草稿")
                .contains("value=\"812.50\"")
                .contains("tianhe-town-2 在 2026年9月10日 10:30 也填写过此任务");
        var typed =
                post("/work/tasks/task-1/draft")
                        .header("HX-Request", "true")
                        .param("outcome", "visited")
                        .param("/evaluatedIncome", "900");
        assertThat(mvc.perform(typed).andReturn().getResponse().getContentAsString(UTF_8))
                .contains("草稿已于");
        verify(drafts).keep(eq("task-1"), eq("tianhe-town-1"), eq(Samples.PERSON), any());
        pages.moved(
                post("/work/tasks/task-1/draft")
                        .param("outcome", "visited")
                        .param("/evaluatedIncome", "900"),
                "/work/tasks/task-1?outcome=visited&done=draft");
        answers.to(FindWorkItem.class, Samples.task("claimed", "tianhe-town-2"));
        assertThat(mvc.perform(typed).andReturn().getResponse().getContentAsString(UTF_8))
                .contains("此任务已不由您办理");
        pages.moved(
                post("/work/tasks/task-1/completion")
                        .param("outcome", "visited")
                        .param("act", "keep")
                        .param("/evaluatedIncome", "901"),
                "/work/tasks/task-1?outcome=visited");
        verify(drafts, times(2)).keep(any(), any(), any(), any());
        assertThat(pages.page(get("/work/tasks/task-1")))
                .contains("此任务正由 tianhe-town-2 办理")
                .doesNotContain("812.50");
        reset(drafts, owners);
    }

    /** Where a step demands it, it is asked before anything is filled in. */
    @Test
    void asks_for_the_declaration_above_the_form_that_demands_it() throws Exception {
        reset(commands);
        Samples.staff(Role.OFFICER);
        answers.to(
                FindWorkItem.class,
                Samples.task(
                        "confirm-town",
                        Text.of("审核确认（受委托）", "Decide (delegated)"),
                        "claimed",
                        "tianhe-town-1"));
        String address = "/work/cases/" + Samples.NUMBER + "/concern";

        assertThat(pages.page(get("/work/tasks/task-1").param("outcome", "approve")))
                .containsSubsequence("须声明与本件无利害关系", "form=\"fill\"", "<form id=\"fill\"")
                .containsOnlyOnce("id=\"concern-head\"");
        when(owners.of(any())).thenReturn(Map.of(Samples.NUMBER, "person-1"));
        pages.moved(
                post(address)
                        .param("task", "task-1")
                        .param("concern", "NONE")
                        .param("outcome", "approve")
                        .param("/opinion", "同意。"),
                "/work/tasks/task-1?outcome=approve&done=declared");
        verify(drafts).keep(eq("task-1"), eq("tianhe-town-1"), any(), any());
        assertThat(pages.page(get("/work/tasks/task-1").param("done", "declared")))
                .contains("已声明，可以继续办理");
        pages.moved(
                post(address)
                        .param("task", "task-1")
                        .param("concern", "KIN")
                        .param("outcome", "approve"),
                "/work/cases/" + Samples.NUMBER + "#concern-head");
        verify(drafts).keep(any(), any(), any(), any());
        when(concerns.declared(Samples.APPLICATION, "tianhe-town-1")).thenReturn(Concern.NONE);
        assertThat(pages.page(get("/work/tasks/task-1").param("outcome", "approve")))
                .as("once declared, the form comes first")
                .containsSubsequence("<form id=\"fill\"", "您已声明：与本件无利害关系")
                .containsOnlyOnce("id=\"concern-head\"");
        reset(drafts, owners, concerns);
    }
}
