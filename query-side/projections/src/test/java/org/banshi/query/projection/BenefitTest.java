package org.banshi.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.banshi.command.contract.application.ApplicationEvent.Concluded;
import org.banshi.command.contract.application.ApplicationEvent.Protected;
import org.banshi.command.contract.application.ApplicationEvent.ProtectionLifted;
import org.banshi.command.contract.application.ApplicationEvent.RuleDecided;
import org.banshi.command.contract.application.ApplicationEvent.Supplemented;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.benefit.CertificationWay;
import org.banshi.command.contract.benefit.ReviewCause;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.certificate.CertificateEvent;
import org.banshi.command.contract.certificate.CertificateId;
import org.banshi.command.contract.person.DisabilityCertificateNumber;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.contract.person.PersonId;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.benefit.BenefitView;
import org.banshi.query.contract.benefit.BenefitView.Certification;
import org.banshi.query.contract.benefit.BenefitView.Decision;
import org.banshi.query.contract.benefit.BenefitView.Payment;
import org.banshi.query.contract.benefit.BenefitView.Status;
import org.banshi.query.contract.benefit.FindBenefitsOfCase;
import org.banshi.query.contract.benefit.FindBenefitsOfHousehold;
import org.banshi.query.contract.benefit.FindBenefitsOfPersons;
import org.banshi.query.contract.benefit.FindMyBenefits;
import org.banshi.query.contract.certificate.FindMyCertificates;
import org.banshi.query.contract.certificate.MyCertificate;
import org.banshi.query.projection.Story.Case;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BenefitTest {

    private static final BenefitId ID = new BenefitId("00000000-0000-0000-0000-000000000007");
    private static final DueDate DUE = new DueDate(LocalDate.parse("2027-03-15"), true);

    private final World world = new World();
    private final Story story = world.story;
    private final Case c = story.applied("440106001");

    @BeforeEach
    void grant() {
        tell(
                new BenefitEvent.Granted(
                        ID,
                        c.person(),
                        c.id(),
                        new ServiceVersion("grant", 1),
                        c.region(),
                        "grant-money",
                        new BigDecimal("1314.00"),
                        LocalDate.parse("2026-10-01"),
                        new BigDecimal("100.00"),
                        null,
                        3,
                        6,
                        DUE,
                        null));
    }

    @Test
    void a_person_sees_what_is_paid_by_month() {
        assertThat(mine())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.kind()).isEqualTo("grant-money");
                            assertThat(it.status()).isEqualTo(Status.RUNNING);
                            assertThat(it.monthlyAmount()).isEqualTo("1314.00");
                            assertThat(it.reviewDue()).isEqualTo(DUE);
                            assertThat(it.payments())
                                    .extracting(Payment::month, p -> p.amount().toPlainString())
                                    .containsExactly(
                                            tuple("2026-10", "1414.00"),
                                            tuple("2026-11", "1314.00"));
                        });
    }

    @Test
    void a_change_shows_its_reason_and_a_stop_ends_the_payments() {
        tell(
                new BenefitEvent.Decreased(
                        ID,
                        c.person(),
                        new BigDecimal("714.00"),
                        LocalDate.parse("2026-11-01"),
                        "收入增加",
                        "rule",
                        LocalDate.parse("2026-10-08"),
                        List.of(),
                        null));
        tell(
                new BenefitEvent.Stopped(
                        ID,
                        c.person(),
                        LocalDate.parse("2026-11-01"),
                        "搬离",
                        "rule",
                        LocalDate.parse("2026-11-02"),
                        List.of()));

        world.clock("2026-11-20T01:00:00Z");
        assertThat(mine())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.status()).isEqualTo(Status.ENDING);
                            assertThat(it.payments())
                                    .extracting(Payment::month, p -> p.amount().toPlainString())
                                    .containsExactly(
                                            tuple("2026-10", "1414.00"),
                                            tuple("2026-11", "714.00"));
                            assertThat(it.decisions())
                                    .extracting(Decision::event, Decision::reason)
                                    .containsExactly(
                                            tuple("benefit.decreased", "收入增加"),
                                            tuple("benefit.stopped", "搬离"));
                        });
        world.clock("2026-12-01T01:00:00Z");
        assertThat(mine()).extracting(BenefitView::status).containsExactly(Status.ENDED);
    }

    @Test
    void an_amount_is_provisional_as_long_as_the_case_behind_it_says_so() {
        Case other = story.applied("440106001", c.person().value(), c.name());
        assertThat(mine()).extracting(BenefitView::provisional).containsExactly(false);
        approved(c, true);
        assertThat(mine()).extracting(BenefitView::provisional).containsExactly(true);
        story.waits(c, "review", "town", "440106001", null);
        world.catchUp();
        assertThat(ofCase(World.officer("o", "town", "440106001")))
                .extracting(BenefitView::provisional)
                .containsExactly(true);

        approved(other, true);
        tell(confirmed(other, "2026-12-01"));
        tell(
                new BenefitEvent.Increased(
                        ID,
                        c.person(),
                        new BigDecimal("1500.00"),
                        LocalDate.parse("2027-02-01"),
                        "人口增加",
                        null));
        world.clock("2027-01-20T01:00:00Z");
        assertThat(mine()).extracting(BenefitView::provisional).containsExactly(true);
        world.clock("2027-02-20T01:00:00Z");
        assertThat(mine()).extracting(BenefitView::provisional).containsExactly(false);
    }

    @Test
    void a_confirmation_by_a_case_without_open_figures_makes_an_amount_definite() {
        Case other = story.applied("440106001", c.person().value(), c.name());
        approved(c, true);
        approved(other, false);
        tell(confirmed(other, "2026-12-01"));
        assertThat(mine()).extracting(BenefitView::provisional).containsExactly(true);

        world.clock("2026-12-20T01:00:00Z");
        assertThat(mine()).extracting(BenefitView::provisional).containsExactly(false);
    }

    @Test
    void what_is_left_without_one_members_share_is_as_provisional_as_before() {
        approved(c, true);
        tell(
                new BenefitEvent.ShareStopped(
                        ID,
                        c.person(),
                        "林果",
                        new BigDecimal("438.00"),
                        new BigDecimal("876.00"),
                        2,
                        LocalDate.parse("2026-12-01"),
                        "三次拒绝",
                        "rule",
                        LocalDate.parse("2026-11-08"),
                        List.of(),
                        null));
        world.clock("2026-12-20T01:00:00Z");
        assertThat(mine()).extracting(BenefitView::provisional).containsExactly(true);
    }

    @Test
    void what_goes_on_as_a_new_case_came_to_less_is_as_provisional_as_before() {
        Case other = story.applied("440106001", c.person().value(), c.name());
        approved(c, true);
        approved(other, false);
        tell(less(other));
        world.clock("2026-12-20T01:00:00Z");
        assertThat(mine()).extracting(BenefitView::provisional).containsExactly(true);
    }

    @Test
    void what_goes_on_is_no_more_provisional_than_before() {
        Case other = story.applied("440106001", c.person().value(), c.name());
        approved(other, true);
        tell(less(other));
        world.clock("2026-12-20T01:00:00Z");
        assertThat(mine()).extracting(BenefitView::provisional).containsExactly(false);
    }

    @Test
    void what_a_verification_names_is_as_provisional_as_the_figure_that_it_still_rests_on() {
        Case other = story.applied("440106001", c.person().value(), c.name());
        approved(other, true);
        tell(
                new BenefitEvent.ConfirmedAnew(
                        ID,
                        c.person(),
                        other.id(),
                        new BigDecimal("1400.00"),
                        LocalDate.parse("2026-11-01"),
                        null,
                        6,
                        DUE,
                        new BigDecimal("1238.00"),
                        false));
        tell(increased("1500.00", "2026-12-01", "1238", null));
        tell(increased("1600.00", "2027-01-01", "1300.00", null));
        world.clock("2026-12-20T01:00:00Z");
        assertThat(mine()).extracting(BenefitView::provisional).containsExactly(true);
        world.clock("2027-01-20T01:00:00Z");
        assertThat(mine()).extracting(BenefitView::provisional).containsExactly(false);
    }

    @Test
    void what_a_verification_names_says_itself_whether_its_figure_is_to_be_confirmed() {
        approved(c, true);
        tell(increased("1500.00", "2026-11-01", "1300.00", true));
        tell(increased("1600.00", "2026-12-01", "1300.00", false));
        tell(
                new BenefitEvent.Decreased(
                        ID,
                        c.person(),
                        new BigDecimal("1550.00"),
                        LocalDate.parse("2027-01-01"),
                        "收入增加",
                        "rule",
                        LocalDate.parse("2026-12-08"),
                        List.of(),
                        null,
                        new BigDecimal("1300.00"),
                        true));
        world.clock("2026-11-20T01:00:00Z");
        assertThat(mine()).extracting(BenefitView::provisional).containsExactly(true);
        world.clock("2026-12-20T01:00:00Z");
        assertThat(mine()).extracting(BenefitView::provisional).containsExactly(false);
        world.clock("2027-01-20T01:00:00Z");
        assertThat(mine()).extracting(BenefitView::provisional).containsExactly(true);
    }

    private BenefitEvent less(Case by) {
        return new BenefitEvent.ConfirmedAnew(
                ID,
                c.person(),
                by.id(),
                new BigDecimal("1314.00"),
                LocalDate.parse("2026-12-01"),
                null,
                6,
                DUE,
                null,
                true);
    }

    private BenefitEvent increased(
            String amount, String from, String standard, @Nullable Boolean provisional) {
        return new BenefitEvent.Increased(
                ID,
                c.person(),
                new BigDecimal(amount),
                LocalDate.parse(from),
                "人口增加",
                null,
                new BigDecimal(standard),
                provisional);
    }

    private BenefitEvent confirmed(Case by, String from) {
        return new BenefitEvent.ConfirmedAnew(
                ID,
                c.person(),
                by.id(),
                new BigDecimal("1400.00"),
                LocalDate.parse(from),
                null,
                6,
                DUE);
    }

    private void approved(Case of, boolean provisional) {
        story.of(
                of,
                new RuleDecided(
                        of.id(),
                        of.person(),
                        "amount",
                        FakeService.GRANT.version(),
                        LocalDate.parse("2026-09-14"),
                        "granted",
                        provisional,
                        FormData.empty(),
                        FormData.empty()));
        story.of(
                of,
                new Concluded(
                        of.id(),
                        of.person(),
                        Conclusion.APPROVED,
                        null,
                        null,
                        new FormData(Map.of("monthlyAmount", new BigDecimal("1314"))),
                        List.of()));
    }

    @Test
    void a_verification_shows_until_it_is_decided() {
        tell(
                new BenefitEvent.ReviewFellDue(
                        ID,
                        c.person(),
                        c.id(),
                        c.region(),
                        "grant-money",
                        1,
                        ReviewCause.PERIODIC,
                        new BigDecimal("1314.00"),
                        null,
                        null));
        tell(new BenefitEvent.ChangeReported(ID, c.person(), "儿子找到工作"));
        assertThat(mine()).extracting(BenefitView::underReview).containsExactly(true);

        tell(new BenefitEvent.Kept(ID, c.person(), 6, null));
        assertThat(mine()).extracting(BenefitView::underReview).containsExactly(false);
    }

    @Test
    void nobody_sees_a_strangers_benefit_and_offices_see_those_of_their_cases() {
        story.waits(c, "review", "town", "440106001", null);
        world.catchUp();

        assertThat(list(new FindMyBenefits(World.citizen("somebody-else")))).isEmpty();
        assertThat(ofCase(World.officer("o", "town", "440106001"))).hasSize(1);
        assertThat(ofCase(World.officer("o", "town", "440111001"))).isEmpty();
        assertThat(ofCase(World.citizen("somebody-else"))).isEmpty();
        assertThat(ofCase(World.citizen(c.person().value()))).hasSize(1);
    }

    @Test
    void the_yearly_certification_shows_when_it_opens_and_that_it_is_done() {
        LocalDate opens = LocalDate.parse("2027-04-01");
        LocalDate until = LocalDate.parse("2027-06-20");
        tell(new BenefitEvent.CertificationSet(ID, c.person(), opens, until));
        assertThat(mine())
                .extracting(BenefitView::certification)
                .containsExactly(new Certification(opens, until, false));

        tell(new BenefitEvent.CertificationOpened(ID, c.person(), until));
        assertThat(mine())
                .extracting(BenefitView::certification)
                .containsExactly(new Certification(opens, until, true));

        tell(new BenefitEvent.Certified(ID, c.person(), 2027, CertificationWay.ONLINE, null, null));
        assertThat(mine().get(0).decisions())
                .extracting(Decision::event)
                .contains("benefit.certified");
    }

    @Test
    void a_guardian_sees_the_holders_benefits_while_the_guardianship_lasts() {
        PersonId guardian = new PersonId("person-guardian");
        CertificateId certificate = CertificateId.of("holder");
        story.add(
                "certificate",
                certificate.value(),
                new CertificateEvent.Issued(
                        certificate,
                        c.person(),
                        "holder",
                        guardian,
                        LocalDate.parse("2026-12-31"),
                        c.id(),
                        "44010619050214851142",
                        DisabilityCertificateNumber.Category.PHYSICAL,
                        2,
                        LocalDate.parse("2026-09-01"),
                        c.region(),
                        LocalDate.parse("2026-09-01"),
                        LocalDate.parse("2036-08-31")));
        world.catchUp();

        assertThat(list(new FindMyBenefits(World.citizen(guardian.value()))))
                .extracting(BenefitView::forAnother)
                .containsExactly(true);
        assertThat(mine()).extracting(BenefitView::forAnother).containsExactly(false);

        story.of(c, new Protected(c.id(), c.person(), "遭受暴力", false));
        world.catchUp();
        Scope ofGuardian = World.citizen(guardian.value());
        assertThat(list(new FindMyBenefits(ofGuardian))).as("who may be feared").isEmpty();
        assertThat(certificates(ofGuardian)).isEmpty();
        assertThat(certificates(World.agent(c.person().value(), Set.of(), Set.of()))).isEmpty();
        assertThat(mine()).hasSize(1);
        assertThat(certificates(World.citizen(c.person().value()))).hasSize(1);
        story.of(c, new ProtectionLifted(c.id(), c.person(), "已分开居住"));
        world.catchUp();
        assertThat(list(new FindMyBenefits(ofGuardian))).hasSize(1);
        assertThat(certificates(ofGuardian)).hasSize(1);

        world.clock("2027-01-01T01:00:00Z");
        assertThat(list(new FindMyBenefits(ofGuardian))).isEmpty();
    }

    private List<MyCertificate> certificates(Scope scope) {
        return world.ask(
                new FindMyCertificates(scope, LocalDate.parse("2026-09-14")),
                ResponseTypes.multipleInstancesOf(MyCertificate.class));
    }

    @Test
    void an_agent_sees_them_but_for_items_withheld_and_not_of_a_protected_person() {
        Case other = story.applied("440106001", c.person().value(), c.name());
        world.catchUp();
        Scope all = World.agent(c.person().value(), Set.of(), Set.of());
        Scope without = World.agent(c.person().value(), Set.of(), Set.of("grant"));

        assertThat(list(new FindMyBenefits(all))).hasSize(1);
        assertThat(ofCase(all)).hasSize(1);
        assertThat(list(new FindMyBenefits(without))).isEmpty();
        assertThat(ofCase(World.agent(c.person().value(), Set.of(), Set.of("invented-grant"))))
                .isEmpty();

        story.of(other, new Protected(other.id(), c.person(), "遭受暴力", false));
        world.catchUp();

        assertThat(list(new FindMyBenefits(all))).isEmpty();
        assertThat(ofCase(all)).isEmpty();
        assertThat(mine()).hasSize(1);
    }

    @Test
    void an_office_finds_what_persons_draw_by_its_own_cases() {
        story.waits(c, "review", "town", "440106001", null);
        Set<PersonId> persons = Set.of(c.person(), new PersonId("somebody-else"));
        assertThat(mine()).hasSize(1);
        assertThat(
                        list(
                                new FindBenefitsOfPersons(
                                        World.officer("o", "town", "440106001"), persons)))
                .hasSize(1);
        assertThat(
                        list(
                                new FindBenefitsOfPersons(
                                        World.officer("o", "town", "440111001"), persons)))
                .isEmpty();
        assertThat(
                        list(
                                new FindBenefitsOfPersons(
                                        World.officer("o", "town", "440106001"), Set.of())))
                .isEmpty();
        assertThat(list(new FindBenefitsOfPersons(World.citizen(c.person().value()), persons)))
                .isEmpty();
    }

    @Test
    void an_office_finds_what_a_household_draws_by_the_number_of_a_member() {
        story.waits(c, "review", "town", "440106001", null);
        story.of(
                c,
                new Supplemented(c.id(), c.person(), household("44010619050214852X"), List.of()));
        assertThat(mine()).hasSize(1);
        assertThat(ofHousehold("440106001", "44010619050214852x")).hasSize(1);
        assertThat(ofHousehold("440111001", "44010619050214852X")).isEmpty();
        assertThat(ofHousehold("440106001", "440106190503071237")).isEmpty();

        story.of(
                c,
                new Supplemented(c.id(), c.person(), household("440106190503071237"), List.of()));
        assertThat(mine()).hasSize(1);
        assertThat(ofHousehold("440106001", "440106190503071237")).hasSize(1);
        assertThat(ofHousehold("440106001", "44010619050214852X")).isEmpty();
    }

    @Test
    void whom_a_supplement_strikes_is_no_member_any_more() {
        story.waits(c, "review", "town", "440106001", null);
        supplemented(c, household("44010619050214852X"));
        assertThat(mine()).hasSize(1);
        assertThat(ofHousehold("440106001", "44010619050214852X")).hasSize(1);

        supplemented(c, new FormData(Map.of("income", 2400)));
        assertThat(mine()).hasSize(1);
        assertThat(ofHousehold("440106001", "44010619050214852X"))
                .as("of members nothing was said")
                .hasSize(1);

        supplemented(c, new FormData(Map.of("members", List.of())));
        assertThat(mine()).hasSize(1);
        assertThat(ofHousehold("440106001", "44010619050214852X")).isEmpty();
    }

    @Test
    void a_member_whom_a_later_application_names_is_found_once_that_confirmed_it_anew() {
        story.waits(c, "review", "town", "440106001", null);
        Case later = story.applied("440106001", c.person().value(), c.name());
        supplemented(later, household("44010619050214852X"));
        assertThat(mine()).hasSize(1);
        assertThat(ofHousehold("440106001", "44010619050214852X")).as("nothing granted").isEmpty();

        confirmedAnew(later);
        assertThat(mine()).hasSize(1);
        assertThat(ofHousehold("440106001", "44010619050214852X")).hasSize(1);
        assertThat(ofHousehold("440111001", "44010619050214852X")).isEmpty();
    }

    @Test
    void whom_the_case_that_confirmed_it_last_does_not_name_is_no_member_any_more() {
        story.waits(c, "review", "town", "440106001", null);
        supplemented(c, household("44010619050214852X"));
        Case later = story.applied("440106001", c.person().value(), c.name());
        supplemented(later, household("440106190503071237"));
        assertThat(mine()).hasSize(1);
        assertThat(ofHousehold("440106001", "44010619050214852X")).hasSize(1);

        confirmedAnew(later);
        assertThat(mine()).hasSize(1);
        assertThat(ofHousehold("440106001", "440106190503071237")).hasSize(1);
        assertThat(ofHousehold("440106001", "44010619050214852X")).isEmpty();
    }

    @Test
    void a_case_whose_form_says_nothing_of_members_hides_none_when_it_confirms() {
        story.waits(c, "review", "town", "440106001", null);
        supplemented(c, household("44010619050214852X"));
        Case later = story.applied("440106001", c.person().value(), c.name());
        confirmedAnew(later);
        assertThat(mine()).hasSize(1);
        assertThat(ofHousehold("440106001", "44010619050214852X")).hasSize(1);

        supplemented(later, new FormData(Map.of("members", List.of())));
        assertThat(mine()).hasSize(1);
        assertThat(ofHousehold("440106001", "44010619050214852X")).as("struck").isEmpty();
    }

    @Test
    void as_many_members_are_found_as_a_form_lists_and_a_roster_hides_none() {
        story.waits(c, "review", "town", "440106001", null);
        supplemented(c, household(30));
        assertThat(mine()).hasSize(1);
        assertThat(ofHousehold("440106001", numberOf(30))).hasSize(1);

        Case later = story.applied("440106001", c.person().value(), c.name());
        supplemented(later, household(31));
        confirmedAnew(later);
        assertThat(mine()).hasSize(1);
        assertThat(ofHousehold("440106001", numberOf(30))).hasSize(1);
        assertThat(ofHousehold("440106001", numberOf(31))).as("no household").isEmpty();
    }

    private static FormData household(int size) {
        return new FormData(
                Map.of(
                        "members",
                        IntStream.rangeClosed(1, size)
                                .mapToObj(n -> Map.of("name", "林果", "identityNumber", numberOf(n)))
                                .toList()));
    }

    private static String numberOf(int n) {
        String first = "44010619050214%03d".formatted(n);
        return first + IdentityNumber.checkDigit(first);
    }

    private void confirmedAnew(Case by) {
        tell(
                new BenefitEvent.ConfirmedAnew(
                        ID,
                        c.person(),
                        by.id(),
                        new BigDecimal("1414.00"),
                        LocalDate.parse("2026-11-01"),
                        null,
                        6,
                        DUE));
    }

    private void supplemented(Case of, FormData changes) {
        story.of(of, new Supplemented(of.id(), of.person(), changes, List.of()));
    }

    private List<BenefitView> ofHousehold(String region, String number) {
        return list(new FindBenefitsOfHousehold(World.officer("o", "town", region), number));
    }

    private static FormData household(String number) {
        return new FormData(
                Map.of("members", List.of(Map.of("name", "林果", "identityNumber", number))));
    }

    @Test
    void an_event_that_comes_again_changes_nothing() {
        List<BenefitView> before = mine();
        world.models.byName().get("benefits").handle(story.after(0, Integer.MAX_VALUE));

        assertThat(mine()).isEqualTo(before);
    }

    private void tell(BenefitEvent event) {
        story.add("benefit", ID.value(), event);
    }

    private List<BenefitView> mine() {
        world.catchUp();
        return list(new FindMyBenefits(World.citizen(c.person().value())));
    }

    private List<BenefitView> ofCase(Scope scope) {
        return list(new FindBenefitsOfCase(c.number(), scope));
    }

    private List<BenefitView> list(Object query) {
        return world.ask(query, ResponseTypes.multipleInstancesOf(BenefitView.class));
    }
}
