package org.banshi.command.contract.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.banshi.command.contract.account.StaffRole;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.DeliveryChannel;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.command.contract.application.SpecialProcedureKind;
import org.banshi.command.contract.application.StayReason;
import org.banshi.command.contract.application.VersionPolicy;
import org.banshi.command.contract.arbitration.ClaimKind;
import org.banshi.command.contract.arbitration.Finality;
import org.banshi.command.contract.arbitration.HalfDay;
import org.banshi.command.contract.arbitration.Restart;
import org.banshi.command.contract.arbitration.Role;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.arbitration.ServiceWay;
import org.banshi.command.contract.arbitration.Side;
import org.banshi.command.contract.benefit.ReviewCause;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.officers.Concern;
import org.banshi.command.contract.points.ItemOrigin;
import org.banshi.command.contract.points.LapseReason;
import org.banshi.command.contract.points.ObjectionStage;
import org.banshi.command.contract.points.ScoreCause;
import org.junit.jupiter.api.Test;

/** Constants that stand in the log by name: none is ever renamed or taken away. */
class StoredWordsTest {

    @Test
    void keeps_the_words_of_enumerations() {
        assertThat(Channel.values())
                .extracting(Enum::name)
                .contains("PC", "APP", "WAP", "WECHAT", "ALIPAY", "WINDOW", "OTHER");
        assertThat(Conclusion.values()).extracting(Enum::name).contains("APPROVED", "REJECTED");
        assertThat(DeliveryChannel.values())
                .extracting(Enum::name)
                .contains("TEXT_MESSAGE", "EMAIL", "POST", "WINDOW");
        assertThat(RegisterOutcome.values())
                .extracting(Enum::name)
                .contains("ANSWERED", "UNKNOWN_PERSON", "NO_ANSWER");
        assertThat(SpecialProcedureKind.values())
                .extracting(Enum::name)
                .contains("EXTENSION", "OTHER");
        assertThat(ReviewCause.values()).extracting(Enum::name).contains("PERIODIC", "REPORTED");
        assertThat(Concern.values()).extracting(Enum::name).contains("NONE", "OWN", "KIN", "OTHER");
        assertThat(Actor.Kind.values())
                .extracting(Enum::name)
                .contains("CITIZEN", "OFFICER", "SYSTEM");
    }

    @Test
    void keeps_the_words_of_versions() {
        assertThat(VersionPolicy.values())
                .extracting(Enum::name)
                .contains("MIGRATED", "FAST_FORWARDED");
        assertThat(StayReason.values())
                .extracting(Enum::name)
                .contains(
                        "PLACE_GONE",
                        "PAST_THE_STEP",
                        "SIDE_PATH",
                        "ACCEPTANCE_BETWEEN",
                        "DECIDED",
                        "NOT_OFFERED",
                        "NOT_MOVABLE");
    }

    @Test
    void keeps_the_words_of_staff_roles() {
        assertThat(StaffRole.values())
                .extracting(Enum::name)
                .contains(
                        "OFFICER",
                        "SUPERVISOR",
                        "PUBLISHER",
                        "OPERATOR",
                        "SECURITY",
                        "AUDITOR",
                        "COMMITTEE");
    }

    @Test
    void keeps_the_words_of_points_accounts() {
        assertThat(ItemOrigin.values())
                .extracting(Enum::name)
                .contains("CLAIMED", "PUSHED", "CORRECTED");
        assertThat(LapseReason.values())
                .extracting(Enum::name)
                .contains("SETTLED", "DEATH", "PERMIT_SUSPENDED");
        assertThat(ObjectionStage.values())
                .extracting(Enum::name)
                .contains("WINDOW", "DISTRICT", "DEPARTMENT");
        assertThat(ScoreCause.values())
                .extracting(Enum::name)
                .contains("APPLICATION", "TIME", "PUSH", "OBJECTION", "REACTIVATION");
    }

    @Test
    void keeps_the_words_of_arbitration() {
        assertThat(names(Side.values())).contains("CLAIMANT", "RESPONDENT", "THIRD_PARTY");
        assertThat(names(Role.values())).contains("WORKER", "EMPLOYER");
        assertThat(names(ClaimKind.values()))
                .contains("PAY", "INJURY_EXPENSES", "COMPENSATION", "DAMAGES", "HOURS", "LEAVE")
                .contains("INSURANCE", "RELATION", "OTHER");
        assertThat(names(Finality.values())).contains("FINAL", "NON_FINAL");
        assertThat(names(ServedDocument.values()))
                .contains("CLAIM", "FURTHER_CLAIM", "ANSWER", "HEARING_NOTICE", "SETTLEMENT")
                .contains("AWARD", "EVIDENCE", "ADVANCE_RULING", "ADVANCE_DENIAL")
                .contains("EXTENSION", "ENDING");
        assertThat(names(ServiceWay.values()))
                .contains("DIRECT", "POST", "ELECTRONIC", "LEFT", "ANNOUNCEMENT");
        assertThat(names(HalfDay.values())).contains("MORNING", "AFTERNOON");
        assertThat(names(Restart.values()))
                .contains("PARTY_ADDED", "CLAIM_ADDED", "COUNTER_CLAIM_JOINED");
    }

    private static List<String> names(Enum<?>[] words) {
        return Arrays.stream(words).map(Enum::name).toList();
    }
}
