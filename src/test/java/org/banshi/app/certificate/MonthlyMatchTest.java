package org.banshi.app.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.QueryGateway;
import org.banshi.app.certificate.MonthlyMatch.Change;
import org.banshi.app.certificate.MonthlyMatch.Match;
import org.banshi.app.certificate.MonthlyMatch.Taken;
import org.banshi.command.contract.benefit.BenefitCommand.ReportChange;
import org.banshi.command.contract.certificate.CertificateCommand.MatchDeath;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.certificate.CertificateStatus;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.DisabilityCertificateNumber.Category;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.PersonalData;
import org.banshi.process.policy.PersonsByNumber;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.benefit.BenefitView;
import org.banshi.query.contract.benefit.FindBenefitsOfHousehold;
import org.banshi.query.contract.benefit.FindBenefitsOfPersons;
import org.banshi.query.contract.benefit.FindMyBenefits;
import org.banshi.query.contract.certificate.CertificateRecord;
import org.banshi.query.contract.certificate.FindCertificateRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.ArgumentMatchers;

class MonthlyMatchTest {

    private static final String NUMBER = "440106190503071237";
    private static final String ALIKE = "440106190801191237";
    private static final RegionCode TIANHE = new RegionCode("440106");
    private static final Stamp STAMP =
            new Stamp(
                    Instant.parse("2026-05-06T01:00:00Z"),
                    Actor.officer("civil", "county-civil", TIANHE));

    private static final Scope OFFICE =
            new Scope("civil", null, Set.of(Scope.Role.OFFICER), "county-civil", TIANHE);

    private final QueryGateway queries = mock();
    private final List<Command> sent = new ArrayList<>();
    private final PersonalData personalData = mock();
    private final MonthlyMatch match =
            new MonthlyMatch(
                    queries,
                    personalData,
                    new PersonsByNumber(personalData, number -> Optional.empty()));

    @BeforeEach
    void aHolderWithOneOfTheTwoSubsidies() {
        when(personalData.hash("holder", NUMBER)).thenReturn("key");
        booked(Optional.of(certificate()));
        socialBenefits();
        household();
        when(queries.query(
                        any(FindMyBenefits.class),
                        ArgumentMatchers.<ResponseType<List<BenefitView>>>any()))
                .thenReturn(
                        CompletableFuture.completedFuture(
                                List.of(
                                        benefit("disability-nursing-subsidy", false),
                                        benefit("disability-living-subsidy", true),
                                        benefit("living-allowance", false))));
    }

    private void socialBenefits(BenefitView... benefits) {
        when(queries.query(
                        any(FindBenefitsOfPersons.class),
                        ArgumentMatchers.<ResponseType<List<BenefitView>>>any()))
                .thenReturn(CompletableFuture.completedFuture(List.of(benefits)));
    }

    @Test
    void a_death_has_what_social_assistance_pays_the_person_checked_also_without_a_certificate() {
        booked(Optional.empty());
        socialBenefits(
                benefit("destitute-support", false), benefit("disability-nursing-subsidy", false));
        assertThat(take(Change.DEATH, TIANHE)).isEqualTo(new Taken(0, 2, 0));
        assertThat(sent).hasSize(2).allMatch(ReportChange.class::isInstance);
    }

    /** Of the military, or older than our books. */
    @Test
    void any_match_has_a_subsidy_checked_whose_certificate_is_in_no_book_of_ours() {
        booked(Optional.empty());
        socialBenefits(
                benefit("destitute-support", false), benefit("disability-nursing-subsidy", false));
        assertThat(take(Change.HOUSEHOLD, TIANHE)).isEqualTo(new Taken(0, 1, 0));
        assertThat(take(Change.CERTIFICATE, TIANHE)).isEqualTo(new Taken(0, 1, 0));
        assertThat(sent).hasSize(2).allMatch(ReportChange.class::isInstance);
    }

    /** Whose guardian applied for the certificate may have applied for the subsidy alone. */
    @Test
    void subsidies_are_looked_for_under_every_id_of_a_holder() {
        take(Change.DEATH, TIANHE);

        ArgumentCaptor<Object> asked = ArgumentCaptor.forClass(Object.class);
        verify(queries, atLeastOnce())
                .query(asked.capture(), ArgumentMatchers.<ResponseType<Object>>any());
        assertThat(asked.getAllValues())
                .filteredOn(FindMyBenefits.class::isInstance)
                .extracting(it -> ((FindMyBenefits) it).scope().person().value())
                .contains("person-1")
                .anyMatch(it -> it.startsWith("holder-"))
                .hasSize(2);
    }

    @Test
    void a_death_has_what_the_household_draws_checked_once_and_nothing_but_a_death_does() {
        booked(Optional.empty());
        household(benefit("living-allowance", false), benefit("disability-nursing-subsidy", false));
        assertThat(take(Change.LEFT_PROVINCE, TIANHE)).isEqualTo(new Taken(0, 0, 1));
        assertThat(take(Change.DEATH, TIANHE)).isEqualTo(new Taken(0, 1, 0));
        assertThat(sent)
                .singleElement()
                .isInstanceOfSatisfying(
                        ReportChange.class,
                        it -> {
                            assertThat(it.change()).contains("家庭成员（1905年出生，证件尾号1237）死亡");
                            assertThat(it.once()).as("each list says it again").isTrue();
                        });

        socialBenefits(benefit("living-allowance", false));
        assertThat(take(Change.DEATH, TIANHE)).as("found twice").isEqualTo(new Taken(0, 1, 0));
        assertThat(sent)
                .last()
                .isInstanceOfSatisfying(
                        ReportChange.class,
                        it -> assertThat(it.once()).as("of whoever is paid").isFalse());
    }

    /** Numbers that end alike: what says the same twice is looked into once. */
    @Test
    void the_deaths_of_two_members_are_told_apart_though_their_numbers_end_alike() {
        booked(Optional.empty());
        when(personalData.hash("holder", ALIKE)).thenReturn("key");
        household(benefit("living-allowance", false));
        match.take(
                List.of(
                        new Match(NUMBER, Change.DEATH, "civil-registration"),
                        new Match(ALIKE, Change.DEATH, "civil-registration")),
                OFFICE,
                STAMP,
                (number, stream, command) -> sent.add(command));

        assertThat(NUMBER).endsWith(ALIKE.substring(14));
        assertThat(sent)
                .hasSize(2)
                .extracting(it -> ((ReportChange) it).change())
                .doesNotHaveDuplicates();
    }

    @Test
    void two_matches_of_one_person_are_two_messages_to_the_same_benefit() {
        booked(Optional.empty());
        socialBenefits(benefit("destitute-support", false));
        List<Integer> numbers = new ArrayList<>();

        match.take(
                List.of(
                        new Match(NUMBER, Change.LEFT_PROVINCE, "police"),
                        new Match(NUMBER, Change.DEATH, "civil-registration")),
                OFFICE,
                STAMP,
                (number, stream, command) -> numbers.add(number));

        assertThat(numbers).containsExactly(0, 1);
    }

    private void household(BenefitView... benefits) {
        when(queries.query(
                        any(FindBenefitsOfHousehold.class),
                        ArgumentMatchers.<ResponseType<List<BenefitView>>>any()))
                .thenReturn(CompletableFuture.completedFuture(List.of(benefits)));
    }

    @Test
    void a_death_holds_the_certificate_and_is_told_of_each_subsidy_also_while_it_is_checked() {
        Taken taken = take(Change.DEATH, TIANHE);

        assertThat(taken).isEqualTo(new Taken(1, 2, 0));
        assertThat(sent).hasSize(3);
        assertThat(sent.get(0))
                .isEqualTo(new MatchDeath(CertificateId.of("key"), "civil-registration", STAMP));
        assertThat(sent.get(1))
                .isInstanceOfSatisfying(
                        ReportChange.class,
                        it -> assertThat(it.change()).contains("死亡").contains("请核实"));
    }

    @Test
    void another_change_only_has_the_subsidies_checked() {
        assertThat(take(Change.LEFT_PROVINCE, TIANHE)).isEqualTo(new Taken(0, 2, 0));
        assertThat(sent).hasSize(2).allMatch(ReportChange.class::isInstance);
    }

    @Test
    void of_nobody_in_the_books_of_the_region_nothing_is_done() {
        assertThat(take(Change.DEATH, new RegionCode("440104"))).isEqualTo(new Taken(0, 0, 1));
        booked(Optional.empty());
        assertThat(take(Change.DEATH, TIANHE)).isEqualTo(new Taken(0, 0, 1));
        assertThat(sent).isEmpty();
    }

    private Taken take(Change change, RegionCode region) {
        return match.take(
                List.of(new Match(NUMBER, change, "civil-registration")),
                new Scope("civil", null, Set.of(Scope.Role.OFFICER), "county-civil", region),
                STAMP,
                (number, stream, command) -> sent.add(command));
    }

    private void booked(Optional<CertificateRecord> found) {
        when(queries.query(
                        eq(new FindCertificateRecord(CertificateId.of("key"))),
                        ArgumentMatchers.<ResponseType<Optional<CertificateRecord>>>any()))
                .thenReturn(CompletableFuture.completedFuture(found));
    }

    private static CertificateRecord certificate() {
        return new CertificateRecord(
                new PersonId("person-1"),
                "440106",
                CertificateStatus.VALID,
                NUMBER + "42",
                Category.PHYSICAL,
                2,
                LocalDate.parse("2020-05-06"),
                LocalDate.parse("2030-05-05"),
                null,
                null);
    }

    private static BenefitView benefit(String kind, boolean underReview) {
        return new BenefitView(
                UUID.nameUUIDFromBytes(kind.getBytes(StandardCharsets.UTF_8)).toString(),
                "00000000-0000-0000-0000-000000000002",
                kind,
                Text.of("补贴", "subsidy"),
                BenefitView.Status.RUNNING,
                1,
                new BigDecimal("280.00"),
                false,
                null,
                null,
                underReview,
                false,
                null,
                List.of(),
                List.of());
    }
}
