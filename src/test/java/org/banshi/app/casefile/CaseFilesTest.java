package org.banshi.app.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.QueryGateway;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Authority;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.application.Withheld;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.query.contract.casefile.FindCaseFile;
import org.banshi.query.contract.progress.Progress;
import org.junit.jupiter.api.Test;

class CaseFilesTest {

    private static final ApplicationId ID =
            new ApplicationId("11111111-2222-3333-4444-555555555555");
    private static final PersonId PERSON = new PersonId("person-1");
    private static final Scope OFFICER =
            new Scope(
                    "officer-1",
                    null,
                    Set.of(Scope.Role.OFFICER),
                    "town",
                    new RegionCode("440106"));

    private final QueryGateway queries = mock();
    private final List<Recorded> story = new ArrayList<>();
    private final CaseFiles files = new CaseFiles(queries, (stream, interest) -> story);

    @Test
    void puts_supplements_over_what_was_filed_and_lists_every_paper() {
        seen(true);
        happened(applied(new FormData(Map.of("income", 1, "name", "李梅"))));
        happened(
                new ApplicationEvent.Supplemented(
                        ID,
                        PERSON,
                        new FormData(Map.of("income", 2)),
                        List.of(paper("income-proof"))));
        happened(
                new ApplicationEvent.PostingProved(
                        ID, PERSON, paper("posting-proof"), "村口", LocalDate.of(2026, 9, 21)));

        CaseFile file = files.handle(new FindCaseFile("1", OFFICER)).orElseThrow();

        assertThat(file.form().values()).containsEntry("income", 2).containsEntry("name", "李梅");
        assertThat(file.materials())
                .extracting(Material::code)
                .containsExactly("household-book", "income-proof", "posting-proof");
        assertThat(file.findings())
                .singleElement()
                .satisfies(
                        it ->
                                assertThat(it.data().values())
                                        .isEqualTo(
                                                Map.of(
                                                        "postedAt",
                                                        "村口",
                                                        "photographedOn",
                                                        "2026-09-21")));
    }

    @Test
    void tells_what_was_found_on_the_way() {
        seen(true);
        happened(applied(FormData.empty()));
        happened(
                new SocialEvent.HomeVisited(
                        ID,
                        PERSON,
                        LocalDate.of(2026, 9, 21),
                        List.of("甲", "乙"),
                        "属实",
                        new BigDecimal("2400.00")));
        happened(
                new ApplicationEvent.StepCompleted(
                        ID, PERSON, "send-up", "sent", "同意", new FormData(Map.of("pages", 3))));

        List<CaseFile.Finding> findings =
                files.handle(new FindCaseFile("1", OFFICER)).orElseThrow().findings();

        assertThat(findings)
                .extracting(CaseFile.Finding::event)
                .containsExactly("social.home-visited", "application.step-completed");
        assertThat(findings.get(0).data().values())
                .containsEntry("evaluatedIncome", new BigDecimal("2400.00"));
        assertThat(findings.get(1).subject()).isEqualTo("send-up");
        assertThat(findings.get(1).data().values()).containsEntry("pages", 3);
        assertThat(findings.get(1).by()).isEqualTo("officer-1");
    }

    @Test
    void names_the_adult_whom_a_registers_answer_is_about() {
        FormData about = new FormData(Map.of("name", "王建国"));
        PersonId adult = new PersonId(ID + "-2");
        seen(true);
        happened(applied(FormData.empty()));
        happened(
                new ApplicationEvent.RegisterAsked(
                        ID, adult, "income", "tax", 2, about, Authority.of("paper-1")));
        happened(
                new ApplicationEvent.RegisterAnswered(
                        ID,
                        adult,
                        "income",
                        "tax",
                        2,
                        RegisterOutcome.ANSWERED,
                        new FormData(Map.of("monthlyIncome", 1200)),
                        0));
        happened(
                new ApplicationEvent.RegisterWithheld(
                        ID, adult, "property", "banks", 2, about, Withheld.NO_AUTHORITY, 0));

        assertThat(files.handle(new FindCaseFile("1", OFFICER)).orElseThrow().findings())
                .extracting(CaseFile.Finding::subject, found -> found.data().values())
                .containsExactly(
                        tuple(
                                "income",
                                Map.of(
                                        "name",
                                        "王建国",
                                        "outcome",
                                        "ANSWERED",
                                        "monthlyIncome",
                                        1200)),
                        tuple("property", Map.of("name", "王建国", "outcome", "NO_AUTHORITY")));
    }

    @Test
    void shows_nothing_to_whom_the_case_is_out_of_scope() {
        seen(false);
        happened(applied(FormData.empty()));

        assertThat(files.handle(new FindCaseFile("1", OFFICER))).isEmpty();
    }

    @Test
    void prints_nothing_personal() {
        seen(true);
        happened(applied(new FormData(Map.of("name", "李梅"))));

        assertThat(files.handle(new FindCaseFile("1", OFFICER)).orElseThrow())
                .asString()
                .doesNotContain("李梅");
    }

    @SuppressWarnings("unchecked")
    private void seen(boolean inScope) {
        Progress progress =
                new Progress(
                        ID.value(),
                        "1",
                        "residence-permit",
                        1,
                        "440106",
                        Text.of("居住证", "Permit"),
                        1,
                        "accepted",
                        Text.of("", ""),
                        null,
                        "",
                        Instant.EPOCH,
                        null,
                        null,
                        Text.of("", ""),
                        false,
                        List.of(),
                        null,
                        false,
                        null,
                        null,
                        null,
                        List.of(),
                        false,
                        List.of(),
                        List.of());
        when(queries.query(any(), any(ResponseType.class)))
                .thenReturn(
                        CompletableFuture.completedFuture(
                                inScope ? Optional.of(progress) : Optional.empty()));
    }

    private void happened(Event event) {
        Stored stored = event.getClass().getAnnotation(Stored.class);
        story.add(
                new Recorded(
                        story.size() + 1,
                        "application",
                        ID.value(),
                        story.size(),
                        Instant.EPOCH,
                        stored.value(),
                        event,
                        new Stamp(
                                Instant.EPOCH,
                                Actor.officer("officer-1", "town", new RegionCode("440106"))),
                        Map.of()));
    }

    private static ApplicationEvent applied(FormData form) {
        return new ApplicationEvent.Applied(
                ID,
                PERSON,
                "1",
                new ServiceVersion("residence-permit", 1),
                new RegionCode("440106"),
                Channel.PC,
                new Applicant("李梅", "440106190503120625", "13800000001", null),
                form,
                List.of(paper("household-book")),
                "ABCD2345");
    }

    private static Material paper(String code) {
        return new Material("id-" + code, code, "0".repeat(64), "application/pdf", 1);
    }
}
