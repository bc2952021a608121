package org.banshi.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.banshi.app.casefile.PastCases;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.LogExport;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Who may look into the past and take the log, and what is wrong with a request for it. */
@WebSliceTest
class AuditApiTest {

    private static final String AS_OF = "/api/v1/audit/cases/N-1/as-of";
    private static final String EXPORT = "/api/v1/audit/export";

    private final MockMvc mvc;
    private final PastCases cases;
    private final EventLog log;
    private final LogExport export;
    private final ObjectMapper json = new ObjectMapper();

    @Autowired
    AuditApiTest(MockMvc mvc, PastCases cases, EventLog log, LogExport export) {
        this.mvc = mvc;
        this.cases = cases;
        this.log = log;
        this.export = export;
    }

    @BeforeEach
    void forget() {
        when(log.head()).thenReturn(42L);
        Samples.staff(Role.AUDITOR);
    }

    @Test
    void nobody_but_an_auditor_looks_into_the_past_or_takes_the_log() throws Exception {
        for (Role role : new Role[] {Role.OFFICER, Role.SUPERVISOR, Role.OPERATOR}) {
            Samples.staff(role);

            assertThat(code(403, AS_OF + "?position=1")).isEqualTo("forbidden");
            assertThat(code(403, EXPORT + "?reference=SJ-2026-1")).isEqualTo("forbidden");
        }
        verify(export, never()).write(anyLong(), anyLong(), any());
    }

    @Test
    void a_past_without_one_right_point_in_time_is_a_problem() throws Exception {
        assertThat(code(400, AS_OF)).isEqualTo("invalid-request");
        assertThat(code(400, AS_OF + "?position=1&at=2026-09-14T09:00:00Z"))
                .isEqualTo("invalid-request");
        assertThat(code(400, AS_OF + "?position=0")).isEqualTo("invalid-request");
        assertThat(code(400, AS_OF + "?position=43")).isEqualTo("invalid-request");
        assertThat(code(400, AS_OF + "?position=x")).isEqualTo("invalid-request");
        assertThat(code(400, AS_OF + "?at=2026-09-14")).isEqualTo("invalid-request");
    }

    @Test
    void a_case_that_was_not_there_yet_is_not_found() throws Exception {
        when(log.lastPositionAt(Instant.parse("2026-09-14T09:00:00Z"))).thenReturn(7L);

        assertThat(code(404, AS_OF + "?at=2026-09-14T09:00:00Z")).isEqualTo("case-not-found");
        verify(cases).find("N-1", Samples.staff(Role.AUDITOR).scope(), 7, null, 100);
    }

    @Test
    void an_export_needs_a_reference_and_a_range() throws Exception {
        assertThat(code(400, EXPORT)).isEqualTo("invalid-request");
        assertThat(code(400, EXPORT + "?reference=for Mr. Zhao")).isEqualTo("invalid-request");
        assertThat(code(400, EXPORT + "?reference=SJ-1&from=0")).isEqualTo("invalid-request");
        assertThat(code(400, EXPORT + "?reference=SJ-1&from=5&to=4")).isEqualTo("invalid-request");
        verify(export, never()).write(anyLong(), anyLong(), any());
    }

    @Test
    void an_export_ends_where_the_log_did_at_the_request() throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(get(EXPORT + "?reference=SJ-2026/1&to=99")).andReturn().getResponse();

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).startsWith("application/x-ndjson");
        verify(export).write(anyLong(), anyLong(), any());
    }

    private String code(int status, String path) throws Exception {
        MockHttpServletResponse answer = mvc.perform(get(path)).andReturn().getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(status);
        return json.readTree(answer.getContentAsString()).path("code").asText();
    }
}
