package org.banshi.web.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.text.Text;
import org.banshi.command.contract.workitem.WorkItemCommand;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.caseload.Board;
import org.banshi.query.contract.caseload.DueCase;
import org.banshi.query.contract.caseload.FindBoard;
import org.banshi.query.contract.caseload.FindDueCases;
import org.banshi.query.contract.caseload.FindStatistics;
import org.banshi.query.contract.caseload.Statistics;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.worklist.FindWorkItem;
import org.banshi.query.contract.worklist.FindWorkItems;
import org.banshi.web.Answers;
import org.banshi.web.Pages;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@WebSliceTest
class SupervisorPagesTest {

    private static final Statistics.Line LINE =
            new Statistics.Line(
                    Samples.SERVICE,
                    9L,
                    3L,
                    Map.of("approved", 4L, "rejected", 2L),
                    4,
                    1,
                    1,
                    12,
                    31);
    private static final Statistics.Line NOTHING =
            new Statistics.Line("", 0L, 0L, Map.of(), 0, 0, 0, null, null);

    private final MockMvc mvc;
    private final Pages pages;
    private final Answers answers;
    private final CommandGateway commands;
    private final List<Object> sent = new ArrayList<>();

    @Autowired
    SupervisorPagesTest(MockMvc mvc, Answers answers, CommandGateway commands) {
        this.commands = commands;
        this.mvc = mvc;
        this.pages = new Pages(mvc);
        this.answers = answers;
    }

    @BeforeEach
    void set_the_stage() {
        answers.forget();
        Samples.staff(Role.SUPERVISOR);
    }

    @Test
    void shows_figures_of_the_own_region_over_the_last_year() throws Exception {
        answers.to(FindStatistics.class, new Statistics(List.of(LINE), LINE));

        assertThat(pages.page(get("/work/statistics")))
                .contains("最低生活保障</span>")
                .contains("aria-label=\"按期 4 件，超期 1 件，无期限 1 件\"")
                .contains("width=\"66.67\"")
                .contains(">80<");
        FindStatistics asked = answers.last(FindStatistics.class);
        assertThat(asked.region()).isEqualTo("440106");
        assertThat(asked.from()).hasToString("2025-10");
        assertThat(asked.until()).hasToString("2026-09");
    }

    @Test
    void says_so_when_there_is_nothing_to_count() throws Exception {
        answers.to(FindStatistics.class, new Statistics(List.of(), NOTHING));
        answers.to(
                FindBoard.class,
                new Board(
                        new Board.OfficeLoad(null, 0, 0, 0, 0, 0, 0),
                        List.of(),
                        List.of(),
                        true,
                        0));

        assertThat(pages.page(get("/work/statistics"))).contains("没有收件").doesNotContain("<table");
        assertThat(pages.page(get("/work/board"))).contains("没有在办的任务").doesNotContain("<table");
        assertThat(pages.page(get("/work/due-cases"))).contains("没有这样的办件");
    }

    @Test
    void gives_the_table_as_a_file() throws Exception {
        answers.to(FindStatistics.class, new Statistics(List.of(LINE), LINE));

        var response = mvc.perform(get("/work/statistics.csv")).andReturn().getResponse();

        assertThat(response.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"statistics-440106-2025-10-2026-09.csv\"");
        assertThat(response.getContentAsString(StandardCharsets.UTF_8).split("\r\n"))
                .hasSize(3)
                .contains("最低生活保障,9,3,4,2,0,0,0,0,4,1,1,80,12,31");
        var book = mvc.perform(get("/work/statistics.xlsx")).andReturn().getResponse();
        assertThat(book.getHeader("Content-Disposition")).endsWith("2026-09.xlsx\"");
        assertThat(part(book.getContentAsByteArray(), "xl/worksheets/sheet1.xml"))
                .contains("<v>31</v>");
        answers.to(
                FindBoard.class,
                new Board(
                        new Board.OfficeLoad(null, 7, 5, 2, 1, 3, 4),
                        List.of(new Board.OfficeLoad("town:440106", 7, 5, 2, 1, 3, 4)),
                        List.of(new Board.OfficerLoad("=1+1", 2, 1, 0)),
                        true,
                        0));
        byte[] board =
                mvc.perform(get("/work/board.xlsx"))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        assertThat(part(board, "xl/worksheets/sheet2.xml"))
                .as("no cell is a formula")
                .doesNotContain("<f");
        assertThat(part(board, "xl/sharedStrings.xml")).contains("=1+1");
        assertThat(
                        mvc.perform(get("/work/board/officers.csv"))
                                .andReturn()
                                .getResponse()
                                .getContentAsString(StandardCharsets.UTF_8))
                .contains("'=1+1,1,0,2");
    }

    private static String part(byte[] book, String name) throws Exception {
        try (ZipFile zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(book))
                        .get()) {
            return new String(
                    zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void shows_nobody_figures_of_another_region() throws Exception {
        assertThat(pages.body(get("/work/statistics").param("region", "440104"), 403))
                .contains("没有办理此事的权限");
        pages.body(get("/work/statistics").param("region", "440000"), 403);
        pages.body(get("/work/statistics").param("from", "2026-13"), 400);
        Samples.staff(Role.OFFICER);
        for (String page :
                List.of(
                        "statistics",
                        "statistics.csv",
                        "statistics.xlsx",
                        "board",
                        "board.xlsx",
                        "board/offices.csv",
                        "due-cases")) {
            assertThat(mvc.perform(get("/work/" + page)).andReturn().getResponse().getStatus())
                    .as(page)
                    .isEqualTo(403);
        }
    }

    @Test
    void leads_from_each_count_to_its_list() throws Exception {
        answers.to(
                FindBoard.class,
                new Board(
                        new Board.OfficeLoad(null, 7, 5, 2, 1, 3, 4),
                        List.of(new Board.OfficeLoad("town:440106", 7, 5, 2, 1, 3, 4)),
                        List.of(new Board.OfficerLoad("tianhe-town-1", 2, 1, 0)),
                        true,
                        6));
        answers.to(
                FindDueCases.class,
                new Page<>(
                        List.of(
                                new DueCase(
                                        Samples.APPLICATION,
                                        Samples.NUMBER,
                                        Samples.SERVICE,
                                        Text.of("最低生活保障", "Minimum living allowance"),
                                        "440106",
                                        "town:440106",
                                        LocalDate.of(2026, 9, 11),
                                        false)),
                        null,
                        1));

        assertThat(pages.page(get("/work/board")))
                .contains("天河区街道公共服务中心")
                .contains("href=\"/work?view=all&amp;due=overdue&amp;office=town:440106\">2<")
                .contains("href=\"/work/due-cases?due=soon&amp;office=town:440106\">4<")
                .contains("href=\"/work?view=available&amp;office=town:440106\">5<")
                .contains("href=\"/work?view=all&amp;escalated=true\">6<")
                .contains("href=\"/work?view=all&amp;due=overdue&amp;holder=tianhe-town-1\">1<");
        assertThat(
                        pages.page(
                                get("/work/due-cases")
                                        .param("due", "overdue")
                                        .param("office", "town:440106")))
                .contains("只看：天河区街道公共服务中心")
                .contains(Samples.NUMBER)
                .contains("超期</span>");
    }

    @Test
    void hands_several_tasks_over_and_back_again() throws Exception {
        reset(commands);
        answers.to(
                FindWorkItems.class,
                new Page<>(List.of(Samples.task("claimed", "tianhe-town-1")), null, 1));
        answers.to(FindWorkItem.class, Samples.task("claimed", "tianhe-town-1"));
        when(commands.sendAndWait(any()))
                .thenAnswer(
                        call -> {
                            sent.add(((CommandMessage<?>) call.getArgument(0)).getPayload());
                            return null;
                        });

        assertThat(pages.page(get("/work")))
                .contains("value=\"task-1~3\"")
                .contains("<option value=\"tianhe-town-2\">")
                .doesNotContain("/work/tasks/task-1/claim");
        String told =
                pages.body(
                        post("/work/bulk/assignment")
                                .param("task", "task-1~3", "task-2~1")
                                .param("assignee", "tianhe-town-2"),
                        200);
        assertThat(told)
                .contains("已指派给 tianhe-town-2")
                .contains("value=\"task-1~4~tianhe-town-1\"");
        pages.body(post("/work/bulk/undo").param("task", "task-1~4~tianhe-town-1"), 200);
        answers.to(FindWorkItem.class, Samples.task("claimed", "tianhe-town-2"));
        pages.body(post("/work/bulk/undo").param("task", "task-1~4~"), 200);
        pages.moved(
                post("/work/tasks/task-1/escalation").param("reason", "STUCK"),
                "/work/tasks/task-1?done=escalated");
        pages.moved(
                post("/work/tasks/task-1/escalation/end"), "/work/tasks/task-1?done=deescalated");
        Samples.staff(Role.OFFICER);
        assertThat(pages.body(post("/work/bulk/undo").param("task", "task-1~4~tianhe-town-1"), 200))
                .contains("没有办理此事的权限");

        assertThat(sent)
                .extracting(Object::getClass)
                .isEqualTo(
                        List.of(
                                WorkItemCommand.Assign.class,
                                WorkItemCommand.Assign.class,
                                WorkItemCommand.Assign.class,
                                WorkItemCommand.Unassign.class,
                                WorkItemCommand.Escalate.class,
                                WorkItemCommand.EndEscalation.class));
        assertThat(((WorkItemCommand.Assign) sent.get(2)).assignee()).isEqualTo("tianhe-town-1");
        assertThat(((WorkItemCommand.Assign) sent.get(2)).expectedVersion()).isEqualTo(4);
    }

    @Test
    void tells_of_each_task_why_it_was_not_handed_over() throws Exception {
        answers.to(FindWorkItem.class, Samples.task("open", null));

        assertThat(
                        pages.body(
                                post("/work/bulk/assignment")
                                        .param("task", "task-1~3")
                                        .param("assignee", "yuexiu-town-1"),
                                200))
                .contains("此人不能办理该任务")
                .contains("共 1 项，已办 0 项")
                .doesNotContain("/work/bulk/undo");
        assertThat(pages.body(post("/work/bulk/assignment").param("task", "task-1~3"), 200))
                .contains("没有任何改动");
        pages.body(post("/work/bulk/undo").param("task", "task-1~x"), 400);
        Samples.staff(Role.OFFICER);
        pages.body(
                post("/work/bulk/assignment")
                        .param("task", "task-1~3")
                        .param("assignee", "tianhe-town-2"),
                403);
    }
}
