package org.banshi.command.domain.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banshi.command.domain.invented.CaseFixture.DRAWING;
import static org.banshi.command.domain.invented.CaseFixture.aCaseOf;
import static org.banshi.command.domain.invented.CaseFixture.appliedEvent;
import static org.banshi.command.domain.invented.CaseFixture.apply;
import static org.banshi.command.domain.invented.People.AGENT;
import static org.banshi.command.domain.invented.People.CLERK;
import static org.banshi.command.domain.invented.People.LINS_DETAILS;
import static org.banshi.command.domain.invented.People.LIN_SELF;
import static org.banshi.command.domain.invented.People.PROCESS;
import static org.banshi.command.domain.invented.People.STRANGER;

import java.util.List;
import java.util.Map;
import org.banshi.catalogue.Opening;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationCommand.Apply;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.person.UnifiedSocialCreditCode;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.domain.invented.InventedService;
import org.junit.jupiter.api.Test;

class ApplyingTest {

    private static final Material PHOTO = new Material("m-2", "site-photo", "cd", "image/png", 5);

    private final InventedService permit =
            InventedService.lanternPermit().step("review", "town", "acceptance", "accept");

    @Test
    void takes_an_application_and_keeps_what_was_handed_in() {
        aCaseOf(permit)
                .when(apply("2026-09-14", LIN_SELF))
                .happens(appliedEvent(permit.version(), Map.of("purpose", "festival")));
    }

    @Test
    void takes_an_application_from_an_agent_and_at_the_window() {
        ApplicationEvent applied = appliedEvent(permit.version(), Map.of("purpose", "festival"));

        aCaseOf(permit).when(apply("2026-09-14", AGENT)).happens(applied);
        aCaseOf(permit).when(apply("2026-09-14", CLERK)).happens(applied);
    }

    @Test
    void refuses_an_application_for_somebody_else_without_a_mandate() {
        aCaseOf(permit).when(apply("2026-09-14", STRANGER)).refused("not-the-applicant");
    }

    @Test
    void asks_a_log_in_for_the_trust_level_of_the_item() {
        aCaseOf(permit)
                .when(apply("2026-09-14", LIN_SELF.trusted(2)))
                .refused("trust-level-too-low");
        aCaseOf(permit)
                .when(apply("2026-09-14", LIN_SELF.trusted(3)))
                .happens(appliedEvent(permit.version(), Map.of("purpose", "festival")));
    }

    @Test
    void refuses_an_organisation_where_the_item_is_for_people() {
        Apply it = apply("2026-09-14", LIN_SELF);
        aCaseOf(permit)
                .when(
                        new Apply(
                                it.application(),
                                it.number(),
                                it.service(),
                                it.region(),
                                it.applicant(),
                                new Applicant("演示灯具厂", "91440101MA0000A19B", "13800000000", null),
                                it.form(),
                                it.materials(),
                                it.channel(),
                                it.queryCode(),
                                it.stamp()))
                .refused("not-for-organisations");
        // A person's, whose last places happen to be those of a code as well.
        String both = "440106190503210137";
        assertThat(UnifiedSocialCreditCode.parse(both).value()).isPresent();
        aCaseOf(permit)
                .when(
                        new Apply(
                                it.application(),
                                it.number(),
                                it.service(),
                                it.region(),
                                it.applicant(),
                                new Applicant("演示林", both, "13800000000", null),
                                it.form(),
                                it.materials(),
                                it.channel(),
                                it.queryCode(),
                                it.stamp()))
                .result()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void refuses_an_unknown_service() {
        aCaseOf(permit).when(with(new ServiceVersion("kite-permit", 1))).refused("service-unknown");
    }

    @Test
    void refuses_a_version_that_is_not_the_current_one() {
        aCaseOf(permit)
                .when(with(new ServiceVersion("lantern-permit", 2)))
                .refused("service-version-outdated");
    }

    @Test
    void refuses_a_region_where_the_item_is_not_offered() {
        aCaseOf(permit).when(from(new RegionCode("440304"))).refused("service-not-offered");
    }

    @Test
    void refuses_a_form_that_does_not_satisfy_the_pinned_definition() {
        aCaseOf(permit).when(filled(Map.of())).refused("form-invalid");
        aCaseOf(permit)
                .when(filled(Map.of("purpose", "festival", "colour", "red")))
                .refused("form-invalid");
    }

    @Test
    void refuses_an_application_for_a_benefit_that_runs() {
        InventedService service = permit.opens(benefit(Map.of(), "oil-money"));

        aCaseOf(service)
                .whileRunning("oil-money")
                .when(apply("2026-09-14", LIN_SELF))
                .refused("benefit-already-running");
        aCaseOf(service)
                .whileRunning("wick-money")
                .when(apply("2026-09-14", LIN_SELF))
                .happens(appliedEvent(service.version(), Map.of("purpose", "festival")));
    }

    @Test
    void takes_an_application_that_may_lead_to_a_benefit_that_does_not_run() {
        InventedService service =
                permit.opens(benefit(Map.of("found.outcome", List.of("both")), "oil-money"))
                        .opens(benefit(Map.of("found.outcome", List.of("both")), "wick-money"))
                        .opens(benefit(Map.of("purpose", List.of("mourning")), "black-money"));

        aCaseOf(service)
                .whileRunning("oil-money")
                .when(apply("2026-09-14", LIN_SELF))
                .happens(appliedEvent(service.version(), Map.of("purpose", "festival")));
        aCaseOf(service)
                .whileRunning("oil-money", "wick-money")
                .when(apply("2026-09-14", LIN_SELF))
                .refused("benefit-already-running");
    }

    @Test
    void says_for_whom_its_applicant_has_no_second_one_open() {
        Map<String, Object> ward =
                Map.of(
                        "purpose",
                        "festival",
                        "applyFor",
                        "ward",
                        "holderIdentityNumber",
                        "44010619050214852x");
        Map<String, Object> own = Map.of("purpose", "festival", "applyFor", "self");

        permit.asking("applyFor", "holderName", "holderIdentityNumber");
        aCaseOf(permit)
                .when(filled(ward))
                .happens(openFor(ward, List.of("key-44010619050214852X")));
        aCaseOf(permit)
                .when(filled(own))
                .happens(openFor(own, List.of("person-lin", "key-440106190503071237")));
    }

    @Test
    void says_against_whom_its_applicant_has_no_second_dispute_open() {
        Map<String, Object> dispute =
                Map.of(
                        "purpose",
                        "festival",
                        "respondents",
                        List.of(
                                Map.of("name", "演示灯具厂"),
                                Map.of("name", " 演示 灯具厂"),
                                Map.of("name", "灯芯厂", "number", "91440101ma0000a19b")));

        permit.asking("respondents");
        aCaseOf(permit)
                .when(filled(dispute))
                .happens(
                        openFor(
                                dispute,
                                List.of(
                                        "key-against/演示灯具厂",
                                        "key-against/91440101MA0000A19B",
                                        "key-against/灯芯厂")));
    }

    @Test
    void tells_two_people_of_one_name_apart_by_their_numbers() {
        Map<String, Object> dispute =
                Map.of(
                        "purpose",
                        "festival",
                        "respondents",
                        List.of(Map.of("name", "周小满", "number", "44010619050214852X")));

        permit.asking("respondents");
        aCaseOf(permit)
                .when(filled(dispute))
                .happens(openFor(dispute, List.of("key-against/44010619050214852X")));
    }

    @Test
    void nothing_begins_for_the_dead_nor_for_a_household_that_counts_them() {
        InventedService service = permit.opens(benefit(Map.of(), "oil-money")).asking("members");
        Map<String, Object> form = with("44010619050214852x");

        aCaseOf(service)
                .afterTheDeathOf("44010619050214852X")
                .when(filled(form))
                .refused("person-to-be-verified");
        aCaseOf(service)
                .afterTheDeathOf("44010619050214852X")
                .when(filed(CLERK, Channel.WINDOW, form))
                .refused("person-recorded-dead");
        aCaseOf(service)
                .afterTheDeathOf("440106191012122567")
                .when(filled(form))
                .happens(appliedEvent(service.version(), form));
    }

    @Test
    void nobody_files_for_a_ward_who_died() {
        InventedService service =
                permit.opens(new Opening("certificate", Map.of(), Map.of(), Map.of()))
                        .asking("applyFor", "holderName", "holderIdentityNumber");
        Map<String, Object> ward =
                Map.of(
                        "purpose",
                        "festival",
                        "applyFor",
                        "ward",
                        "holderIdentityNumber",
                        "44010619050214852X");

        aCaseOf(service)
                .afterTheDeathOf("44010619050214852X")
                .when(filled(ward))
                .refused("person-to-be-verified");
        aCaseOf(service)
                .when(filled(ward))
                .happens(openFor(ward, List.of("key-44010619050214852X")));
    }

    @Test
    void who_was_taken_for_dead_applies_at_the_window_in_their_own_name() {
        InventedService service = permit.opens(benefit(Map.of(), "oil-money")).asking("members");
        String lin = LINS_DETAILS.identityNumber();
        Map<String, Object> form = with(lin);

        aCaseOf(service).afterTheDeathOf(lin).when(filled(form)).refused("person-to-be-verified");
        aCaseOf(service)
                .afterTheDeathOf(lin)
                .when(filed(CLERK, Channel.WINDOW, form))
                .happens(over(Channel.WINDOW, form));
    }

    @Test
    void what_begins_nothing_for_them_and_what_an_office_begins_go_on_after_a_death() {
        String died = "44010619050214852X";
        permit.asking("members");
        aCaseOf(permit)
                .afterTheDeathOf(died)
                .when(filled(with(died)))
                .happens(appliedEvent(permit.version(), with(died)));

        permit.opens(benefit(Map.of(), "oil-money"));
        aCaseOf(permit)
                .afterTheDeathOf(died)
                .when(filed(PROCESS, Channel.EX_OFFICIO, with(died)))
                .happens(over(Channel.EX_OFFICIO, with(died)));
    }

    private static Map<String, Object> with(String member) {
        return Map.of("purpose", "festival", "members", List.of(Map.of("identityNumber", member)));
    }

    private static Apply filed(Actor by, Channel channel, Map<String, Object> form) {
        Apply it = apply("2026-09-14", by);
        return new Apply(
                it.application(),
                it.number(),
                it.service(),
                it.region(),
                it.applicant(),
                it.details(),
                new FormData(form),
                it.materials(),
                channel,
                it.queryCode(),
                it.stamp());
    }

    private ApplicationEvent over(Channel channel, Map<String, Object> form) {
        ApplicationEvent.Applied it = appliedEvent(permit.version(), form);
        return new ApplicationEvent.Applied(
                it.application(),
                it.subject(),
                it.number(),
                it.service(),
                it.region(),
                channel,
                it.details(),
                it.form(),
                it.materials(),
                it.queryCode());
    }

    private ApplicationEvent openFor(Map<String, Object> form, List<String> whom) {
        ApplicationEvent.Applied it = appliedEvent(permit.version(), form);
        return new ApplicationEvent.Applied(
                it.application(),
                it.subject(),
                it.number(),
                it.service(),
                it.region(),
                it.channel(),
                it.details(),
                it.form(),
                it.materials(),
                it.queryCode(),
                whom);
    }

    @Test
    void tells_nobody_what_runs_for_somebody_else() {
        InventedService service =
                permit.opens(
                        new Opening(
                                "benefit",
                                Map.of(),
                                Map.of("kind", "oil-money"),
                                Map.of("applyFor", "purpose", "identityNumber", "members")));
        Apply forAWard = filled(Map.of("purpose", "ward"));
        Apply forOneself = filled(Map.of("purpose", "self", "members", "440106191012122567"));

        aCaseOf(service)
                .whileRunning("oil-money")
                .when(forAWard)
                .happens(appliedEvent(service.version(), Map.of("purpose", "ward")));
        aCaseOf(service)
                .whileRunning("oil-money")
                .when(forOneself)
                .refused("benefit-already-running");
    }

    @Test
    void takes_an_application_to_make_a_wrong_stop_good_and_for_what_ends_by_itself() {
        InventedService service =
                permit.opens(
                                new Opening(
                                        "benefit",
                                        Map.of(),
                                        Map.of("kind", "oil-money", "makesGood", true),
                                        Map.of()))
                        .opens(
                                new Opening(
                                        "benefit",
                                        Map.of(),
                                        Map.of("kind", "oil-money", "months", 12),
                                        Map.of()));

        aCaseOf(service)
                .whileRunning("oil-money")
                .when(apply("2026-09-14", LIN_SELF))
                .happens(appliedEvent(service.version(), Map.of("purpose", "festival")));
    }

    private static Opening benefit(Map<String, List<String>> when, String kind) {
        return new Opening("benefit", when, Map.of("kind", kind), Map.of());
    }

    @Test
    void refuses_an_application_without_a_required_material() {
        aCaseOf(permit).when(handingIn(List.of(PHOTO))).refused("material-missing");
    }

    @Test
    void refuses_a_material_that_the_item_does_not_ask_for() {
        Material cake = new Material("m-3", "cake", "ef", "image/png", 5);

        aCaseOf(permit).when(handingIn(List.of(DRAWING, cake))).refused("material-unknown");
    }

    private static Apply with(ServiceVersion service) {
        Apply apply = apply("2026-09-14", LIN_SELF);
        return copy(service, apply.region(), apply.form(), apply.materials());
    }

    private static Apply from(RegionCode region) {
        Apply apply = apply("2026-09-14", LIN_SELF);
        return copy(apply.service(), region, apply.form(), apply.materials());
    }

    private static Apply filled(Map<String, Object> form) {
        Apply apply = apply("2026-09-14", LIN_SELF);
        return copy(apply.service(), apply.region(), new FormData(form), apply.materials());
    }

    private static Apply handingIn(List<Material> materials) {
        Apply apply = apply("2026-09-14", LIN_SELF);
        return copy(apply.service(), apply.region(), apply.form(), materials);
    }

    private static Apply copy(
            ServiceVersion service, RegionCode region, FormData form, List<Material> materials) {
        Apply it = apply("2026-09-14", LIN_SELF);
        return new Apply(
                it.application(),
                it.number(),
                service,
                region,
                it.applicant(),
                it.details(),
                form,
                materials,
                it.channel(),
                it.queryCode(),
                it.stamp());
    }
}
