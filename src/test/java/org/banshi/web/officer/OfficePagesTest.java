package org.banshi.web.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.access.CaseOwners;
import org.banshi.app.workbench.TaskDrafts;
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

/** What officers do on the page of a case, and what others see of it. */
@WebSliceTest
class OfficePagesTest {

    private final Pages pages;
    private final Answers answers;
    private final CommandGateway commands;
    private final TaskDrafts drafts;
    private final CaseOwners owners;

    @Autowired
    OfficePagesTest(
            MockMvc mvc,
            Answers answers,
            CommandGateway commands,
            TaskDrafts drafts,
            CaseOwners owners) {
        this.pages = new Pages(mvc);
        this.answers = answers;
        this.commands = commands;
        this.drafts = drafts;
        this.owners = owners;
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
