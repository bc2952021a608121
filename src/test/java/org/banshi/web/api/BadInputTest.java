package org.banshi.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.banshi.catalogue.FieldError;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.ClaimConflictException;
import org.banshi.eventstore.DuplicateRequestException;
import org.banshi.process.task.InvalidTaskDataException;
import org.banshi.process.task.TaskCompletion;
import org.banshi.process.task.TaskGoneException;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.page.BadQueryException;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.worklist.FindWorkItem;
import org.banshi.query.contract.worklist.FindWorkItems;
import org.banshi.web.Answers;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.banshi.web.form.Household;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Whatever is wrong with a request: a problem with a stable code, and nothing is sent on. */
@WebSliceTest
@ExtendWith(OutputCaptureExtension.class)
class BadInputTest {

    private static final String APPLICATIONS = "/api/v1/applications";
    private static final String TASK = "/api/v1/tasks/task-1";

    private final MockMvc mvc;
    private final Answers answers;
    private final CommandGateway commands;
    private final TaskCompletion completion;
    private final ObjectMapper json = new ObjectMapper();

    @Autowired
    BadInputTest(MockMvc mvc, Answers answers, CommandGateway commands, TaskCompletion completion) {
        this.mvc = mvc;
        this.answers = answers;
        this.commands = commands;
        this.completion = completion;
    }

    @BeforeEach
    void set_the_stage() {
        reset(commands, completion);
        answers.forget();
        answers.to(FindProgress.class, Samples.progress());
        answers.to(FindWorkItem.class, Samples.task("claimed", "tianhe-town-1"));
        Samples.citizen();
    }

    @Test
    void objects_to_each_field_of_the_form_in_turn(CapturedOutput output) throws Exception {
        for (String field : Household.data().values().keySet()) {
            Map<String, Object> form = new TreeMap<>(Household.data().values());
            form.put(field, Map.of("wrong", "绝不外泄"));

            JsonNode problem = refused(apply(application(form)), 422, "form-invalid");

            assertThat(problem.path("errors").findValuesAsText("pointer"))
                    .as(field)
                    .isNotEmpty()
                    .allMatch(pointer -> pointer.startsWith("/form/" + field));
            assertThat(problem.toString()).doesNotContain("绝不外泄");
        }
        assertThat(output).doesNotContain("绝不外泄");
    }

    @Test
    void objects_to_a_field_that_the_form_does_not_have() throws Exception {
        Map<String, Object> form = new TreeMap<>(Household.data().values());
        form.put("amount", 9999);

        refused(apply(application(form)), 422, "form-invalid");
    }

    @Test
    void knows_no_such_service_region_or_paper() throws Exception {
        refused(
                apply(Map.of("service", "x", "region", "440106", "form", Map.of())),
                404,
                "service-unknown");
        refused(apply(with("region", "999999")), 422, "region-unknown");
        refused(apply(with("region", "x")), 422, "region-unknown");
        refused(
                apply(with("materials", List.of(Map.of("code", "authority", "id", "nope")))),
                422,
                "material-unknown");
        refused(apply(with("materials", List.of())), 422, "material-missing");
    }

    @Test
    void says_where_to_go_in_a_region_that_is_closed() throws Exception {
        JsonNode problem =
                refused(
                        apply(
                                Map.of(
                                        "service",
                                        "residence-permit",
                                        "region",
                                        "440300",
                                        "form",
                                        Map.of())),
                        422,
                        "service-not-offered");

        assertThat(problem.path("next").asText()).contains("深圳");
    }

    @Test
    void wants_an_idempotency_key_of_the_right_shape() throws Exception {
        refused(
                post(APPLICATIONS).contentType(MediaType.APPLICATION_JSON).content(bytes(whole())),
                400,
                "idempotency-key-required");
        refused(
                post(APPLICATIONS)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(bytes(whole()))
                        .header("Idempotency-Key", "短"),
                400,
                "invalid-request");
    }

    @Test
    void reads_no_broken_or_surplus_json() throws Exception {
        for (String body :
                List.of(
                        "",
                        "{",
                        "[]",
                        "{} {}",
                        "{\"service\":\"a\",\"service\":\"b\"}",
                        "{\"x\":1}")) {
            refused(
                    post(APPLICATIONS)
                            .header("Idempotency-Key", "key-00000001")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body),
                    400,
                    "invalid-json");
        }
        refused(
                post(APPLICATIONS).contentType(MediaType.TEXT_PLAIN).content("x"),
                415,
                "unsupported-media-type");
        refused(get("/api/v1/materials"), 405, "method-not-allowed");
    }

    @Test
    void takes_papers_by_their_content_and_size() throws Exception {
        refused(
                upload("MZ\u0090".getBytes(StandardCharsets.ISO_8859_1)),
                415,
                "material-type-not-allowed");
        refused(upload(new byte[0]), 422, "material-empty");
        refused(upload(new byte[10 * 1024 * 1024 + 1]), 413, "material-too-large");
        refused(multipart("/api/v1/materials"), 400, "invalid-request");
    }

    @Test
    void tells_a_second_application_and_a_reused_key_apart() throws Exception {
        fails(new ClaimConflictException("open-application", "other"));
        refused(apply(whole()), 409, "open-application-exists");

        fails(new DuplicateRequestException(false, "other", 7));
        refused(apply(whole()), 422, "idempotency-key-reused");
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
                    .complete(anyString(), anyString(), any(), any(), any());
            refused(complete("visited"), Integer.parseInt(refusal[1]), refusal[0]);
        }
        doThrow(new TaskGoneException("task-1"))
                .when(completion)
                .complete(anyString(), anyString(), any(), any(), any());
        refused(complete("visited"), 409, "task-gone");
    }

    @Test
    void completes_nothing_that_is_done_already() throws Exception {
        Samples.staff(Role.OFFICER);
        answers.to(FindWorkItem.class, Samples.task("completed", "tianhe-town-2"));

        refused(complete("visited"), 409, "task-gone");
        verify(completion, never()).complete(anyString(), anyString(), any(), any(), any());
    }

    @Test
    void names_the_wrong_fields_of_a_task() throws Exception {
        Samples.staff(Role.OFFICER);
        refused(complete("no-such-outcome"), 422, "task-data-invalid");
        doThrow(
                        new InvalidTaskDataException(
                                List.of(
                                        new FieldError(
                                                "/day", "required", Text.of("必填", "Required")))))
                .when(completion)
                .complete(anyString(), anyString(), any(), any(), any());

        JsonNode problem = refused(complete("visited"), 422, "task-data-invalid");

        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/data/day");
    }

    @Test
    void takes_no_task_by_a_version_that_is_stale() throws Exception {
        Samples.staff(Role.OFFICER);
        refused(post(TASK + "/claim").header("If-Match", "x"), 400, "invalid-request");
        verify(commands, never()).sendAndWait(any());
        fails(refusal("stale-version"));
        refused(post(TASK + "/claim").header("If-Match", "\"2\""), 412, "stale-version");
        fails(new ConcurrencyException("somebody was quicker"));
        refused(post(TASK + "/claim").header("If-Match", "\"3\""), 409, "stale-version");
    }

    @Test
    void finds_no_case_or_task_outside_the_callers_scope() throws Exception {
        answers.forget();
        refused(get(APPLICATIONS + "/1/progress"), 404, "case-not-found");
        refused(
                post(APPLICATIONS + "/1/withdrawal")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"),
                404,
                "case-not-found");
        Samples.staff(Role.OFFICER);
        refused(get("/api/v1/tasks/1"), 404, "task-not-found");
        refused(get(APPLICATIONS + "/1/file"), 404, "case-not-found");
        refused(get(APPLICATIONS + "/1/timeline"), 404, "case-not-found");
    }

    @Test
    void lets_nobody_do_what_is_not_theirs() throws Exception {
        refused(get("/api/v1/tasks"), 403, "forbidden");
        refused(
                post("/api/v1/admin/clock")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"by\":\"P1D\"}"),
                403,
                "forbidden");
        refused(get("/api/v1/incidents"), 403, "forbidden");
        Samples.staff(Role.OFFICER);
        refused(apply(whole()), 403, "forbidden");
        refused(
                post(TASK + "/assignment")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"assignee\":\"x\"}"),
                403,
                "forbidden");
        Samples.nobody();
        refused(get(APPLICATIONS), 401, "sign-in-required");
        refused(get(APPLICATIONS + "/1/progress"), 401, "sign-in-required");
    }

    @Test
    void objects_to_parameters_that_mean_nothing() throws Exception {
        refused(get(APPLICATIONS).param("after", "soon"), 400, "invalid-request");
        refused(get(APPLICATIONS).param("limit", "0"), 400, "invalid-request");
        refused(get("/api/v1/services").param("region", "12"), 422, "region-unknown");
        refused(
                post(APPLICATIONS + "/1/rating")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"score\":6}"),
                400,
                "invalid-request");
        refused(
                post(APPLICATIONS + "/1/rating")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"score\":\"a\"}"),
                400,
                "invalid-json");
        Samples.staff(Role.OPERATOR);
        refused(
                post("/api/v1/admin/clock")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"by\":\"-P1D\"}"),
                400,
                "invalid-request");
        refused(
                post("/api/v1/admin/clock").contentType(MediaType.APPLICATION_JSON).content("{}"),
                400,
                "invalid-request");
        Samples.staff(Role.OFFICER);
        answers.to(
                FindWorkItems.class,
                query -> {
                    throw new BadQueryException("sort");
                });
        JsonNode problem = refused(get("/api/v1/tasks").param("sort", "x"), 400, "invalid-request");
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/sort");
    }

    @Test
    void waits_no_longer_than_it_says_for_a_position_that_does_not_come() throws Exception {
        JsonNode problem =
                refused(get(APPLICATIONS).param("after", "43"), 503, "read-model-behind");

        assertThat(problem.path("next").asText()).isNotBlank();
    }

    @Test
    void tells_no_detail_of_our_own_failures_but_a_number(CapturedOutput output) throws Exception {
        fails(new IllegalStateException("李梅 440106190503120625"));

        JsonNode problem = refused(apply(whole()), 500, "internal-error");

        assertThat(problem.path("id").asText()).hasSize(36);
        assertThat(output).contains(problem.path("id").asText()).contains("IllegalStateException");
        assertThat(output).doesNotContain("440106190503120625").doesNotContain("李梅");
        assertThat(problem.toString()).doesNotContain("李梅");
    }

    @Test
    void speaks_the_language_that_is_asked_for() throws Exception {
        MockHttpServletResponse english =
                mvc.perform(get(APPLICATIONS + "/1/x").header("Accept-Language", "en-GB,zh;q=0.5"))
                        .andReturn()
                        .getResponse();
        MockHttpServletResponse chinese =
                mvc.perform(get(APPLICATIONS + "/1/x").header("Accept-Language", "fr"))
                        .andReturn()
                        .getResponse();

        assertThat(english.getContentAsString()).contains("Not found");
        assertThat(english.getHeader("Content-Language")).isEqualTo("en");
        assertThat(chinese.getContentAsString(StandardCharsets.UTF_8)).contains("没有找到");
    }

    private JsonNode refused(
            AbstractMockHttpServletRequestBuilder<?> request, int status, String code)
            throws Exception {
        clearInvocations(commands);
        request.accept("application/json", "application/problem+json");
        MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
        String body = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(body).isEqualTo(status);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        JsonNode problem = json.readTree(body);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(List.of("type", "title", "detail", "who", "next"))
                .allMatch(name -> !problem.path(name).asText().isBlank());
        return problem;
    }

    private void fails(RuntimeException failure) {
        doThrow(failure).when(commands).sendAndWait(any());
    }

    private static RefusedException refusal(String code) {
        return new RefusedException(
                Refusal.of(code, Text.of("不行", "No"), Text.of("另选", "Choose another")));
    }

    private AbstractMockHttpServletRequestBuilder<?> apply(Map<String, Object> body)
            throws Exception {
        return post(APPLICATIONS)
                .header("Idempotency-Key", "key-00000001")
                .contentType(MediaType.APPLICATION_JSON)
                .content(bytes(body));
    }

    private AbstractMockHttpServletRequestBuilder<?> complete(String outcome) throws Exception {
        return post(TASK + "/completion")
                .contentType(MediaType.APPLICATION_JSON)
                .content(bytes(Map.of("outcome", outcome, "data", Map.of())));
    }

    private static AbstractMockHttpServletRequestBuilder<?> upload(byte[] content) {
        return multipart("/api/v1/materials")
                .file(new MockMultipartFile("file", "x.pdf", "application/pdf", content));
    }

    private Map<String, Object> whole() throws Exception {
        return application(new TreeMap<>(Household.data().values()));
    }

    private Map<String, Object> with(String name, Object value) throws Exception {
        Map<String, Object> body = whole();
        body.put(name, value);
        return body;
    }

    private Map<String, Object> application(Map<String, Object> form) throws Exception {
        Map<String, Object> body = new TreeMap<>();
        body.put("service", Samples.SERVICE);
        body.put("region", "440106");
        body.put("form", form);
        body.put("materials", papers());
        return body;
    }

    private List<Map<String, String>> papers() throws Exception {
        String answer =
                mvc.perform(upload("%PDF-1.4".getBytes(StandardCharsets.US_ASCII)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        String id = json.readTree(answer).path("id").asText();
        return Stream.of("identity-card", "household-book", "authority", "promise-letter")
                .map(code -> Map.of("code", code, "id", id))
                .toList();
    }

    private byte[] bytes(Object body) throws Exception {
        return json.writeValueAsBytes(body);
    }
}
