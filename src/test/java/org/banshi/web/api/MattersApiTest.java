package org.banshi.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.matter.MatterCommand;
import org.banshi.command.contract.matter.MatterId;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.matter.FindMyMatters;
import org.banshi.query.contract.matter.MatterView;
import org.banshi.web.Answers;
import org.banshi.web.Pages;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** Departments tell of matters that they handle; their people read where those stand. */
@WebSliceTest
class MattersApiTest {

    private static final String PAID =
            "{\"register\": \"medical-assistance\", \"number\": \"MA-1\", \"identityNumber\":"
                    + " \"440106190503120625\", \"state\": \"paid\", \"day\": \"2026-09-14\","
                    + " \"amount\": 2500.00}";

    private final MockMvc mvc;
    private final Pages pages;
    private final Answers answers;
    private final CommandGateway commands;

    @Autowired
    MattersApiTest(MockMvc mvc, Answers answers, CommandGateway commands) {
        this.mvc = mvc;
        this.pages = new Pages(mvc);
        this.answers = answers;
        this.commands = commands;
    }

    @BeforeEach
    void forget() {
        answers.forget();
    }

    @Test
    void a_department_tells_of_a_persons_matter_by_identity_number() throws Exception {
        Samples.staff(Role.OFFICER);

        assertThat(tell(PAID)).isEqualTo(200);

        ArgumentCaptor<Object> sent = ArgumentCaptor.captor();
        verify(commands).sendAndWait(sent.capture());
        assertThat(((GenericCommandMessage<?>) sent.getValue()).getPayload())
                .isInstanceOfSatisfying(
                        MatterCommand.Report.class,
                        it -> {
                            assertThat(it.matter())
                                    .isEqualTo(MatterId.of("medical-assistance", "MA-1"));
                            assertThat(it.person()).isEqualTo(Samples.PERSON);
                            assertThat(it.amount()).isEqualByComparingTo(new BigDecimal("2500"));
                        });
    }

    @Test
    void whoever_is_not_registered_is_not_guessed() throws Exception {
        Samples.staff(Role.OFFICER);

        assertThat(tell(PAID.replace("440106190503120625", "440104190711300310"))).isEqualTo(422);
        assertThat(tell("{}")).isEqualTo(400);
        verify(commands, never()).sendAndWait(any());
    }

    @Test
    void citizens_tell_nothing_and_read_their_own() throws Exception {
        Samples.citizen();
        answers.to(FindMyMatters.class, List.of(matter()));

        assertThat(tell(PAID)).isEqualTo(403);
        assertThat(mvc.perform(get("/api/v1/matters")).andReturn().getResponse().getStatus())
                .isEqualTo(200);
        assertThat(pages.page(get("/cases")))
                .contains("医疗救助")
                .contains("MA-1")
                .contains("已支付")
                .contains("2,500.00");
    }

    private int tell(String body) throws Exception {
        return mvc.perform(
                        post("/api/v1/matters")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body.getBytes(StandardCharsets.UTF_8)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private static MatterView matter() {
        return new MatterView(
                "medical-assistance",
                Text.of("医疗救助", "Medical assistance"),
                "MA-1",
                Text.of("向乡镇申请。", "Apply to the town."),
                true,
                List.of(
                        new MatterView.Step(
                                "paid",
                                Text.of("已支付", "Paid"),
                                LocalDate.parse("2026-09-14"),
                                new BigDecimal("2500.00"),
                                null)));
    }
}
