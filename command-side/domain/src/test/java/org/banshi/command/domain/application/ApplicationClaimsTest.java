package org.banshi.command.domain.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.command.domain.invented.CaseFixture.CASE;
import static org.banshi.command.domain.invented.CaseFixture.appliedEvent;
import static org.banshi.command.domain.invented.People.LIN;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApplicationClaimsTest {

    private final ClaimRules claims = new ApplicationClaims();

    @Test
    void claims_the_number_and_the_persons_only_open_application_of_the_item() {
        ClaimRules.Changes changes =
                claims.of(
                        CASE.value(),
                        appliedEvent(new ServiceVersion("lantern-permit", 3), Map.of()));

        assertThat(changes.acquired())
                .containsExactly(
                        new Claim("application-number", "N-1"),
                        new Claim("open-application", "person-lin/lantern-permit"));
        assertThat(changes.released()).isEmpty();
    }

    @Test
    void says_that_its_applicant_died_also_after_its_end_until_that_is_refuted() {
        assertThat(claims.of(CASE.value(), new ApplicationEvent.DeathRecorded(CASE, LIN, "")))
                .isEqualTo(
                        new ClaimRules.Changes(
                                List.of(new Claim("recorded-death", "person-lin/" + CASE.value())),
                                List.of()));
        assertThat(claims.of(CASE.value(), new ApplicationEvent.DeathRefuted(CASE, LIN, "")))
                .isEqualTo(
                        new ClaimRules.Changes(List.of(), List.of(Claim.every("recorded-death"))));
        assertThat(claims.concerns(ApplicationEvent.DeathRecorded.class)).isTrue();
        assertThat(claims.concerns(ApplicationEvent.DeathRefuted.class)).isTrue();
    }

    @Test
    void what_an_office_begins_by_itself_is_no_open_application() {
        ApplicationEvent.Applied applied =
                appliedEvent(new ServiceVersion("lantern-permit", 3), Map.of());
        ApplicationEvent.Applied exOfficio =
                new ApplicationEvent.Applied(
                        applied.application(),
                        applied.subject(),
                        applied.number(),
                        applied.service(),
                        applied.region(),
                        Channel.EX_OFFICIO,
                        applied.details(),
                        applied.form(),
                        applied.materials(),
                        applied.queryCode());

        assertThat(claims.of(CASE.value(), exOfficio).acquired())
                .containsExactly(new Claim("application-number", "N-1"));
    }

    @Test
    void a_case_for_another_is_the_only_one_of_whoever_files_it_and_holds_nobody_else_back() {
        ApplicationEvent.Applied own =
                appliedEvent(new ServiceVersion("lantern-permit", 3), Map.of());
        assertThat(claims.of(CASE.value(), openFor(own, "child", "other")).acquired())
                .containsExactly(
                        new Claim("application-number", "N-1"),
                        new Claim("open-application", "child/person-lin/lantern-permit"),
                        new Claim("open-application", "other/person-lin/lantern-permit"));
        assertThat(claims.of(CASE.value(), openFor(own, "person-lin", "number")).acquired())
                .contains(
                        new Claim("open-application", "person-lin/lantern-permit"),
                        new Claim("open-application", "number/person-lin/lantern-permit"));
    }

    @Test
    void a_supplement_that_changes_whom_it_is_for_gives_the_first_ones_place_to_the_other() {
        ClaimRules.Changes changes = claims.of(CASE.value(), supplemented("other"));

        assertThat(claims.concerns(ApplicationEvent.Supplemented.class)).isTrue();
        assertThat(changes.released()).containsExactly(new Claim("open-application", "*"));
        assertThat(changes.acquired())
                .containsExactly(new Claim("open-application", "other/person-lin/lantern-permit"));
        assertThat(
                        claims.of(
                                CASE.value(),
                                new ApplicationEvent.Supplemented(
                                        CASE, LIN, FormData.empty(), List.of())))
                .isEqualTo(ClaimRules.Changes.NONE);
    }

    /** ADR 0073: it names nobody, and shares no key with one that does. */
    @Test
    void an_older_dispute_holds_back_none_that_names_whom_it_is_against() {
        ApplicationEvent.Applied older =
                appliedEvent(new ServiceVersion("lantern-permit", 3), Map.of());
        List<Claim> held = claims.of(CASE.value(), older).acquired();

        assertThat(claims.of("app-2", openFor(older, "key-factory")).acquired())
                .filteredOn(claim -> claim.kind().equals("open-application"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(held);
    }

    private static ApplicationEvent supplemented(String whom) {
        return new ApplicationEvent.Supplemented(
                CASE, LIN, FormData.empty(), List.of(), null, "lantern-permit", List.of(whom));
    }

    private static ApplicationEvent.Applied openFor(
            ApplicationEvent.Applied applied, String... whom) {
        return new ApplicationEvent.Applied(
                applied.application(),
                applied.subject(),
                applied.number(),
                applied.service(),
                applied.region(),
                applied.channel(),
                applied.details(),
                applied.form(),
                applied.materials(),
                applied.queryCode(),
                List.of(whom));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void releases_the_open_application_at_its_end_and_never_the_number(ApplicationEvent end) {
        ClaimRules.Changes changes = claims.of(CASE.value(), end);

        assertThat(changes.acquired()).isEmpty();
        assertThat(changes.released())
                .contains(new Claim("open-application", "*"))
                .extracting(Claim::kind)
                .doesNotContain("application-number");
    }

    @Test
    void leaves_claims_alone_in_between() {
        assertThat(
                        claims.of(
                                CASE.value(),
                                new ApplicationEvent.Accepted(
                                        CASE, LIN, LocalDate.EPOCH, null, null)))
                .isEqualTo(ClaimRules.Changes.NONE);
    }

    static List<ApplicationEvent> ends() {
        return List.of(
                new ApplicationEvent.Concluded(
                        CASE, LIN, Conclusion.APPROVED, null, null, FormData.empty(), List.of()),
                new ApplicationEvent.AcceptanceRefused(CASE, LIN, "too-tall", List.of()),
                new ApplicationEvent.Withdrawn(CASE, LIN, null),
                new ApplicationEvent.Terminated(CASE, LIN, "", List.of()));
    }
}
