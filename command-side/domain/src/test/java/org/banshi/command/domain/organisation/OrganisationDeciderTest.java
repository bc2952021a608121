package org.banshi.command.domain.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules.Changes;
import org.banshi.command.contract.mandate.MandateAct;
import org.banshi.command.contract.mandate.MandateId;
import org.banshi.command.contract.mandate.MandateTerms;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.organisation.OrganisationCommand.Appoint;
import org.banshi.command.contract.organisation.OrganisationCommand.Close;
import org.banshi.command.contract.organisation.OrganisationCommand.Dismiss;
import org.banshi.command.contract.organisation.OrganisationCommand.NameRepresentative;
import org.banshi.command.contract.organisation.OrganisationCommand.Register;
import org.banshi.command.contract.organisation.OrganisationDetails;
import org.banshi.command.contract.organisation.OrganisationEvent;
import org.banshi.command.contract.organisation.OrganisationEvent.AgentDismissed;
import org.banshi.command.contract.organisation.OrganisationEvent.ClerkAppointed;
import org.banshi.command.contract.organisation.OrganisationEvent.Closed;
import org.banshi.command.contract.organisation.OrganisationEvent.Registered;
import org.banshi.command.contract.organisation.OrganisationEvent.RepresentativeNamed;
import org.banshi.command.contract.organisation.OrganisationId;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.invented.People;
import org.banshi.command.domain.verdict.Verdict;
import org.junit.jupiter.api.Test;

class OrganisationDeciderTest {

    private static final PersonId FACTORY = new PersonId("factory");
    private static final OrganisationId ID = OrganisationId.of(FACTORY);
    private static final PersonId HE = new PersonId("he");
    private static final PersonId GUAN = new PersonId("guan");
    private static final MandateId HES = MandateId.of("he-speaks-1");
    private static final MandateId GUANS = MandateId.of("guan-works-1");
    private static final MandateId NEXT = MandateId.of("next-one-1");
    private static final OrganisationDetails DETAILS =
            new OrganisationDetails("演示灯具厂", "91440101MA0000A19B", "13800000000");
    private static final MandateTerms TERMS =
            new MandateTerms(
                    List.of("labour-arbitration"),
                    List.of(MandateAct.ANSWER),
                    LocalDate.parse("2026-12-31"));
    private static final List<String> LICENCE = List.of("licence");
    private static final String DAY = "2026-09-14";
    private static final Stamp OFFICER = People.on(DAY, People.CLERK);
    private static final Stamp BY_HE = People.on(DAY, Actor.citizen("he", HE).trusted(4));
    private static final Stamp BY_GUAN = People.on(DAY, Actor.citizen("guan", GUAN).trusted(5));
    private static final Stamp GUAN_FOR_IT =
            People.on(
                    DAY,
                    new Actor(Actor.Kind.CITIZEN, "guan", GUAN, FACTORY, null, null).trusted(5));
    private static final Stamp HE_FOR_IT =
            People.on(DAY, new Actor(Actor.Kind.CITIZEN, "he", HE, FACTORY, null, null).trusted(5));

    private static final Registered REGISTERED =
            new Registered(ID, FACTORY, "hash", LICENCE, DETAILS);
    private static final RepresentativeNamed NAMED =
            new RepresentativeNamed(ID, FACTORY, HES, HE, LICENCE);
    private static final ClerkAppointed APPOINTED =
            new ClerkAppointed(ID, FACTORY, GUANS, GUAN, TERMS);
    private static final OrganisationState OPEN =
            OrganisationState.NONE.after(REGISTERED).after(NAMED);
    private static final OrganisationState STAFFED = OPEN.after(APPOINTED);

    @Test
    void an_officer_who_saw_the_licence_registers_it_with_whoever_speaks_for_it() {
        assertThat(OrganisationDecider.decide(OrganisationState.NONE, register(DETAILS, OFFICER)))
                .isEqualTo(Verdict.happens(REGISTERED, NAMED));
        refused(
                "organisation-papers-missing",
                OrganisationDecider.decide(OrganisationState.NONE, register(DETAILS, BY_HE)));
        refused(
                "organisation-papers-missing",
                OrganisationDecider.decide(
                        OrganisationState.NONE,
                        new Register(ID, DETAILS, "hash", HE, HES, List.of(), OFFICER)));
        refused("organisation-known", OrganisationDecider.decide(OPEN, register(DETAILS, OFFICER)));
    }

    @Test
    void a_code_has_its_check_digit_and_a_name_is_there() {
        for (Map.Entry<String, OrganisationDetails> wrong :
                Map.of(
                                "organisation-number-invalid",
                                new OrganisationDetails(
                                        "演示灯具厂", "91440101MA0000A19C", "13800000000"),
                                "organisation-name-missing",
                                new OrganisationDetails(" ", "91440101MA0000A19B", "13800000000"))
                        .entrySet()) {
            refused(
                    wrong.getKey(),
                    OrganisationDecider.decide(
                            OrganisationState.NONE, register(wrong.getValue(), OFFICER)));
        }
    }

    @Test
    void the_representative_in_person_and_well_known_appoints_clerks_until_a_day() {
        assertThat(OrganisationDecider.decide(OPEN, appoint(GUAN, TERMS, BY_HE)))
                .isEqualTo(Verdict.happens(APPOINTED));
        for (Stamp other : List.of(BY_GUAN, GUAN_FOR_IT, HE_FOR_IT, OFFICER)) {
            refused(
                    "organisation-not-yours",
                    OrganisationDecider.decide(STAFFED, appoint(GUAN, TERMS, other)));
        }
        refused(
                "organisation-trust-too-low",
                OrganisationDecider.decide(
                        OPEN,
                        appoint(GUAN, TERMS, People.on(DAY, Actor.citizen("he", HE).trusted(3)))));
        for (MandateTerms terms :
                List.of(
                        new MandateTerms(List.of(), List.of(MandateAct.FILE), null),
                        new MandateTerms(List.of(), List.of(), LocalDate.parse("2026-12-31")),
                        new MandateTerms(
                                List.of(),
                                List.of(MandateAct.FILE),
                                LocalDate.parse("2026-09-13")))) {
            refused(
                    "organisation-terms-incomplete",
                    OrganisationDecider.decide(OPEN, appoint(GUAN, terms, BY_HE)));
        }
        refused(
                "organisation-is-representative",
                OrganisationDecider.decide(OPEN, appoint(HE, TERMS, BY_HE)));
    }

    @Test
    void a_clerk_goes_by_the_representatives_word_the_own_or_an_officers() {
        for (Stamp by : List.of(BY_HE, BY_GUAN, OFFICER, People.on(DAY, People.PROCESS))) {
            assertThat(OrganisationDecider.decide(STAFFED, new Dismiss(ID, GUANS, by)))
                    .isEqualTo(Verdict.happens(new AgentDismissed(ID, FACTORY, GUANS, GUAN)));
        }
        refused(
                "organisation-not-yours",
                OrganisationDecider.decide(STAFFED, new Dismiss(ID, GUANS, HE_FOR_IT)));
        refused(
                "organisation-no-such-clerk",
                OrganisationDecider.decide(OPEN, new Dismiss(ID, GUANS, BY_HE)));
        refused(
                "organisation-is-representative",
                OrganisationDecider.decide(OPEN, new Dismiss(ID, HES, BY_HE)));
    }

    @Test
    void a_new_representative_takes_the_old_ones_place_at_once() {
        NameRepresentative named = new NameRepresentative(ID, GUAN, NEXT, LICENCE, OFFICER);

        assertThat(OrganisationDecider.decide(STAFFED, named))
                .isEqualTo(
                        Verdict.happens(
                                new AgentDismissed(ID, FACTORY, HES, HE),
                                new RepresentativeNamed(ID, FACTORY, NEXT, GUAN, LICENCE)));
        OrganisationState after =
                STAFFED.after(new AgentDismissed(ID, FACTORY, HES, HE))
                        .after(new RepresentativeNamed(ID, FACTORY, NEXT, GUAN, LICENCE));
        refused(
                "organisation-not-yours",
                OrganisationDecider.decide(after, appoint(HE, TERMS, BY_HE)));
        assertThat(after.agents()).containsExactly(Map.entry(GUAN, NEXT));
    }

    @Test
    void nobody_acts_for_what_is_closed() {
        assertThat(OrganisationDecider.decide(STAFFED, new Close(ID, OFFICER)))
                .isEqualTo(Verdict.happens(new Closed(ID, FACTORY)));
        OrganisationState closed = STAFFED.after(new Closed(ID, FACTORY));
        refused(
                "organisation-unknown",
                OrganisationDecider.decide(closed, appoint(GUAN, TERMS, BY_HE)));
        refused(
                "organisation-papers-missing",
                OrganisationDecider.decide(STAFFED, new Close(ID, BY_HE)));
        assertThat(claims(new Closed(ID, FACTORY)).released())
                .containsExactly(new Claim("organisation-code", "*"), new Claim("mandate", "*"));
    }

    @Test
    void whoever_acts_for_it_holds_the_same_claim_as_any_agent() {
        assertThat(claims(REGISTERED).acquired())
                .containsExactly(new Claim("organisation-code", "hash"));
        assertThat(claims(NAMED).acquired()).containsExactly(new Claim("mandate", "factory/he"));
        assertThat(claims(APPOINTED).acquired())
                .containsExactly(new Claim("mandate", "factory/guan"));
        assertThat(claims(new AgentDismissed(ID, FACTORY, GUANS, GUAN)).released())
                .containsExactly(new Claim("mandate", "factory/guan"));
    }

    private static Changes claims(OrganisationEvent event) {
        return new OrganisationClaims().of(ID.value(), event);
    }

    private static Register register(OrganisationDetails details, Stamp by) {
        return new Register(ID, details, "hash", HE, HES, LICENCE, by);
    }

    private static Appoint appoint(PersonId clerk, MandateTerms terms, Stamp by) {
        return new Appoint(ID, clerk, GUANS, terms, by);
    }

    private static void refused(String code, Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        assertThat(((Verdict.Refused) verdict).refusal().code()).isEqualTo(code);
    }
}
