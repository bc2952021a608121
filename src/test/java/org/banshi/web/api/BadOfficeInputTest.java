package org.banshi.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.web.Answers;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What officers do with a case beside its tasks: whatever is wrong is sent on to nobody. */
@WebSliceTest
class BadOfficeInputTest {

    private static final String CASE = "/api/v1/applications/" + Samples.NUMBER;

    private final MockMvc mvc;
    private final Refusals refusals;
    private final Answers answers;
    private final CommandGateway commands;

    @Autowired
    BadOfficeInputTest(MockMvc mvc, Answers answers, CommandGateway commands) {
        this.mvc = mvc;
        this.refusals = new Refusals(mvc);
        this.answers = answers;
        this.commands = commands;
    }

    @BeforeEach
    void set_the_stage() {
        answers.forget();
        answers.to(FindProgress.class, Samples.progress());
        Samples.staff(Role.OFFICER);
    }

    @Test
    void wants_a_reason_of_a_sane_length() throws Exception {
        for (String act : new String[] {"/termination", "/suspension"}) {
            refusals.refused(act(act, "{}"), 400, "invalid-request");
            refusals.refused(act(act, "{\"reason\":\"  \"}"), 400, "invalid-request");
            refusals.refused(
                    act(act, "{\"reason\":\"" + "长".repeat(2001) + "\"}"), 400, "invalid-request");
            refusals.refused(act(act, "{\"grounds\":\"x\"}"), 400, "invalid-json");
        }
        verifyNoInteractions(commands);
    }

    @Test
    void reads_no_version_that_is_none() throws Exception {
        for (String act : new String[] {"/termination", "/suspension", "/resumption"}) {
            refusals.refused(
                    act(act, "{\"reason\":\"火灾\"}").header("If-Match", "new"),
                    400,
                    "invalid-request");
        }
        verifyNoInteractions(commands);
    }

    @Test
    void is_for_officers_in_whose_reach_the_case_is() throws Exception {
        for (String act : new String[] {"/termination", "/suspension", "/resumption"}) {
            for (Role role : new Role[] {Role.SUPERVISOR, Role.AUDITOR, Role.OPERATOR}) {
                Samples.staff(role);
                refusals.refused(act(act, "{\"reason\":\"火灾\"}"), 403, "forbidden");
            }
            Samples.citizen();
            refusals.refused(act(act, "{\"reason\":\"火灾\"}"), 403, "forbidden");
            Samples.nobody();
            refusals.refused(act(act, "{\"reason\":\"火灾\"}"), 401, "sign-in-required");
        }
        Samples.staff(Role.OFFICER);
        answers.forget();
        refusals.refused(act("/termination", "{\"reason\":\"火灾\"}"), 404, "case-not-found");
        verifyNoInteractions(commands);
    }

    @Test
    void reads_no_service_without_day_known_way_or_proof() throws Exception {
        String delivery = "/deliveries/delivery-1";
        for (String body :
                new String[] {
                    "{\"way\":\"post\",\"proof\":\"RR1\"}",
                    "{\"day\":\"2026-09-12\",\"way\":\"owl\",\"proof\":\"RR1\"}",
                    "{\"day\":\"2026-09-12\",\"proof\":\"RR1\"}",
                    "{\"day\":\"2026-09-12\",\"way\":\"post\",\"proof\":\" \"}"
                }) {
            refusals.refused(act(delivery, body), 400, "invalid-request");
        }
        refusals.refused(
                act(delivery, "{\"day\":\"soon\",\"way\":\"post\",\"proof\":\"RR1\"}"),
                400,
                "invalid-json");
        Samples.citizen();
        refusals.refused(
                act(delivery, "{\"day\":\"2026-09-12\",\"way\":\"post\",\"proof\":\"RR1\"}"),
                403,
                "forbidden");
        verifyNoInteractions(commands);
    }

    @Test
    void hands_the_reason_and_the_version_on() throws Exception {
        assertThat(
                        mvc.perform(
                                        act("/suspension", "{\"reason\":\"火灾\"}")
                                                .header("If-Match", "\"7\""))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(200);

        ArgumentCaptor<CommandMessage<?>> sent = ArgumentCaptor.captor();
        verify(commands).sendAndWait(sent.capture());
        assertThat(sent.getValue().getPayload())
                .isInstanceOfSatisfying(
                        ApplicationCommand.Suspend.class,
                        it -> {
                            assertThat(it.reason()).isEqualTo("火灾");
                            assertThat(it.expectedVersion()).isEqualTo(7);
                            assertThat(it.stamp().by().body()).isEqualTo("town");
                        });
    }

    private static MockHttpServletRequestBuilder act(String act, String body) {
        return post(CASE + act).contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
