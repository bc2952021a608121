package org.banshi.command.contract.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.DeliveryChannel;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.command.contract.application.SpecialProcedureKind;
import org.banshi.command.contract.benefit.ReviewCause;
import org.banshi.command.contract.message.Actor;
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
        assertThat(Actor.Kind.values())
                .extracting(Enum::name)
                .contains("CITIZEN", "OFFICER", "SYSTEM");
    }
}
