package org.banshi.command.domain.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.citizen.CitizenCommand;
import org.banshi.command.contract.citizen.CitizenCommand.AskRecovery;
import org.banshi.command.contract.citizen.CitizenCommand.ConfirmRecovery;
import org.banshi.command.contract.citizen.CitizenCommand.OpenAccess;
import org.banshi.command.contract.citizen.CitizenCommand.OpenLateAccess;
import org.banshi.command.contract.citizen.CitizenCommand.Prove;
import org.banshi.command.contract.citizen.CitizenCommand.RecoverAccess;
import org.banshi.command.contract.citizen.CitizenCommand.Register;
import org.banshi.command.contract.citizen.CitizenEvent;
import org.banshi.command.contract.citizen.CitizenId;
import org.banshi.command.contract.citizen.Proof;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.domain.verdict.Verdict;
import org.junit.jupiter.api.Test;

class CitizenDeciderTest {

    private static final PersonId LIN = new PersonId("lin");
    private static final CitizenId CITIZEN = CitizenId.of(LIN);
    private static final Applicant DETAILS =
            new Applicant("林小灯", "440106190503071237", "13800000000", null);
    private static final Instant NOW = Instant.parse("2026-09-14T01:00:00Z");
    private static final Stamp OFFICER =
            new Stamp(NOW, Actor.officer("tianhe-town-1", "town", new RegionCode("440106")));
    private static final Stamp SERVICE = new Stamp(NOW, Actor.system("registration"));
    private static final Stamp HERSELF = new Stamp(NOW, Actor.citizen("lin", LIN));
    private static final Proof CARD = new Proof(Proof.Way.COUNTER, "id-card", 5);
    private static final Proof FACE = new Proof(Proof.Way.FACE, "face", 4);

    private static final CitizenState KNOWN = CitizenState.NONE.proven(4);

    @Test
    void an_officer_who_saw_the_paper_makes_somebody_known() {
        assertThat(CitizenDecider.decide(CitizenState.NONE, register(DETAILS, CARD, OFFICER)))
                .isEqualTo(
                        Verdict.happens(
                                new CitizenEvent.Registered(CITIZEN, LIN, "hash", CARD, DETAILS)));
    }

    @Test
    void whoever_was_erased_is_forgotten_once_and_the_number_is_free() {
        CitizenEvent forgotten = new CitizenEvent.Forgotten(CITIZEN, LIN);
        CitizenCommand.Forget forget = new CitizenCommand.Forget(CITIZEN, SERVICE);

        assertThat(CitizenDecider.decide(KNOWN, forget)).isEqualTo(Verdict.happens(forgotten));
        assertThat(CitizenDecider.decide(CitizenState.NONE, forget)).isEqualTo(Verdict.NOTHING);
        assertThat(new CitizenClaims().concerns(CitizenEvent.Forgotten.class)).isTrue();
        assertThat(new CitizenClaims().of(CITIZEN.value(), forgotten).released())
                .containsExactly(Claim.every(CitizenClaims.IDENTITY));
        assertThat(
                        new CitizenClaims()
                                .of(
                                        CITIZEN.value(),
                                        new CitizenEvent.Registered(
                                                CITIZEN, LIN, null, CARD, DETAILS)))
                .isEqualTo(ClaimRules.Changes.NONE);
    }

    @Test
    void a_face_gives_back_what_was_never_proven_better_than_by_a_face() {
        CitizenState faced = KNOWN.with("he-man");
        RecoverAccess byFace = new RecoverAccess(CITIZEN, FACE, SERVICE);

        assertThat(CitizenDecider.decide(faced, byFace))
                .isEqualTo(Verdict.happens(new CitizenEvent.AccessRecovered(CITIZEN, LIN, FACE)));
        assertThat(code(CitizenDecider.decide(faced.proven(5), byFace)))
                .isEqualTo("citizen-known-better");
        assertThat(code(CitizenDecider.decide(KNOWN, byFace))).isEqualTo("citizen-without-account");
        assertThat(code(CitizenDecider.decide(faced, new RecoverAccess(CITIZEN, FACE, OFFICER))))
                .isEqualTo("citizen-proof-not-so");
        Proof other = new Proof(Proof.Way.PROVIDER, "province", 4);
        assertThat(code(CitizenDecider.decide(faced, new RecoverAccess(CITIZEN, other, SERVICE))))
                .isEqualTo("citizen-proof-not-so");
    }

    @Test
    void nobody_vouches_for_oneself() {
        refused("citizen-proof-not-so", register(DETAILS, CARD, HERSELF));
        refused("citizen-proof-not-so", register(DETAILS, FACE, HERSELF));
        refused("citizen-proof-not-so", register(DETAILS, CARD, SERVICE));
        refused("citizen-proof-not-so", register(DETAILS, FACE, OFFICER));
    }

    @Test
    void no_way_gives_more_than_its_level() {
        refused(
                "citizen-level-too-high",
                register(DETAILS, new Proof(Proof.Way.PROVIDER, "province", 5), SERVICE));
        refused(
                "citizen-level-too-high",
                register(DETAILS, new Proof(Proof.Way.COUNTER, "id-card", 0), OFFICER));
    }

    @Test
    void numbers_are_checked() {
        refused(
                "citizen-number-invalid",
                register(
                        new Applicant("林小灯", "440106190503071238", "13800000000", null),
                        CARD,
                        OFFICER));
        refused(
                "citizen-number-invalid",
                register(new Applicant("林小灯", "440106190503071237", "1380", null), CARD, OFFICER));
        refused(
                "citizen-name-missing",
                register(
                        new Applicant(" ", "440106190503071237", "13800000000", null),
                        CARD,
                        OFFICER));
    }

    @Test
    void a_better_proof_raises_the_level_and_a_worse_one_changes_nothing() {
        assertThat(CitizenDecider.decide(KNOWN, new Prove(CITIZEN, CARD, OFFICER)))
                .isEqualTo(Verdict.happens(new CitizenEvent.Proven(CITIZEN, LIN, CARD)));
        assertThat(CitizenDecider.decide(KNOWN.proven(5), new Prove(CITIZEN, FACE, SERVICE)))
                .isEqualTo(Verdict.NOTHING);
    }

    @Test
    void a_person_has_one_account() {
        assertThat(CitizenDecider.decide(KNOWN, new OpenAccess(CITIZEN, "lin-xd", OFFICER)))
                .isEqualTo(Verdict.happens(new CitizenEvent.AccessOpened(CITIZEN, LIN, "lin-xd")));
        assertThat(
                        code(
                                CitizenDecider.decide(
                                        KNOWN.with("lin-xd"),
                                        new OpenAccess(CITIZEN, "b", OFFICER))))
                .isEqualTo("citizen-has-account");
    }

    @Test
    void access_is_given_back_at_the_counter_by_whoever_asked_once_a_colleague_confirmed() {
        CitizenState withAccount = KNOWN.with("lin-xd");
        CitizenEvent.RecoveryAsked asked =
                new CitizenEvent.RecoveryAsked(
                        CITIZEN,
                        LIN,
                        CARD,
                        OFFICER.by().account(),
                        Objects.requireNonNull(OFFICER.by().region()),
                        OFFICER.day());
        CitizenState waiting = withAccount.after(asked);
        CitizenState confirmed = waiting.confirmed();
        RecoverAccess recover = new RecoverAccess(CITIZEN, CARD, OFFICER);

        assertThat(CitizenDecider.decide(withAccount, new AskRecovery(CITIZEN, CARD, OFFICER)))
                .isEqualTo(Verdict.happens(asked));
        assertThat(code(CitizenDecider.decide(withAccount, recover)))
                .isEqualTo("citizen-second-officer");
        assertThat(code(CitizenDecider.decide(waiting, recover)))
                .isEqualTo("citizen-second-officer");
        assertThat(CitizenDecider.decide(waiting, new ConfirmRecovery(CITIZEN, colleague(0))))
                .isEqualTo(Verdict.happens(new CitizenEvent.RecoveryConfirmed(CITIZEN, LIN)));
        assertThat(CitizenDecider.decide(confirmed, recover))
                .isEqualTo(Verdict.happens(new CitizenEvent.AccessRecovered(CITIZEN, LIN, CARD)));
        assertThat(code(CitizenDecider.decide(confirmed.recovered(), recover)))
                .as("once")
                .isEqualTo("citizen-second-officer");
    }

    @Test
    void nobody_confirms_what_was_asked_by_oneself_elsewhere_or_another_day() {
        CitizenState waiting =
                KNOWN.with("lin-xd")
                        .after(
                                new CitizenEvent.RecoveryAsked(
                                        CITIZEN,
                                        LIN,
                                        CARD,
                                        OFFICER.by().account(),
                                        Objects.requireNonNull(OFFICER.by().region()),
                                        OFFICER.day()));
        Stamp elsewhere =
                new Stamp(
                        OFFICER.at(),
                        Actor.officer("yuexiu-town-1", "town", new RegionCode("440104")));

        for (Stamp no : List.of(OFFICER, elsewhere, SERVICE)) {
            for (CitizenState state : List.of(waiting, waiting.confirmed())) {
                assertThat(code(CitizenDecider.decide(state, new ConfirmRecovery(CITIZEN, no))))
                        .isEqualTo("citizen-second-officer");
            }
        }
        assertThat(
                        CitizenDecider.decide(
                                waiting.confirmed(), new ConfirmRecovery(CITIZEN, colleague(0))))
                .isEqualTo(Verdict.NOTHING);
        assertThat(code(CitizenDecider.decide(waiting, new ConfirmRecovery(CITIZEN, colleague(1)))))
                .isEqualTo("citizen-recovery-not-asked");
        assertThat(
                        code(
                                CitizenDecider.decide(
                                        waiting.confirmed(),
                                        new RecoverAccess(CITIZEN, CARD, colleague(0)))))
                .as("by the colleague")
                .isEqualTo("citizen-second-officer");
    }

    @Test
    void no_service_from_afar_gives_access_back() {
        assertThat(
                        code(
                                CitizenDecider.decide(
                                        KNOWN.with("lin-xd"),
                                        new AskRecovery(CITIZEN, FACE, SERVICE))))
                .isEqualTo("citizen-proof-not-so");
    }

    @Test
    void who_was_known_without_access_gets_it_when_two_officers_saw_the_person() {
        CitizenEvent.RecoveryAsked asked =
                new CitizenEvent.RecoveryAsked(
                        CITIZEN,
                        LIN,
                        CARD,
                        OFFICER.by().account(),
                        Objects.requireNonNull(OFFICER.by().region()),
                        OFFICER.day());
        OpenLateAccess open = new OpenLateAccess(CITIZEN, "lin-xd", CARD, OFFICER);
        CitizenState confirmed = KNOWN.after(asked).confirmed();

        assertThat(CitizenDecider.decide(KNOWN, new AskRecovery(CITIZEN, CARD, OFFICER)))
                .isEqualTo(Verdict.happens(asked));
        for (CitizenState alone : List.of(KNOWN, KNOWN.after(asked))) {
            assertThat(code(CitizenDecider.decide(alone, open)))
                    .isEqualTo("citizen-second-officer");
        }
        assertThat(CitizenDecider.decide(confirmed, open))
                .isEqualTo(Verdict.happens(new CitizenEvent.AccessOpened(CITIZEN, LIN, "lin-xd")));
        assertThat(code(CitizenDecider.decide(confirmed.with("lin-xd"), open)))
                .isEqualTo("citizen-has-account");
        assertThat(code(CitizenDecider.decide(CitizenState.NONE, open)))
                .isEqualTo("citizen-unknown");
        assertThat(
                        code(
                                CitizenDecider.decide(
                                        confirmed,
                                        new OpenLateAccess(CITIZEN, "x", FACE, SERVICE))))
                .as("from afar")
                .isEqualTo("citizen-without-account");
    }

    private static Stamp colleague(int daysLater) {
        return new Stamp(
                OFFICER.at().plus(Duration.ofDays(daysLater)),
                Actor.officer(
                        "a-colleague", "town", Objects.requireNonNull(OFFICER.by().region())));
    }

    private static Register register(Applicant details, Proof proof, Stamp stamp) {
        return new Register(CITIZEN, details, "hash", proof, stamp);
    }

    private static void refused(String code, Register command) {
        assertThat(code(CitizenDecider.decide(CitizenState.NONE, command))).isEqualTo(code);
    }

    private static String code(Verdict verdict) {
        return ((Verdict.Refused) verdict).refusal().code();
    }
}
