package org.banshi.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.app.operation.Operations;
import org.banshi.app.operation.RebuildStatus;
import org.banshi.app.operation.RebuildStatus.State;
import org.banshi.app.operation.Rebuilds;
import org.banshi.eventstore.DuplicateRequestException;
import org.banshi.eventstore.Receipts;
import org.banshi.eventstore.Receipts.Receipt;
import org.banshi.process.incident.Incidents;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.worklist.FindIncident;
import org.banshi.query.contract.worklist.IncidentRow;
import org.banshi.web.Answers;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** A request that is sent again with its key is answered alike and does nothing. */
@WebSliceTest
class RepeatedRequestTest {

    private static final String REBUILDS = "/api/v1/admin/projections/progress/rebuilds";
    private static final String RETRY = "/api/v1/incidents/incident-1/retry";

    private final MockMvc mvc;
    private final Answers answers;
    private final Receipts receipts;
    private final Operations operations;
    private final Rebuilds rebuilds;
    private final Incidents incidents;
    private final Map<String, Receipt> kept = new HashMap<>();
    private final ObjectMapper json = new ObjectMapper();

    @Autowired
    RepeatedRequestTest(
            MockMvc mvc,
            Answers answers,
            Receipts receipts,
            Operations operations,
            Rebuilds rebuilds,
            Incidents incidents) {
        this.mvc = mvc;
        this.answers = answers;
        this.receipts = receipts;
        this.operations = operations;
        this.rebuilds = rebuilds;
        this.incidents = incidents;
    }

    @BeforeEach
    void remember_receipts() {
        answers.forget();
        when(receipts.find(anyString()))
                .thenAnswer(call -> Optional.ofNullable(kept.get(call.<String>getArgument(0))));
        when(receipts.keep(anyString(), anyString(), anyString(), anyString()))
                .thenAnswer(
                        call ->
                                kept.putIfAbsent(
                                                call.getArgument(0),
                                                new Receipt(
                                                        call.getArgument(1),
                                                        call.getArgument(2),
                                                        0,
                                                        call.getArgument(3)))
                                        == null);
    }

    @AfterEach
    void forget_receipts() {
        reset(receipts, operations, rebuilds, incidents);
        when(receipts.find(anyString())).thenReturn(Optional.empty());
    }

    @Test
    void keeps_a_paper_once() throws Exception {
        Samples.citizen();

        JsonNode first = answered(201, upload("%PDF-1 a"));

        assertThat(answered(201, upload("%PDF-1 a"))).isEqualTo(first);
        assertThat(answered(422, upload("%PDF-1 b")).path("code").asText())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void keeps_two_papers_under_two_keys_and_under_none() throws Exception {
        Samples.citizen();

        List<JsonNode> papers =
                List.of(
                        answered(201, paper("%PDF-1")),
                        answered(201, paper("%PDF-1")),
                        answered(201, upload("%PDF-1")));

        assertThat(papers).extracting(paper -> paper.path("id")).doesNotHaveDuplicates();
    }

    @Test
    void rebuilds_a_read_model_once() throws Exception {
        Samples.staff(Role.OPERATOR);
        RebuildStatus begun =
                new RebuildStatus(
                        "progress", State.RUNNING, "reading", 0, 9, 0, null, null, null, null);
        when(rebuilds.start("progress", false, false)).thenReturn(Optional.of(begun));

        JsonNode first = answered(202, keyed(post(REBUILDS)));

        assertThat(first.path("phase").asText()).isEqualTo("reading");
        assertThat(answered(202, keyed(post(REBUILDS)))).isEqualTo(first);
        JsonNode reused = answered(422, keyed(post(REBUILDS).param("acceptDifferences", "true")));
        assertThat(reused.path("code").asText()).isEqualTo("idempotency-key-reused");
        verify(rebuilds, times(1)).start("progress", false, false);
    }

    @Test
    void takes_parked_events_again_once() throws Exception {
        Samples.staff(Role.OPERATOR);
        String retry = "/api/v1/admin/parked-events/progress/7/retry";
        when(operations.retry("progress", 7)).thenReturn(Optional.of(true));

        JsonNode first = answered(200, keyed(post(retry)));

        assertThat(answered(200, keyed(post(retry)))).isEqualTo(first);
        verify(operations, times(1)).retry("progress", 7);
    }

    @Test
    void retries_a_failed_step_once_though_the_incident_is_gone_by_then() throws Exception {
        Samples.staff(Role.SUPERVISOR);
        answers.to(FindIncident.class, incident());
        when(incidents.retry(eq("incident-1"), any(), any()))
                .thenAnswer(
                        call -> {
                            Map<String, String> request = call.getArgument(2);
                            kept.put(
                                    request.get(DuplicateRequestException.KEY),
                                    new Receipt(
                                            request.get(DuplicateRequestException.HASH),
                                            "instance-1",
                                            42));
                            return true;
                        });

        JsonNode first = answered(200, keyed(post(RETRY)));
        answers.forget();
        JsonNode second = answered(200, keyed(post(RETRY)));

        assertThat(first.path("repeated").asBoolean()).isFalse();
        assertThat(second.path("repeated").asBoolean()).isTrue();
        assertThat(second.path("number")).isEqualTo(first.path("number"));
        assertThat(second.path("position")).isEqualTo(first.path("position"));
        verify(incidents, times(1)).retry(any(), any(), any());
        answered(404, post(RETRY));
    }

    private JsonNode answered(int status, AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
        String body = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(body).isEqualTo(status);
        return json.readTree(body);
    }

    private static AbstractMockHttpServletRequestBuilder<?> keyed(
            AbstractMockHttpServletRequestBuilder<?> request) {
        return request.header("Idempotency-Key", "key-00000001");
    }

    private static AbstractMockHttpServletRequestBuilder<?> upload(String content) {
        return keyed(paper(content));
    }

    private static AbstractMockHttpServletRequestBuilder<?> paper(String content) {
        return multipart("/api/v1/materials")
                .file(
                        new MockMultipartFile(
                                "file",
                                "x.pdf",
                                "application/pdf",
                                content.getBytes(StandardCharsets.UTF_8)));
    }

    private static IncidentRow incident() {
        return new IncidentRow(
                "incident-1", Samples.APPLICATION, Samples.NUMBER, "fee", "Fault", Instant.EPOCH);
    }
}
