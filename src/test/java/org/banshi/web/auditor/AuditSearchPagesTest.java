package org.banshi.web.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.notNull;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.banshi.app.audit.look.Look;
import org.banshi.app.audit.look.Look.Kind;
import org.banshi.app.audit.look.Looks;
import org.banshi.app.audit.look.Purpose;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.audit.Act;
import org.banshi.query.contract.audit.FindActs;
import org.banshi.query.contract.audit.FindPersonRecords;
import org.banshi.query.contract.audit.PersonRecords;
import org.banshi.query.contract.page.Page;
import org.banshi.web.Answers;
import org.banshi.web.Pages;
import org.banshi.web.Samples;
import org.banshi.web.WebSliceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Why an auditor looks, and what is found of a person and of acts. */
@WebSliceTest
class AuditSearchPagesTest {

    private static final String CASE = "/audit/cases/" + Samples.NUMBER;

    private final MockMvc mvc;
    private final Pages pages;
    private final Answers answers;
    private final Looks looks;

    @Autowired
    AuditSearchPagesTest(MockMvc mvc, Answers answers, Looks looks) {
        this.mvc = mvc;
        this.pages = new Pages(mvc);
        this.answers = answers;
        this.looks = looks;
    }

    @BeforeEach
    void an_auditor_who_said_nothing_yet() {
        answers.forget();
        Samples.staff(Role.AUDITOR);
    }

    @Test
    void takes_a_purpose_only_as_an_order_and_a_reason() throws Exception {
        assertThat(
                        pages.body(
                                post("/audit/purpose")
                                        .param("reference", "sj 1")
                                        .param("reason", "x")
                                        .param("back", "//evil.example"),
                                422))
                .contains("请填写合格的文号")
                .doesNotContain("evil");
        pages.moved(
                post("/audit/purpose")
                        .param("reference", "SJ-2026-011")
                        .param("reason", "抽查终止的案件")
                        .param("back", CASE + "/as-of?position=3"),
                CASE + "/as-of?position=3");
        verify(looks).state("tianhe-town-1", "SJ-2026-011", "抽查终止的案件");
    }

    @Test
    void looks_for_a_person_only_under_an_order_and_never_by_number_in_an_address()
            throws Exception {
        assertThat(pages.page(get("/audit/people"))).contains("先说明事由");
        pages.moved(
                post("/audit/people").param("identityNumber", "440106190503120625"),
                "/audit/purpose?back=/audit/people");
        pages.moved(get("/audit/people/person-1"), "/audit/purpose?back=/audit/people/person-1");

        when(looks.purpose("tianhe-town-1"))
                .thenReturn(Optional.of(new Purpose("SJ-1", "抽查案件", Samples.THEN)));
        PersonRecords nothing = new PersonRecords(List.of(), List.of(), List.of(), false);
        answers.to(FindPersonRecords.class, nothing);
        pages.moved(
                post("/audit/people").param("identityNumber", "440106190503120625"),
                "/audit/people/person-1");
        assertThat(pages.body(post("/audit/people").param("identityNumber", "1"), 422))
                .contains("没有登记过", "value=\"1\"");
        answers.to(
                FindPersonRecords.class,
                new PersonRecords(
                        List.of(
                                new PersonRecords.Case(
                                        Samples.NUMBER, Samples.SERVICE, "440106", Samples.THEN)),
                        List.of(
                                new PersonRecords.Benefit(
                                        "b", Samples.NUMBER, "living-allowance", true, 3)),
                        List.of(new PersonRecords.Certificate("c-1", "FROZEN")),
                        false));
        assertThat(pages.page(get("/audit/people/person-1")))
                .contains(Samples.NUMBER, "已停发", "已冻结")
                .containsSubsequence("id=\"benefits\"", "最低生活保障", "living-allowance");
    }

    @Test
    void finds_a_person_for_whom_somebody_else_applied_beside_what_they_asked_for_themselves()
            throws Exception {
        when(looks.purpose("tianhe-town-1"))
                .thenReturn(Optional.of(new Purpose("SJ-1", "抽查案件", Samples.THEN)));
        PersonRecords ward =
                new PersonRecords(
                        List.of(),
                        List.of(new PersonRecords.Benefit("b", "", "for-the-ward", true, 3)),
                        List.of(),
                        false);
        PersonRecords own =
                new PersonRecords(
                        List.of(),
                        List.of(new PersonRecords.Benefit("c", "", "their-own", false, 7)),
                        List.of(),
                        false);
        answers.to(
                FindPersonRecords.class,
                (FindPersonRecords asked) -> asked.person().equals(Samples.PERSON) ? own : ward);
        String both = found("440106190503120625");
        String alone = found("440106190501010001");

        assertThat(both).startsWith("/audit/people/person-1?also=holder-");
        assertThat(alone).startsWith("/audit/people/holder-").doesNotContain("?");
        assertThat(pages.page(get(both))).containsSubsequence("their-own", "for-the-ward");
        verify(looks, times(2))
                .record(
                        eq("tianhe-town-1"),
                        eq(new Look(Kind.PERSON, "person-1", null)),
                        notNull());
        verify(looks, times(2))
                .record(
                        eq("tianhe-town-1"),
                        eq(new Look(Kind.PERSON, both.substring(both.indexOf("holder-")), null)),
                        notNull());
        assertThat(pages.page(get(alone))).contains("for-the-ward").doesNotContain("their-own");

        when(looks.purpose("tianhe-town-1")).thenReturn(Optional.empty());
        assertThat(mvc.perform(get(both)).andReturn().getResponse().getRedirectedUrl())
                .startsWith("/audit/purpose?back=/audit/people/person-1%3Falso%3Dholder-");
    }

    private String found(String number) throws Exception {
        return mvc.perform(post("/audit/people").param("identityNumber", number))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    @Test
    void looks_for_acts_by_what_who_and_when() throws Exception {
        assertThat(pages.page(get("/audit/acts")))
                .contains("至少填写一项")
                .contains("<option value=\"application.suspended\">中止</option>");
        answers.to(
                FindActs.class,
                new Page<>(
                        List.of(new Act(Samples.NUMBER, Samples.SERVICE, AuditSamples.ENTRY)),
                        "c2",
                        1_001));
        assertThat(
                        pages.page(
                                get("/audit/acts")
                                        .param("event", "application.applied")
                                        .param("to", "2026-09-14")))
                .contains("1000+", Samples.NUMBER, "cursor=c2");
        assertThat(answers.last(FindActs.class).until())
                .isEqualTo(Instant.parse("2026-09-14T16:00:00Z"));
        assertThat(pages.body(get("/audit/acts").param("from", "14.9."), 422)).contains("请填写日期");
    }
}
