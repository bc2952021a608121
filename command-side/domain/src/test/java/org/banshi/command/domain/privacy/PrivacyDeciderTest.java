package org.banshi.command.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.privacy.ErasureGround;
import org.banshi.command.contract.privacy.Kept;
import org.banshi.command.contract.privacy.PrivacyCommand;
import org.banshi.command.contract.privacy.PrivacyEvent;
import org.banshi.command.contract.privacy.PrivacyId;
import org.banshi.command.contract.text.Text;
import org.banshi.command.domain.application.ApplicationClaims;
import org.banshi.command.domain.invented.People;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PrivacyDeciderTest {

    private static final PersonId PERSON = new PersonId("person-1");
    private static final Actor HERSELF = Actor.citizen("li", PERSON);
    private static final List<String> ITEMS = List.of("lantern-permit");
    private static final ApplicationId CASE =
            new ApplicationId("00000000-0000-0000-0000-000000000001");

    @Test
    void erases_once_nothing_has_to_be_kept() {
        Verdict verdict =
                PrivacyDecider.decide(
                        false, erase(HERSELF, ErasureGround.REQUEST, "2026-09-14"), ITEMS);

        assertThat(((Verdict.Happens) verdict).events())
                .containsExactly(
                        new PrivacyEvent.ApplicationsBarred(PrivacyId.of(PERSON), PERSON, ITEMS),
                        new PrivacyEvent.Erased(
                                PrivacyId.of(PERSON),
                                PERSON,
                                List.of(CASE),
                                ErasureGround.REQUEST,
                                null));
        assertThat(
                        PrivacyDecider.decide(
                                true, erase(HERSELF, ErasureGround.REQUEST, "2026-09-14"), ITEMS))
                .isEqualTo(Verdict.NOTHING);
    }

    @Test
    void refuses_with_the_reason_and_the_latest_day() {
        Refusal refusal =
                refusal(erase(HERSELF, ErasureGround.REQUEST, "2037-01-01", "2057-01-01"));

        assertThat(refusal.code()).isEqualTo("erasure-not-yet");
        assertThat(refusal.mend().en()).contains("2057-01-01");
        assertThat(refusal.mend().zh()).contains("2057-01-01");
        assertThat(refusal.rule()).isEqualTo("rule 2057-01-01");
    }

    @Test
    void knows_no_day_while_something_goes_on() {
        Refusal refusal = refusal(erase(HERSELF, ErasureGround.REQUEST, "2057-01-01", null));

        assertThat(refusal.mend().en()).contains("once this has ended").doesNotContain("2057");
    }

    @Test
    void lets_nobody_erase_another_and_nobody_name_an_offices_ground() {
        Actor other = Actor.citizen("chen", new PersonId("person-2"));

        assertThat(refusal(erase(other, ErasureGround.REQUEST)).code())
                .isEqualTo("erasure-not-own");
        assertThat(refusal(erase(HERSELF, ErasureGround.UNLAWFUL)).code())
                .isEqualTo("erasure-not-own");
    }

    /** Then one of both fails, whichever comes second. */
    @Test
    void an_erasure_takes_the_place_of_an_application_at_the_same_moment() {
        ApplicationEvent.Applied applied =
                new ApplicationEvent.Applied(
                        CASE,
                        PERSON,
                        "number",
                        new ServiceVersion("lantern-permit", 1),
                        new RegionCode("440106"),
                        Channel.WAP,
                        People.LINS_DETAILS,
                        FormData.empty(),
                        List.of(),
                        "code");

        assertThat(new ApplicationClaims().of(CASE.value(), applied).acquired())
                .containsAll(
                        new PrivacyClaims()
                                .of(
                                        "privacy:person-1",
                                        new PrivacyEvent.ApplicationsBarred(
                                                PrivacyId.of(PERSON), PERSON, ITEMS))
                                .acquired());
    }

    private static Refusal refusal(PrivacyCommand.Erase command) {
        return ((Verdict.Refused) PrivacyDecider.decide(false, command, ITEMS)).refusal();
    }

    private static PrivacyCommand.Erase erase(
            Actor by, ErasureGround ground, @Nullable String... until) {
        List<Kept> kept = new ArrayList<>();
        for (String day : until) {
            kept.add(
                    new Kept(
                            Text.of("办件", "case"),
                            null,
                            day == null ? null : LocalDate.parse(day),
                            "rule " + day));
        }
        return new PrivacyCommand.Erase(
                PrivacyId.of(PERSON),
                PERSON,
                List.of(CASE),
                kept,
                ground,
                null,
                new Stamp(Instant.parse("2026-09-14T01:00:00Z"), by));
    }
}
