package org.banshi.web.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Map;
import org.banshi.app.casefile.CaseServices;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.worklist.FindIncidents;
import org.banshi.query.contract.worklist.IncidentRow;
import org.banshi.web.Answers;
import org.banshi.web.Pages;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Failed steps are named as people name them. */
@WebSliceTest
class IncidentPageTest {

    private static final String CASE = "href=\"/work/cases/" + Samples.NUMBER + "\"";

    private final Pages pages;
    private final Answers answers;
    private final CaseServices services;

    @Autowired
    IncidentPageTest(MockMvc mvc, Answers answers, CaseServices services) {
        this.pages = new Pages(mvc);
        this.answers = answers;
        this.services = services;
    }

    @BeforeEach
    void of_an_allowance() {
        answers.forget();
        when(services.of(any()))
                .thenReturn(Map.of(Samples.NUMBER, new ServiceVersion(Samples.SERVICE, 1)));
    }

    @AfterEach
    void forget() {
        reset(services);
        answers.forget();
        Samples.nobody();
    }

    private void failed(String... activities) {
        answers.to(
                FindIncidents.class,
                List.of(activities).stream()
                        .map(
                                it ->
                                        new IncidentRow(
                                                "incident-" + it,
                                                Samples.APPLICATION,
                                                Samples.NUMBER,
                                                it,
                                                "java.io.IOException",
                                                Samples.THEN))
                        .toList());
    }

    @Test
    void names_item_and_step_and_leads_to_the_case() throws Exception {
        Samples.staff(Role.SUPERVISOR);
        failed("home-visit", "when-register-asked-then-ask");

        assertThat(pages.page(get("/ops/incidents")))
                .contains(CASE, "<td>最低生活保障", "<td>入户调查", "<td>向登记机关查询")
                .doesNotContain(">home-visit", ">when-");
        assertThat(pages.body(get("/ops/incidents").param("lang", "en"), 200))
                .contains("<td>Asking a register", "Home visit");
    }

    @Test
    void tells_an_automatic_step_as_the_process_names_it_and_an_unknown_one_as_it_is()
            throws Exception {
        Samples.staff(Role.SUPERVISOR);
        failed("ask-income", "gone-since");

        assertThat(pages.page(get("/ops/incidents")))
                .containsPattern("<td lang=\"zh-CN\">[^<]*\\p{IsHan}")
                .contains("<td>gone-since");
    }

    @Test
    void shows_an_operator_no_way_into_the_case() throws Exception {
        Samples.staff(Role.OPERATOR);
        failed("home-visit");

        assertThat(pages.page(get("/ops/incidents"))).contains(Samples.NUMBER).doesNotContain(CASE);
    }
}
