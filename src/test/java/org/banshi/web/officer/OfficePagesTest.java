package org.banshi.web.officer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.access.CaseOwners;
import org.banshi.app.staff.Concerns;
import org.banshi.app.workbench.TaskDraft;
import org.banshi.app.workbench.TaskDrafts;
import org.banshi.app.workbench.WorkView;
import org.banshi.app.workbench.WorkViews;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.officers.Concern;
import org.banshi.command.contract.text.Text;
import org.banshi.process.task.TaskCompletion;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.casefile.FindCaseFile;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.worklist.FindWorkItem;
import org.banshi.query.contract.worklist.FindWorkItems;
import org.banshi.query.contract.worklist.FindWorkListMark;
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

/** The workbench, and the pages of supervisor and auditor. */
@WebSliceTest
class OfficePagesTest {

    private final Pages pages;
    private final Answers answers;
    private final CommandGateway commands;
    private final MockMvc mvc;
    private final WorkViews views;
    private final TaskDrafts drafts;
    private final CaseOwners owners;
    private final TaskCompletion completion;
    private final Concerns concerns;

    @Autowired
    OfficePagesTest(
            MockMvc mvc,
            Answers answers,
            CommandGateway commands,
            WorkViews views,
            TaskDrafts drafts,
            CaseOwners owners,
            TaskCompletion completion,
            Concerns concerns) {
        this.mvc = mvc;
        this.concerns = concerns;
        this.views = views;
        this.drafts = drafts;
        this.owners = owners;
        this.completion = completion;
        this.pages = new Pages(mvc);
        this.commands = commands;
        this.answers = answers;
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
    void lays_the_work_list_and_a_task_before_an_officer() throws Exception {
        Samples.staff(Role.OFFICER);
        answers.to(FindWorkItems.class, new Page<>(List.of(Samples.task("open", null)), null, 1));

        assertThat(pages.page(get("/work").param("view", "available")))
                .contains("入户调查")
                .contains("超期")
                .contains("id=\"unanswered\"")
                .contains("李*")
                .contains("快捷键")
                .doesNotContain("data-following");
        assertThat(pages.page(get("/work").param("done", "completed")))
                .contains("data-following href=\"/work/tasks/task-1\"")
                .contains("下一件：入户调查 · 李*");
        assertThat(pages.page(get("/work/tasks/task-1").param("outcome", "visited")))
                .contains("name=\"/evaluatedIncome\"")
                .contains("户口簿")
                .contains("<span class=\"hint\">PDF</span>")
                .contains("按家庭申请")
                .contains("低保边缘家庭，没有每月现金")
                .contains("440***********0625")
                .doesNotContain("440106190503120625\"");
    }

    @Test
    void lets_a_supervisor_choose_among_the_officers_of_the_task() throws Exception {
        Samples.staff(Role.SUPERVISOR);

        assertThat(pages.page(get("/work/tasks/task-1")))
                .contains("<option value=\"tianhe-town-2\">经办员乙 · tianhe-town-2</option>")
                .contains("<option value=\"tianhe-town-1\" disabled=\"disabled\">");
        assertThat(
                        pages.body(
                                post("/work/tasks/task-1/assignment")
                                        .param("assignee", "yuexiu-town-1"),
                                422))
                .contains("此人不能办理该任务")
                .contains("<option value=\"tianhe-town-2\">");
        pages.moved(
                post("/work/tasks/task-1/assignment").param("assignee", "tianhe-town-2"),
                "/work/tasks/task-1?done=assigned&assigned=4");
        String undo = "name=\"task\" value=\"task-1~3~tianhe-town-1\"";
        String assigned = "/work/tasks/task-1?assigned=3";
        assertThat(pages.page(get(assigned))).doesNotContain(undo);
        assertThat(pages.page(get(assigned + "&done=assigned"))).contains(undo, "撤销指派");
        assertThat(pages.page(get("/work/tasks/task-1?assigned=2&done=assigned")))
                .as("somebody touched it since")
                .doesNotContain("撤销指派");
        Samples.staff(Role.OFFICER);
        assertThat(pages.page(get(assigned + "&done=assigned"))).doesNotContain(undo);
        assertThat(pages.page(get("/work/tasks/task-1"))).doesNotContain("name=\"assignee\"");
    }

    @Test
    void puts_kept_filters_and_chosen_columns_before_an_officer() throws Exception {
        Samples.staff(Role.OFFICER);
        answers.to(FindWorkItems.class, new Page<>(List.of(Samples.task("open", null)), null, 1));
        answers.to(FindWorkListMark.class, "mark-1");
        when(views.columns(any())).thenReturn(List.of("office", "opened"));
        WorkView kept =
                new WorkView(
                        "00000000-0000-0000-0000-00000000000a",
                        "tianhe-supervisor",
                        "快超期的低保",
                        Map.of("view", "available", "due", "soon"),
                        "440106");
        when(views.of(any())).thenReturn(List.of(kept));
        when(views.find(any(), any())).thenReturn(Optional.of(kept));

        String page = pages.page(get("/work").param("saved", kept.id()));

        assertThat(page)
                .contains("快超期的低保</span><span class=\"hint\">共享")
                .contains("天河区街道公共服务中心")
                .contains("href=\"/work?view=available&amp;due=soon&amp;sort=opened\"")
                .contains("name=\"due\" value=\"soon\"")
                .containsSubsequence("<th scope=\"col\">单位", "到达时间")
                .doesNotContain("<td>李*</td>");
        assertThat(answers.last(FindWorkItems.class).due()).isEqualTo("soon");
        assertThat(answers.last(FindWorkItems.class).view()).isEqualTo("available");
        Matcher renewal = Pattern.compile("data-renew=\"([^\"]+)\"").matcher(page);
        assertThat(renewal.find()).isTrue();
        String same = renewal.group(1).replace("&amp;", "&");
        assertThat(mvc.perform(get(same)).andReturn().getResponse().getStatus()).isEqualTo(204);
        assertThat(answers.last(FindWorkListMark.class).list())
                .as("the same list")
                .isEqualTo(answers.last(FindWorkItems.class));
        answers.to(FindWorkListMark.class, "mark-2");
        assertThat(mvc.perform(get(same)).andReturn().getResponse().getStatus()).isEqualTo(205);
        when(views.find(any(), any())).thenReturn(Optional.empty());
        pages.body(get("/work").param("saved", "none"), 404);
        assertThat(pages.body(post("/work/views").param("name", " "), 422)).contains("请填写名称");
        String endless = "x".repeat(101);
        assertThat(pages.body(post("/work/views").param("name", "a").param("step", endless), 422))
                .contains("筛选条件过长");
        pages.moved(
                post("/work/columns").param("due", "soon").param("column", "due", "invented"),
                "/work?view=all&due=soon&sort=due");
        verify(views).choose("tianhe-town-1", List.of("due"));
        pages.moved(
                post("/work/columns").param("column", "who", "due", "office").param("up", "due"),
                "/work?view=all&sort=due&arranging=due");
        verify(views).choose("tianhe-town-1", List.of("due", "who", "office"));
        assertThat(pages.page(get("/work").param("arranging", "office")))
                .contains("<details open=\"open\">", "单位：往后一列");
        reset(views);
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

    @Test
    void writes_a_comment_down_for_colleagues_once_and_goes_back_to_where_it_came_from()
            throws Exception {
        reset(commands);
        Samples.staff(Role.OFFICER);
        String address = "/work/cases/" + Samples.NUMBER;

        assertThat(pages.page(get(address))).contains("申请人看不到").contains("name=\"comment\"");
        pages.moved(post(address + "/comments").param("comment", " "), address + "#comments");
        verifyNoInteractions(commands);
        pages.moved(
                post(address + "/comments")
                        .param("comment", "电话核实过住址。")
                        .param("task", "task-1")
                        .param("key", "00000000-0000-0000-0000-000000000009"),
                "/work/tasks/task-1#comments");
        when(owners.of(any())).thenReturn(Map.of(Samples.NUMBER, "person-1"));
        assertThat(pages.page(get("/work/tasks/task-1").param("outcome", "visited")))
                .contains("<form id=\"fill\"", "required form=\"fill\"");
        pages.moved(
                post(address + "/comments")
                        .param("task", "task-1")
                        .param("outcome", "visited")
                        .param("/evaluatedIncome", "812.50"),
                "/work/tasks/task-1?outcome=visited#comments");
        verify(drafts).keep(eq("task-1"), eq("tianhe-town-1"), any(), any());
        reset(drafts, owners);
        ArgumentCaptor<Object> sent = ArgumentCaptor.forClass(Object.class);
        verify(commands).sendAndWait(sent.capture());
        assertThat(((CommandMessage<?>) sent.getValue()).getMetaData().toString())
                .contains("00000000-0000-0000-0000-000000000009");
        Samples.staff(Role.SUPERVISOR);
        assertThat(pages.page(get(address))).contains("内部备注");
        pages.body(post(address + "/comments").param("comment", "x"), 403);
    }

    @Test
    void ends_a_case_only_with_a_reason_and_when_the_officer_is_sure() throws Exception {
        reset(commands);
        Samples.staff(Role.OFFICER);
        String address = "/work/cases/" + Samples.NUMBER;

        assertThat(pages.page(get(address).param("act", "termination")))
                .contains("不能恢复")
                .contains("name=\"reason\"");
        assertThat(pages.body(post(address + "/termination").param("reason", " "), 422))
                .contains("请写明理由")
                .as("the language is switched on the page of the form")
                .contains("href=\"" + address + "?lang=en\"");
        pages.moved(get(address + "/termination"), address);
        assertThat(
                        pages.body(
                                post(address + "/termination")
                                        .param("reason", "拒绝配合")
                                        .param("version", "7"),
                                200))
                .contains("确定终止此件的审核吗")
                .contains("<dd class=\"words\">拒绝配合</dd>");
        verifyNoInteractions(commands);

        pages.moved(
                post(address + "/termination")
                        .param("reason", "拒绝配合")
                        .param("version", "7")
                        .param("key", "00000000-0000-0000-0000-000000000001")
                        .param("sure", "true"),
                address + "?done=termination");

        verify(commands).sendAndWait(any());
        assertThat(pages.page(get(address).param("done", "termination"))).contains("已终止");
        assertThat(pages.page(get(address).param("act", "suspension"))).contains("期限停止计算");
        assertThat(pages.page(get(address).param("act", "protection"))).contains("当面交给本人");
        assertThat(pages.page(get(address).param("act", "protection-end"))).doesNotContain("解除后");
        pages.moved(
                post(address + "/protection").param("reason", "家庭暴力").param("sure", "true"),
                address + "?done=protection");
    }

    @Test
    void records_the_service_of_a_document_with_day_way_and_proof() throws Exception {
        reset(commands);
        Samples.staff(Role.OFFICER);
        String address = "/work/cases/" + Samples.NUMBER;
        String service = address + "/deliveries/delivery-1";

        assertThat(pages.page(get(address)))
                .contains("min=\"2026-09-11\" max=\"2026-09-14\"")
                .containsPattern("name=\"key\" value=\"[0-9a-f-]{36}\"");
        assertThat(pages.body(post(service).param("day", "2026-09-12").param("way", "post"), 422))
                .contains("请填写送达日期、方式和凭证")
                .contains("value=\"2026-09-12\"")
                .contains("<option value=\"post\" selected=\"selected\">");
        verifyNoInteractions(commands);

        pages.moved(
                post(service)
                        .param("day", "2026-09-12")
                        .param("way", "post")
                        .param("proof", "RR123456789CN")
                        .param("key", "00000000-0000-0000-0000-000000000002"),
                address + "?done=delivery");
        ArgumentCaptor<Object> sent = ArgumentCaptor.forClass(Object.class);
        verify(commands).sendAndWait(sent.capture());
        assertThat(((CommandMessage<?>) sent.getValue()).getMetaData().toString())
                .as("the same form sent twice is one request")
                .contains("00000000-0000-0000-0000-000000000002");
    }

    @Test
    void offers_a_supervisor_to_look_at_a_case_and_no_more() throws Exception {
        Samples.staff(Role.SUPERVISOR);
        String address = "/work/cases/" + Samples.NUMBER;

        assertThat(pages.page(get(address).param("act", "termination")))
                .contains("李梅")
                .doesNotContain("name=\"reason\"");
        assertThat(pages.body(post(address + "/termination").param("reason", "x"), 403))
                .contains("没有办理此事的权限");
    }

    @Test
    void shows_the_pages_of_supervisor_and_auditor() throws Exception {
        Samples.staff(Role.SUPERVISOR);
        assertThat(pages.page(get("/ops/incidents"))).contains("没有故障");
        Samples.staff(Role.AUDITOR);
        pages.page(get("/audit"));
        assertThat(pages.page(get("/audit").param("number", Samples.NUMBER))).contains("没有找到");
    }

    @Test
    void tells_on_a_page_that_there_is_nothing_here() throws Exception {
        assertThat(pages.body(get("/nothing-here"), 404)).contains("没有找到").contains("回到首页");
        Samples.citizen();
        assertThat(pages.body(get("/work"), 403)).contains("没有办理此事的权限");
        answers.forget();
        assertThat(pages.body(get("/cases/" + Samples.NUMBER), 404)).contains("没有找到该办件");
    }
}
