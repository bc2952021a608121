package org.banshi.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
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
import org.banshi.eventstore.AppendUnknownException;
import org.banshi.eventstore.ClaimConflictException;
import org.banshi.eventstore.DuplicateRequestException;
import org.banshi.eventstore.OverloadedException;
import org.banshi.eventstore.StoreUnavailableException;
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
    private final Refusals refusals;
    private final Answers answers;
    private final CommandGateway commands;
    private final ObjectMapper json = new ObjectMapper();

    @Autowired
    BadInputTest(MockMvc mvc, Answers answers, CommandGateway commands) {
        this.mvc = mvc;
        this.refusals = new Refusals(mvc);
        this.answers = answers;
        this.commands = commands;
    }

    @BeforeEach
    void set_the_stage() {
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

            JsonNode problem = refusals.refused(apply(application(form)), 422, "form-invalid");

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

        refusals.refused(apply(application(form)), 422, "form-invalid");
    }

    @Test
    void knows_no_such_service_region_or_paper() throws Exception {
        refusals.refused(
                apply(Map.of("service", "x", "region", "440106", "form", Map.of())),
                404,
                "service-unknown");
        refusals.refused(apply(with("region", "999999")), 422, "region-unknown");
        refusals.refused(apply(with("region", "x")), 422, "region-unknown");
        refusals.refused(
                apply(with("materials", List.of(Map.of("code", "authority", "id", "nope")))),
                422,
                "material-unknown");
        refusals.refused(apply(with("materials", List.of())), 422, "material-missing");
    }

    @Test
    void says_where_to_go_in_a_region_that_is_closed() throws Exception {
        JsonNode problem =
                refusals.refused(
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
        refusals.refused(
                post(APPLICATIONS).contentType(MediaType.APPLICATION_JSON).content(bytes(whole())),
                400,
                "idempotency-key-required");
        refusals.refused(
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
            refusals.refused(
                    post(APPLICATIONS)
                            .header("Idempotency-Key", "key-00000001")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body),
                    400,
                    "invalid-json");
        }
        refusals.refused(
                post(APPLICATIONS).contentType(MediaType.TEXT_PLAIN).content("x"),
                415,
                "unsupported-media-type");
        refusals.refused(get("/api/v1/materials"), 405, "method-not-allowed");
    }

    @Test
    void takes_papers_by_their_content_and_size() throws Exception {
        refusals.refused(
                upload("MZ\u0090".getBytes(StandardCharsets.ISO_8859_1)),
                415,
                "material-type-not-allowed");
        refusals.refused(upload(new byte[0]), 422, "material-empty");
        refusals.refused(upload(new byte[10 * 1024 * 1024 + 1]), 413, "material-too-large");
        refusals.refused(multipart("/api/v1/materials"), 400, "invalid-request");
    }

    @Test
    void tells_a_second_application_and_a_reused_key_apart() throws Exception {
        fails(new ClaimConflictException("open-application", "other"));
        refusals.refused(apply(whole()), 409, "open-application-exists");

        fails(new DuplicateRequestException(false, "other", 7));
        refusals.refused(apply(whole()), 422, "idempotency-key-reused");

        fails(new OverloadedException());
        refusals.refused(apply(whole()), 503, "overloaded");
        fails(new StoreUnavailableException("08006"));
        refusals.refused(apply(whole()), 503, "overloaded");
        fails(new AppendUnknownException());
        refusals.refused(apply(whole()), 503, "outcome-unknown");
    }

    @Test
    void finds_no_case_or_task_outside_the_callers_scope() throws Exception {
        answers.forget();
        refusals.refused(get(APPLICATIONS + "/1/progress"), 404, "case-not-found");
        refusals.refused(
                post(APPLICATIONS + "/1/withdrawal")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"),
                404,
                "case-not-found");
        Samples.staff(Role.OFFICER);
        refusals.refused(get("/api/v1/tasks/1"), 404, "task-not-found");
        refusals.refused(get(APPLICATIONS + "/1/file"), 404, "case-not-found");
        refusals.refused(get(APPLICATIONS + "/1/timeline"), 404, "case-not-found");
    }

    @Test
    void lets_nobody_do_what_is_not_theirs() throws Exception {
        refusals.refused(get("/api/v1/tasks"), 403, "forbidden");
        refusals.refused(
                post("/api/v1/admin/clock")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"by\":\"P1D\"}"),
                403,
                "forbidden");
        refusals.refused(get("/api/v1/incidents"), 403, "forbidden");
        Samples.staff(Role.OFFICER);
        refusals.refused(apply(whole()), 403, "forbidden");
        refusals.refused(
                post(TASK + "/assignment")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"assignee\":\"x\"}"),
                403,
                "forbidden");
        Samples.nobody();
        refusals.refused(get(APPLICATIONS), 401, "sign-in-required");
        refusals.refused(get(APPLICATIONS + "/1/progress"), 401, "sign-in-required");
    }

    @Test
    void objects_to_parameters_that_mean_nothing() throws Exception {
        refusals.refused(get(APPLICATIONS).param("after", "soon"), 400, "invalid-request");
        refusals.refused(get(APPLICATIONS).param("limit", "0"), 400, "invalid-request");
        refusals.refused(get("/api/v1/services").param("region", "12"), 422, "region-unknown");
        refusals.refused(
                post(APPLICATIONS + "/1/rating")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"score\":6}"),
                400,
                "invalid-request");
        refusals.refused(
                post(APPLICATIONS + "/1/rating")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"score\":\"a\"}"),
                400,
                "invalid-json");
        Samples.staff(Role.OPERATOR);
        refusals.refused(
                post("/api/v1/admin/clock")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"by\":\"-P1D\"}"),
                400,
                "invalid-request");
        refusals.refused(
                post("/api/v1/admin/clock").contentType(MediaType.APPLICATION_JSON).content("{}"),
                400,
                "invalid-request");
        Samples.staff(Role.OFFICER);
        answers.to(
                FindWorkItems.class,
                query -> {
                    throw new BadQueryException("sort");
                });
        JsonNode problem =
                refusals.refused(get("/api/v1/tasks").param("sort", "x"), 400, "invalid-request");
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/sort");
    }

    @Test
    void waits_no_longer_than_it_says_for_a_position_that_does_not_come() throws Exception {
        JsonNode problem =
                refusals.refused(get(APPLICATIONS).param("after", "43"), 503, "read-model-behind");

        assertThat(problem.path("next").asText()).isNotBlank();
    }

    @Test
    void tells_no_detail_of_our_own_failures_but_a_number(CapturedOutput output) throws Exception {
        fails(new IllegalStateException("李梅 440106190503120625"));

        JsonNode problem = refusals.refused(apply(whole()), 500, "internal-error");

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

    private void fails(RuntimeException failure) {
        doThrow(failure).when(commands).sendAndWait(any());
    }

    private AbstractMockHttpServletRequestBuilder<?> apply(Map<String, Object> body)
            throws Exception {
        return post(APPLICATIONS)
                .header("Idempotency-Key", "key-00000001")
                .contentType(MediaType.APPLICATION_JSON)
                .content(bytes(body));
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
