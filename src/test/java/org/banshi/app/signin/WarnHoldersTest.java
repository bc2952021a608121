package org.banshi.app.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banshi.app.AppTables;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.citizen.CitizenEvent;
import org.banshi.command.contract.citizen.CitizenId;
import org.banshi.command.contract.citizen.Proof;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.Recorded;
import org.banshi.process.delivery.MessagePort;
import org.banshi.process.delivery.MessengerMissingException;
import org.banshi.query.contract.access.Scope.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who is warned of what a counter did, with a messenger, without one, and while it is out. */
@ExtendWith(OutputCaptureExtension.class)
class WarnHoldersTest {

    private static final String PHONE = "13800000077";
    private static final PersonId LIN = new PersonId("00000000-0000-0000-0000-000000000077");
    private static final Instant NOW = Instant.parse("2026-09-14T02:00:00Z");

    private final AppTables tables = AppTables.fresh();
    private final Accounts accounts = new Accounts(tables.jdbc(), tables.personal());
    private final Citizens citizens = new Citizens(tables.jdbc(), tables.personal(), accounts);
    private final BusinessClock clock = mock();

    @BeforeEach
    void somebody() {
        when(clock.now()).thenReturn(NOW);
        Account lin =
                new Account(
                        "lin-07",
                        Text.of("林秋", "林秋"),
                        Set.of(Role.CITIZEN),
                        null,
                        null,
                        5,
                        LIN,
                        new Applicant("林秋", "440106190503120625", PHONE, null));
        assertThat(accounts.add(lin, "none", false, true)).isTrue();
    }

    @Test
    void warns_whose_access_a_counter_gave_to_somebody() {
        List<String> sent = new ArrayList<>();
        WarnHolders warning =
                warning(
                        (delivery, channel, address, subject, text) -> {
                            sent.add(delivery + " " + address);
                            return "taken";
                        });

        warning.handle(List.of(recovered(NOW)));
        warning.handle(List.of(recovered(NOW.minus(Duration.ofDays(8)))));

        assertThat(sent)
                .as("what is no news is not told")
                .containsExactly("warning:citizen:" + LIN.value() + ":3 " + PHONE);
    }

    @Test
    void goes_on_without_a_messenger_and_says_so_without_the_number(CapturedOutput output) {
        warning(
                        (delivery, channel, address, subject, text) -> {
                            throw new MessengerMissingException();
                        })
                .handle(List.of(recovered(NOW)));

        assertThat(output)
                .contains("not told, as no messenger is configured: position 42")
                .doesNotContain(PHONE)
                .doesNotContain("林秋");
    }

    @Test
    void does_not_go_on_while_the_messenger_takes_nothing() {
        WarnHolders warning =
                warning(
                        (delivery, channel, address, subject, text) -> {
                            throw new IllegalStateException("out of order");
                        });

        assertThatThrownBy(() -> warning.handle(List.of(recovered(NOW))))
                .as("its reader hands it over again")
                .hasMessage("out of order");
    }

    private WarnHolders warning(MessagePort messages) {
        return new WarnHolders(citizens, messages, clock);
    }

    private static Recorded recovered(Instant at) {
        CitizenId citizen = CitizenId.of(LIN);
        return new Recorded(
                42,
                "citizen",
                citizen.value(),
                3,
                at,
                "citizen.access-recovered",
                new CitizenEvent.AccessRecovered(
                        citizen, LIN, new Proof(Proof.Way.COUNTER, "id-card", 5)),
                new Stamp(at, Actor.system("test")),
                Map.of());
    }
}
