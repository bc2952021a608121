package org.banshi.command.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.privacy.CorrectionField;
import org.banshi.command.contract.privacy.PrivacyCommand.AskCorrection;
import org.banshi.command.contract.privacy.PrivacyCommand.DecideCorrection;
import org.banshi.command.contract.privacy.PrivacyEvent.CorrectionAsked;
import org.banshi.command.contract.privacy.PrivacyEvent.CorrectionDecided;
import org.banshi.command.contract.privacy.PrivacyId;
import org.banshi.command.domain.invented.People;
import org.banshi.command.domain.verdict.Verdict;
import org.junit.jupiter.api.Test;

class CorrectionDeciderTest {

    private static final PrivacyId RECORD = PrivacyId.of(People.LIN);
    private static final RegionCode TIANHE = new RegionCode("440106");
    private static final Stamp BY_LIN = People.on("2026-09-14", People.LIN_SELF);
    private static final Stamp TOWN =
            People.on("2026-09-14", Actor.officer("tianhe-town-1", "town", TIANHE));
    private static final CorrectionAsked ASKED =
            new CorrectionAsked(RECORD, People.LIN, CorrectionField.NAME, TIANHE, "林晓灯", "登记有误");
    private static final PrivacyState WAITING = PrivacyState.NONE.after(ASKED);

    @Test
    void a_person_asks_for_oneself_and_once_at_a_time() {
        assertThat(CorrectionDecider.decide(PrivacyState.NONE, ask("林晓灯", BY_LIN)))
                .isEqualTo(Verdict.happens(ASKED));
        refused("correction-waits", CorrectionDecider.decide(WAITING, ask("林晓灯", BY_LIN)));
        for (Actor other :
                List.of(
                        People.AGENT,
                        People.CLERK,
                        Actor.citizen("wu", new PersonId("person-wu")))) {
            refused(
                    "correction-not-own",
                    CorrectionDecider.decide(
                            PrivacyState.NONE, ask("林晓灯", People.on("2026-09-14", other))));
        }
    }

    @Test
    void a_value_fits_its_field_and_a_reason_is_given() {
        for (Map.Entry<CorrectionField, String> wrong :
                Map.of(
                                CorrectionField.NAME, " ",
                                CorrectionField.PHONE, "1380",
                                CorrectionField.EMAIL, "lin@example.org\nx")
                        .entrySet()) {
            refused(
                    "correction-unfit",
                    CorrectionDecider.decide(
                            PrivacyState.NONE,
                            new AskCorrection(
                                    RECORD,
                                    People.LIN,
                                    wrong.getKey(),
                                    wrong.getValue(),
                                    "登记有误",
                                    TIANHE,
                                    BY_LIN)));
        }
        refused(
                "correction-unfit",
                CorrectionDecider.decide(
                        PrivacyState.NONE,
                        new AskCorrection(
                                RECORD,
                                People.LIN,
                                CorrectionField.NAME,
                                "林晓灯",
                                " ",
                                TIANHE,
                                BY_LIN)));
    }

    @Test
    void an_officer_of_the_region_decides_with_a_reason() {
        assertThat(CorrectionDecider.decide(WAITING, decide(true, "与身份证一致", TOWN)))
                .isEqualTo(
                        Verdict.happens(
                                new CorrectionDecided(
                                        RECORD, People.LIN, CorrectionField.NAME, true, "与身份证一致")));
        Stamp elsewhere =
                People.on(
                        "2026-09-14",
                        Actor.officer("yuexiu-town-1", "town", new RegionCode("440104")));
        Stamp otherBody = People.on("2026-09-14", Actor.officer("tianhe-police", "police", TIANHE));
        for (Stamp by : List.of(BY_LIN, elsewhere, otherBody)) {
            refused(
                    "correction-not-yours",
                    CorrectionDecider.decide(WAITING, decide(true, "与身份证一致", by)));
        }
        refused(
                "correction-unreasoned",
                CorrectionDecider.decide(WAITING, decide(false, " ", TOWN)));
        refused(
                "correction-concerned",
                CorrectionDecider.decide(
                        WAITING, new DecideCorrection(RECORD, true, false, "与身份证一致", TOWN)));
        Actor herself =
                new Actor(Actor.Kind.OFFICER, "tianhe-town-9", People.LIN, null, "town", TIANHE);
        refused(
                "correction-concerned",
                CorrectionDecider.decide(
                        WAITING, decide(true, "与身份证一致", People.on("2026-09-14", herself))));
        refused(
                "correction-not-asked",
                CorrectionDecider.decide(PrivacyState.NONE, decide(true, "与身份证一致", TOWN)));
    }

    private static AskCorrection ask(String name, Stamp by) {
        return new AskCorrection(
                RECORD, People.LIN, CorrectionField.NAME, name, "登记有误", TIANHE, by);
    }

    private static DecideCorrection decide(boolean granted, String reason, Stamp by) {
        return new DecideCorrection(RECORD, granted, true, reason, by);
    }

    private static void refused(String code, Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        assertThat(((Verdict.Refused) verdict).refusal().code()).isEqualTo(code);
    }
}
