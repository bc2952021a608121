package org.banshi.command.domain.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationCommand.Apply;
import org.banshi.command.contract.application.ApplicationCommand.Withdraw;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.benefit.BenefitCommand.Certify;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.benefit.CertificationWay;
import org.banshi.command.contract.mandate.MandateAct;
import org.banshi.command.contract.mandate.MandateBasis;
import org.banshi.command.contract.mandate.MandateCommand.Answer;
import org.banshi.command.contract.mandate.MandateCommand.Ask;
import org.banshi.command.contract.mandate.MandateCommand.End;
import org.banshi.command.contract.mandate.MandateCommand.Give;
import org.banshi.command.contract.mandate.MandateCommand.Prove;
import org.banshi.command.contract.mandate.MandateEvent;
import org.banshi.command.contract.mandate.MandateId;
import org.banshi.command.contract.mandate.MandateTerms;
import org.banshi.command.contract.mandate.Mandates;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.social.SocialCommand.RaiseObjection;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MandateDeciderTest {

    private static final MandateId ID = MandateId.of("mandate-1");
    private static final PersonId LIN = new PersonId("lin");
    private static final PersonId GUAN = new PersonId("guan");
    private static final PersonId HE = new PersonId("he");
    private static final Instant NOW = Instant.parse("2026-09-14T01:00:00Z");
    private static final RegionCode TIANHE = new RegionCode("440106");
    private static final Stamp BY_LIN = new Stamp(NOW, Actor.citizen("lin", LIN));
    private static final Stamp BY_GUAN = new Stamp(NOW, Actor.citizen("guan", GUAN));
    private static final Stamp BY_HE = new Stamp(NOW, Actor.citizen("he", HE));
    private static final Stamp OFFICER =
            new Stamp(NOW, Actor.officer("tianhe-town-1", "town", TIANHE));
    private static final Stamp GUAN_FOR_LIN =
            new Stamp(NOW, new Actor(Actor.Kind.CITIZEN, "guan", GUAN, LIN, null, null));

    private static final MandateTerms TERMS =
            new MandateTerms(
                    List.of("lantern-permit"),
                    List.of(MandateAct.FILE),
                    LocalDate.parse("2026-12-31"));
    private static final MandateState ASKED =
            MandateState.NONE.after(new MandateEvent.Asked(ID, LIN, GUAN, TERMS));
    private static final MandateState IN_FORCE =
            MandateState.NONE.after(new MandateEvent.Given(ID, LIN, GUAN, TERMS));

    @Test
    void only_the_grantor_in_person_gives_a_mandate() {
        assertThat(MandateDecider.decide(MandateState.NONE, new Give(ID, LIN, GUAN, TERMS, BY_LIN)))
                .isEqualTo(Verdict.happens(new MandateEvent.Given(ID, LIN, GUAN, TERMS)));
        for (Stamp other : List.of(BY_GUAN, BY_HE, OFFICER, GUAN_FOR_LIN)) {
            refused(
                    "mandate-not-yours",
                    MandateDecider.decide(
                            MandateState.NONE, new Give(ID, LIN, GUAN, TERMS, other)));
        }
    }

    @Test
    void what_an_agent_asks_for_opens_nothing_before_the_grantor_agrees() {
        assertThat(MandateDecider.decide(MandateState.NONE, new Ask(ID, LIN, GUAN, TERMS, BY_GUAN)))
                .isEqualTo(Verdict.happens(new MandateEvent.Asked(ID, LIN, GUAN, TERMS)));
        refused("mandate-not-yours", MandateDecider.decide(ASKED, new Answer(ID, true, BY_GUAN)));
        refused(
                "mandate-not-yours",
                MandateDecider.decide(ASKED, new Answer(ID, true, GUAN_FOR_LIN)));
        assertThat(MandateDecider.decide(ASKED, new Answer(ID, true, BY_LIN)))
                .isEqualTo(Verdict.happens(new MandateEvent.Given(ID, LIN, GUAN, TERMS)));
        assertThat(MandateDecider.decide(ASKED, new Answer(ID, false, BY_LIN)))
                .isEqualTo(Verdict.happens(new MandateEvent.Declined(ID, LIN, GUAN)));
        refused("mandate-not-asked", MandateDecider.decide(IN_FORCE, new Answer(ID, true, BY_LIN)));
    }

    @Test
    void what_is_entrusted_has_acts_and_an_end_that_is_not_over() {
        MandateTerms endless = new MandateTerms(List.of(), List.of(MandateAct.FILE), null);
        MandateTerms over =
                new MandateTerms(
                        List.of(), List.of(MandateAct.FILE), LocalDate.parse("2026-09-13"));
        MandateTerms idle = new MandateTerms(List.of(), List.of(), LocalDate.parse("2026-12-31"));
        for (MandateTerms wrong : List.of(endless, over, idle)) {
            refused(
                    "mandate-terms-incomplete",
                    MandateDecider.decide(
                            MandateState.NONE, new Give(ID, LIN, GUAN, wrong, BY_LIN)));
        }
        refused(
                "mandate-oneself",
                MandateDecider.decide(MandateState.NONE, new Give(ID, LIN, LIN, TERMS, BY_LIN)));
    }

    @Test
    void guardians_are_proven_by_papers_that_an_officer_saw() {
        MandateTerms endless = new MandateTerms(List.of(), List.of(MandateAct.FILE), null);
        List<String> ruling = List.of("guardianship-ruling");

        assertThat(
                        MandateDecider.decide(
                                MandateState.NONE,
                                proof(MandateBasis.GUARDIAN, endless, ruling, false, OFFICER)))
                .isInstanceOf(Verdict.Happens.class);
        refused(
                "mandate-papers-missing",
                MandateDecider.decide(
                        MandateState.NONE,
                        proof(MandateBasis.GUARDIAN, endless, ruling, false, BY_GUAN)));
    }

    @Test
    void papers_prove_their_own_ground_and_no_other() {
        List<String> ruling = List.of("guardianship-ruling");
        List<String> appointment = List.of("guardian-appointment");
        List<String> books = List.of("household-book");
        List<String> birth = List.of("birth-certificate");
        List<String> attorney = List.of("power-of-attorney");
        for (List<String> wrong : List.of(List.<String>of(), ruling, appointment, books, birth)) {
            assertThat(proves(MandateBasis.ENTRUSTED, wrong, false)).as("%s", wrong).isFalse();
        }
        assertThat(proves(MandateBasis.ENTRUSTED, attorney, false)).isTrue();
        for (boolean minor : List.of(true, false)) {
            assertThat(proves(MandateBasis.GUARDIAN, attorney, minor)).isFalse();
            assertThat(proves(MandateBasis.GUARDIAN, List.of(), minor)).isFalse();
            assertThat(proves(MandateBasis.GUARDIAN, ruling, minor)).isTrue();
            assertThat(proves(MandateBasis.GUARDIAN, appointment, minor)).isTrue();
            assertThat(proves(MandateBasis.GUARDIAN, books, minor)).isEqualTo(minor);
            assertThat(proves(MandateBasis.GUARDIAN, birth, minor)).isEqualTo(minor);
        }
        MandateTerms endless = new MandateTerms(List.of(), List.of(MandateAct.FILE), null);
        refused(
                "mandate-papers-missing",
                MandateDecider.decide(
                        MandateState.NONE,
                        proof(MandateBasis.GUARDIAN, endless, books, true, OFFICER)));
        refused(
                "mandate-terms-incomplete",
                MandateDecider.decide(
                        MandateState.NONE,
                        proof(MandateBasis.ENTRUSTED, endless, attorney, false, OFFICER)));
    }

    private static boolean proves(MandateBasis basis, List<String> papers, boolean minor) {
        Verdict verdict =
                MandateDecider.decide(
                        MandateState.NONE, proof(basis, TERMS, papers, minor, OFFICER));
        if (verdict instanceof Verdict.Refused refused) {
            assertThat(refused.refusal().code()).isEqualTo("mandate-papers-missing");
            return false;
        }
        return true;
    }

    @Test
    void both_sides_end_it_and_nobody_else() {
        for (Stamp one : List.of(BY_LIN, BY_GUAN, OFFICER)) {
            assertThat(MandateDecider.decide(IN_FORCE, new End(ID, one)))
                    .isEqualTo(Verdict.happens(new MandateEvent.Ended(ID, LIN, GUAN)));
        }
        refused("mandate-not-yours", MandateDecider.decide(IN_FORCE, new End(ID, BY_HE)));
        assertThat(
                        MandateDecider.decide(
                                IN_FORCE.after(new MandateEvent.Ended(ID, LIN, GUAN)),
                                new End(ID, BY_HE)))
                .isEqualTo(Verdict.NOTHING);
    }

    @Test
    void the_gate_lets_an_agent_do_what_the_mandate_covers_and_nothing_else() throws Exception {
        assertThat(passes(apply("lantern-permit", GUAN_FOR_LIN))).isTrue();
        assertThat(passes(apply("fountain-permit", GUAN_FOR_LIN))).as("another item").isFalse();
        assertThat(passes(withdraw(GUAN_FOR_LIN))).as("another act").isFalse();
        assertThat(passes(apply("lantern-permit", at("2026-12-31T15:59:59Z")))).isTrue();
        assertThat(passes(apply("lantern-permit", at("2026-12-31T16:00:00Z"))))
                .as("the day after")
                .isFalse();
        assertThat(passes(new End(ID, GUAN_FOR_LIN))).as("mandates themselves").isFalse();
        assertThat(passes(apply("lantern-permit", BY_HE))).as("for oneself").isTrue();
        Stamp stranger = new Stamp(NOW, new Actor(Actor.Kind.CITIZEN, "he", HE, LIN, null, null));
        assertThat(passes(apply("lantern-permit", stranger))).as("without a mandate").isFalse();
    }

    @Test
    void nothing_is_done_for_another_in_an_item_that_is_for_oneself_alone() throws Exception {
        Stamp guanForHe =
                new Stamp(NOW, new Actor(Actor.Kind.CITIZEN, "guan", GUAN, HE, null, null));

        assertThat(passes(withdraw(guanForHe), service -> false)).isTrue();
        assertThat(passes(withdraw(guanForHe), "lantern-permit"::equals)).isFalse();
        assertThat(passes(withdraw(BY_HE), "lantern-permit"::equals)).isTrue();
    }

    @Test
    void nobody_acts_for_somebody_who_may_be_in_danger_from_them() throws Exception {
        Stamp guanForHe =
                new Stamp(NOW, new Actor(Actor.Kind.CITIZEN, "guan", GUAN, HE, null, null));
        ApplicationId guarded = new ApplicationId("00000000-0000-0000-0000-000000000001");
        ApplicationId open = new ApplicationId("00000000-0000-0000-0000-000000000002");
        AgentsGate.Dangers he = new Threatened(HE, guarded);
        Certify certify =
                new Certify(
                        new BenefitId("00000000-0000-0000-0000-000000000007"),
                        CertificationWay.ONLINE,
                        null,
                        null,
                        guanForHe);

        for (Book book : List.of(EVERYTHING, GUARDIAN)) {
            assertThat(passes(certify, book, item -> false, NOBODY)).isTrue();
            assertThat(passes(certify, book, item -> false, he)).isFalse();
        }
        assertThat(passes(objection(guarded, guanForHe), EVERYTHING, item -> false, he)).isFalse();
        assertThat(passes(objection(open, guanForHe), EVERYTHING, item -> false, he)).isTrue();
        assertThat(passes(apply("lantern-permit", guanForHe), EVERYTHING, item -> false, he))
                .as("of which the person may be told nothing by the agent's own case")
                .isTrue();
    }

    private static RaiseObjection objection(ApplicationId application, Stamp stamp) {
        return new RaiseObjection(application, "storm", stamp);
    }

    private static final AgentsGate.Dangers NOBODY = new Threatened(null, null);

    private record Threatened(@Nullable PersonId person, @Nullable ApplicationId application)
            implements AgentsGate.Dangers {

        @Override
        public boolean threaten(PersonId who) {
            return who.equals(person);
        }

        @Override
        public boolean threaten(PersonId who, ApplicationId where) {
            return who.equals(person) && where.equals(application);
        }
    }

    private static boolean passes(Command command) throws Exception {
        return passes(command, service -> false);
    }

    private static boolean passes(Command command, Predicate<String> ownLoginOnly)
            throws Exception {
        return passes(command, EVERYTHING, ownLoginOnly, NOBODY);
    }

    private static final Book EVERYTHING =
            new Book(
                    Map.of(
                            "lin/guan",
                            TERMS,
                            "he/guan",
                            new MandateTerms(
                                    List.of(), List.of(MandateAct.values()), TERMS.until())),
                    false);

    private static final Book GUARDIAN = new Book(Map.of(), true);

    private static boolean passes(
            Command command, Book book, Predicate<String> ownLoginOnly, AgentsGate.Dangers dangers)
            throws Exception {
        AgentsGate gate =
                new AgentsGate(
                        book, application -> Optional.of("lantern-permit"), ownLoginOnly, dangers);
        InterceptorChain chain = () -> "handled";
        DefaultUnitOfWork<GenericCommandMessage<Command>> work =
                DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>(command));
        try {
            return "handled".equals(gate.handle(work, chain));
        } catch (RefusedException refused) {
            assertThat(refused.refusal().code()).isEqualTo("mandate-missing");
            return false;
        } finally {
            work.rollback();
        }
    }

    private record Book(Map<String, MandateTerms> terms, boolean guardian) implements Mandates {

        @Override
        public Optional<MandateTerms> find(PersonId grantor, PersonId agent) {
            return Optional.ofNullable(terms.get(grantor + "/" + agent));
        }

        @Override
        public boolean isGuardian(PersonId ward, PersonId agent, LocalDate day) {
            return guardian;
        }
    }

    private static Stamp at(String instant) {
        return new Stamp(Instant.parse(instant), GUAN_FOR_LIN.by());
    }

    private static Apply apply(String service, Stamp stamp) {
        return new Apply(
                new ApplicationId("00000000-0000-0000-0000-000000000001"),
                "number",
                new ServiceVersion(service, 1),
                TIANHE,
                LIN,
                new Applicant("林小灯", "440106190503071237", "13800000000", null),
                FormData.empty(),
                List.of(),
                Channel.OTHER,
                "code",
                stamp);
    }

    private static Withdraw withdraw(Stamp stamp) {
        return new Withdraw(new ApplicationId("00000000-0000-0000-0000-000000000001"), null, stamp);
    }

    private static Prove proof(
            MandateBasis basis,
            MandateTerms terms,
            List<String> papers,
            boolean minor,
            Stamp stamp) {
        return new Prove(ID, LIN, GUAN, basis, terms, papers, minor, stamp);
    }

    private static void refused(String code, Verdict verdict) {
        assertThat(((Verdict.Refused) verdict).refusal().code()).isEqualTo(code);
    }
}
