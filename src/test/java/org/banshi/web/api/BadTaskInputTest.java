package org.banshi.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.banshi.catalogue.FieldError;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.text.Text;
import org.banshi.process.task.InvalidTaskDataException;
import org.banshi.process.task.TaskCompletion;
import org.banshi.process.task.TaskGoneException;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.worklist.FindWorkItem;
import org.banshi.web.Answers;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/**
 * Whatever is wrong with what officers send: a problem with a stable code, and nothing is sent on.
 */
@WebSliceTest
class BadTaskInputTest {

    private static final String TASK = "/api/v1/tasks/task-1";

    private final MockMvc mvc;
    private final Refusals refusals;
    private final Answers answers;
    private final CommandGateway commands;
    private final TaskCompletion completion;
    private final ObjectMapper json = new ObjectMapper();

    @Autowired
    BadTaskInputTest(
            MockMvc mvc, Answers answers, CommandGateway commands, TaskCompletion completion) {
        this.mvc = mvc;
        this.refusals = new Refusals(mvc);
        this.answers = answers;
        this.commands = commands;
        this.completion = completion;
    }

    @BeforeEach
    void set_the_stage() {
        answers.forget();
        answers.to(FindWorkItem.class, Samples.task("claimed", "tianhe-town-1"));
    }

    @Test
    void keeps_others_tasks_and_finished_ones_from_being_completed() throws Exception {
        Samples.staff(Role.OFFICER);
        for (String[] refusal :
                new String[][] {
                    {"work-item-claimed-by-another", "409"},
                    {"work-item-other-body", "403"},
                    {"stale-version", "412"}
                }) {
            doThrow(refusal(refusal[0]))
                    .when(completion)
                    .complete(anyString(), anyString(), any(), any(), any(), any());
            refusals.refused(complete("visited"), Integer.parseInt(refusal[1]), refusal[0]);
        }
        doThrow(new TaskGoneException("task-1"))
                .when(completion)
                .complete(anyString(), anyString(), any(), any(), any(), any());
        refusals.refused(complete("visited"), 409, "task-gone");
    }

    @Test
    void completes_nothing_that_is_done_already() throws Exception {
        Samples.staff(Role.OFFICER);
        answers.to(FindWorkItem.class, Samples.task("completed", "tianhe-town-2"));

        refusals.refused(complete("visited"), 409, "task-gone");
        verify(completion, never()).complete(anyString(), anyString(), any(), any(), any(), any());
    }

    @Test
    void gives_a_task_to_nobody_but_an_officer_of_its_body_and_region() throws Exception {
        Samples.staff(Role.OFFICER);
        refusals.refused(get(TASK + "/officers"), 403, "forbidden");
        Samples.staff(Role.SUPERVISOR);

        String listed =
                mvc.perform(get(TASK + "/officers")).andReturn().getResponse().getContentAsString();
        assertThat(json.readTree(listed).findValuesAsText("account"))
                .containsExactly("tianhe-town-1", "tianhe-town-2");
        for (String other : List.of("yuexiu-town-1", "tianhe-supervisor", "' or 1=1")) {
            JsonNode problem = refusals.refused(assign(other), 422, "assignee-not-eligible");
            assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/assignee");
        }
        refusals.refused(assign(""), 400, "invalid-request");
        verify(commands, never()).sendAndWait(any());
        assertThat(mvc.perform(assign("tianhe-town-2")).andReturn().getResponse().getStatus())
                .isEqualTo(200);
    }

    @Test
    void names_the_wrong_fields_of_a_task() throws Exception {
        Samples.staff(Role.OFFICER);
        refusals.refused(complete("no-such-outcome"), 422, "task-data-invalid");
        doThrow(
                        new InvalidTaskDataException(
                                List.of(
                                        new FieldError(
                                                "/day", "required", Text.of("必填", "Required")))))
                .when(completion)
                .complete(anyString(), anyString(), any(), any(), any(), any());

        JsonNode problem = refusals.refused(complete("visited"), 422, "task-data-invalid");

        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/data/day");
    }

    @Test
    void takes_no_task_by_a_version_that_is_stale() throws Exception {
        Samples.staff(Role.OFFICER);
        refusals.refused(post(TASK + "/claim").header("If-Match", "x"), 400, "invalid-request");
        verify(commands, never()).sendAndWait(any());
        fails(refusal("stale-version"));
        refusals.refused(post(TASK + "/claim").header("If-Match", "\"2\""), 412, "stale-version");
        fails(new ConcurrencyException("somebody was quicker"));
        refusals.refused(post(TASK + "/claim").header("If-Match", "\"3\""), 409, "stale-version");
    }

    private void fails(RuntimeException failure) {
        doThrow(failure).when(commands).sendAndWait(any());
    }

    private static RefusedException refusal(String code) {
        return new RefusedException(
                Refusal.of(code, Text.of("不行", "No"), Text.of("另选", "Choose another")));
    }

    private AbstractMockHttpServletRequestBuilder<?> complete(String outcome) throws Exception {
        return post(TASK + "/completion")
                .contentType(MediaType.APPLICATION_JSON)
                .content(bytes(Map.of("outcome", outcome, "data", Map.of())));
    }

    private AbstractMockHttpServletRequestBuilder<?> assign(String account) throws Exception {
        return post(TASK + "/assignment")
                .contentType(MediaType.APPLICATION_JSON)
                .content(bytes(Map.of("assignee", account)));
    }

    private byte[] bytes(Object body) throws Exception {
        return json.writeValueAsBytes(body);
    }
}
