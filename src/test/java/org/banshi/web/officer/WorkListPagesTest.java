package org.banshi.web.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.banshi.app.workbench.WorkView;
import org.banshi.app.workbench.WorkViews;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The list of an officer's tasks: filters, columns, and who does what. */
@WebSliceTest
class WorkListPagesTest {

    private final Pages pages;
    private final Answers answers;
    private final MockMvc mvc;
    private final WorkViews views;

    @Autowired
    WorkListPagesTest(Answers answers, MockMvc mvc, WorkViews views) {
        this.pages = new Pages(mvc);
        this.answers = answers;
        this.mvc = mvc;
        this.views = views;
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
}
