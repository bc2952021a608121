package org.banshi.app.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.banshi.app.BanshiTest;
import org.banshi.app.platform.StartUpException;
import org.banshi.command.contract.application.Authority;
import org.banshi.command.contract.application.DeliveryChannel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.process.register.RegisterPort.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@BanshiTest
class StandInsTest {

    private static final Authority SIGNED = Authority.of("paper-1");

    @Autowired private Outbox outbox;

    @TempDir private Path folder;

    @Test
    void a_register_answers_for_each_kind_of_person() throws IOException {
        Files.writeString(
                folder.resolve("income.yaml"),
                """
                register: income
                answers:
                  "440106190503120625": {monthlyIncome: 2400.00}
                others: {monthlyIncome: 1.00}
                unknown: ["440106190001010013"]
                silent: ["440106190001010021"]
                """);
        DemoRegisters registers = DemoRegisters.read(folder);

        assertThat(registers.ask("income", about("440106190503120625"), SIGNED))
                .isEqualTo(answered("2400.00"));
        assertThat(registers.ask("income", about("440106190001010005"), SIGNED))
                .isEqualTo(answered("1.00"));
        assertThat(registers.ask("income", about("440106190001010013"), SIGNED))
                .isEqualTo(without(RegisterOutcome.UNKNOWN_PERSON));
        assertThat(registers.ask("income", about("440106190001010021"), SIGNED))
                .isEqualTo(without(RegisterOutcome.NO_ANSWER));
        assertThat(registers.ask("weather", about("440106190503120625"), SIGNED))
                .isEqualTo(without(RegisterOutcome.NO_ANSWER));
    }

    @Test
    void a_register_without_a_word_on_others_knows_nobody_else() throws IOException {
        Files.writeString(folder.resolve("few.yaml"), "register: few\nsilent: [x]\n");
        Files.writeString(folder.resolve("notes.txt"), "register: notes");
        DemoRegisters registers = DemoRegisters.read(folder);

        assertThat(registers.ask("few", about("440106190503120625"), SIGNED))
                .isEqualTo(without(RegisterOutcome.UNKNOWN_PERSON));
        assertThat(registers.ask("notes", about("440106190503120625"), SIGNED))
                .isEqualTo(without(RegisterOutcome.NO_ANSWER));
        assertThat(DemoRegisters.read(folder.resolve("none")).ask("few", about("x"), SIGNED))
                .isEqualTo(without(RegisterOutcome.NO_ANSWER));
    }

    @Test
    void a_register_that_cannot_be_understood_stops_the_start() throws IOException {
        Files.writeString(folder.resolve("broken.yaml"), "register: [");

        assertThatThrownBy(() -> DemoRegisters.read(folder))
                .isInstanceOf(StartUpException.class)
                .hasMessageContaining(folder.toString());
    }

    private static Answer answered(String income) {
        return new Answer(
                RegisterOutcome.ANSWERED,
                new FormData(Map.of("monthlyIncome", new BigDecimal(income))));
    }

    private static Answer without(RegisterOutcome outcome) {
        return new Answer(outcome, FormData.empty());
    }

    @Test
    void the_outbox_keeps_a_message_once_with_its_address_masked() {
        String proof = send("delivery-1", DeliveryChannel.TEXT_MESSAGE, "13800000001");

        assertThat(send("delivery-1", DeliveryChannel.TEXT_MESSAGE, "13800000001"))
                .isEqualTo(proof);
        assertThat(outbox.newest(10))
                .filteredOn(message -> message.delivery().equals("delivery-1"))
                .singleElement()
                .satisfies(
                        message -> {
                            assertThat(message.address()).isEqualTo("138****0001");
                            assertThat(message.text()).isEqualTo("text");
                        });
    }

    @Test
    void the_outbox_masks_mail_addresses_too() {
        send("delivery-2", DeliveryChannel.EMAIL, "li-mei@example.org");

        assertThat(outbox.newest(10))
                .extracting(Outbox.Message::address)
                .contains("l***@example.org");
    }

    private String send(String delivery, DeliveryChannel channel, String address) {
        return outbox.send(delivery, channel, address, "subject", "text");
    }

    private static FormData about(String identityNumber) {
        return new FormData(Map.of("identityNumber", identityNumber));
    }
}
