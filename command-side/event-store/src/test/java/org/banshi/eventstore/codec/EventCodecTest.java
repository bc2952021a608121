package org.banshi.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.clock.ClockEvent;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.PersonalEvent;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.serviceitem.ServiceItemEvent;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.banshi.eventstore.crypto.PersonCipher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventCodecTest {

    private static final PersonId PERSON = new PersonId("person-1");
    private static final ApplicationId APPLICATION =
            new ApplicationId("8c3f2e61-0b6a-4a63-9f0e-2b8f5f0f1a11");

    @Stored(value = "letter.sent", revision = 3)
    record Sent(PersonId subject, String letter, @Personal String text, int pages)
            implements PersonalEvent {}

    @Stored("letter.sent")
    record SentToo(String letter) implements Event {}

    @Stored("letter.leaked")
    record Leaked(@Personal String text) implements Event {}

    record Envelope(@Personal String address) {}

    @Stored("letter.enveloped")
    record Enveloped(PersonId subject, Envelope envelope) implements PersonalEvent {}

    @Stored("letter.counted")
    record Counted(PersonId subject, @Personal int pages) implements PersonalEvent {}

    @Stored("letter.dated")
    record Dated(int month) implements Event {
        Dated {
            Month.of(month);
        }
    }

    record Nameless(String letter) implements Event {}

    @TempDir Path folder;
    private FileKeyVault vault;
    private PersonCipher cipher;

    @BeforeEach
    void open() {
        vault = FileKeyVault.open(folder, null);
        cipher = new PersonCipher(vault);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void knows_every_event_of_the_contract() {
        EventTypes types =
                EventTypes.of(
                        List.of(
                                ApplicationEvent.class,
                                SocialEvent.class,
                                WorkItemEvent.class,
                                ServiceItemEvent.class,
                                ClockEvent.class,
                                EngineEvent.class));

        assertThat(types.names())
                .contains("application.applied", "social.confirmed", "work-item.opened")
                .contains("service-item.published", "clock.advanced", "engine.step");
    }

    @Test
    void writes_stable_readable_json() {
        EventCodec codec =
                codec(List.of(ClockEvent.class, ServiceItemEvent.class, EngineEvent.class));

        assertThat(
                        codec.encode(
                                new ClockEvent.Advanced(
                                        "business-clock", Duration.ofDays(7), Duration.ofDays(9))))
                .isEqualTo(
                        "{\"clock\":\"business-clock\",\"by\":\"PT168H\",\"offset\":\"PT216H\"}");
        assertThat(
                        codec.encode(
                                new EngineEvent.Step(
                                        "i",
                                        APPLICATION,
                                        "p:1",
                                        List.of(
                                                new EngineEvent.Move(
                                                        "instance-start", null, null)))))
                .isEqualTo(
                        "{\"processInstance\":\"i\",\"application\":\""
                                + APPLICATION
                                + "\",\"processDefinition\":\"p:1\","
                                + "\"moves\":[{\"kind\":\"instance-start\"}]}");
    }

    @Test
    void gives_back_every_kind_of_value() {
        EventCodec codec = codec(List.of(ApplicationEvent.class, SocialEvent.class));
        Map<String, Object> values = new HashMap<>();
        values.put("text", "p1:looks:like an envelope");
        values.put("money", new BigDecimal("100.00"));
        values.put("large", new BigDecimal("1E+3"));
        values.put("count", 3);
        values.put("yes", true);
        values.put("nothing", null);
        values.put("many", new ArrayList<>(List.of(Map.of("a", new BigDecimal("0.10")))));
        List<Event> events =
                List.of(
                        new ApplicationEvent.Accepted(
                                APPLICATION,
                                PERSON,
                                LocalDate.of(2026, 9, 14),
                                new DueDate(LocalDate.of(2026, 10, 12), true),
                                null),
                        new ApplicationEvent.StepCompleted(
                                APPLICATION, PERSON, "review", "accept", "好", new FormData(values)),
                        new SocialEvent.Confirmed(
                                APPLICATION,
                                PERSON,
                                "approve",
                                null,
                                new BigDecimal("1314.00"),
                                LocalDate.of(2026, 12, 1),
                                "同意"));

        for (Event event : events) {
            String name = codec.types().nameOf(event.getClass());
            assertThat(codec.decode(name, codec.revisionOf(event), codec.encode(event)))
                    .isEqualTo(event);
        }
    }

    @Test
    void lifts_old_revisions_step_by_step_with_personal_parts_in_plain() {
        EventCodec codec =
                new EventCodec(
                        EventTypes.of(List.of(Sent.class)),
                        cipher,
                        List.of(
                                new Upcaster("letter.sent", 1, Set.of("body"), this::renameBody),
                                new Upcaster("letter.sent", 2, Set.of("text"), this::countPages)));
        String sealed = cipher.encrypt(PERSON, "\"Dear Ah Kiu\"", "letter.sent/body");
        String first = "{\"subject\":\"person-1\",\"letter\":\"L1\",\"body\":\"" + sealed + "\"}";

        assertThat(codec.decode("letter.sent", 1, first))
                .isEqualTo(new Sent(PERSON, "L1", "Dear Ah Kiu", 1));
    }

    private ObjectNode renameBody(ObjectNode json) {
        json.set("text", json.remove("body"));
        return json;
    }

    private ObjectNode countPages(ObjectNode json) {
        return json.put("pages", 1);
    }

    @Test
    void stops_at_unknown_types_newer_revisions_and_gaps_between_revisions() {
        EventCodec codec = codec(List.of(Sent.class));

        assertThatThrownBy(() -> codec.decode("letter.burnt", 1, "{}"))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("letter.burnt");
        assertThatThrownBy(() -> codec.decode("letter.sent", 4, "{}"))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("newer");
        assertThatThrownBy(() -> codec.decode("letter.sent", 2, "{}"))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("nothing lifts revision 2");
    }

    @Test
    void stops_at_json_that_does_not_fit_without_quoting_it() {
        EventCodec codec = codec(List.of(Sent.class));

        for (String json :
                List.of(
                        "{\"secret\":1}",
                        "{\"pages\":\"secret\"}",
                        "[\"secret\"]",
                        "secret",
                        "{}")) {
            assertThatThrownBy(() -> codec.decode("letter.sent", 3, json))
                    .as(json)
                    .isInstanceOf(UnreadableEventException.class)
                    .hasMessageNotContaining("secret")
                    .hasNoCause();
        }
    }

    @Test
    void stops_when_a_ciphertext_was_tampered_with() {
        EventCodec codec = codec(List.of(Sent.class));
        String json = codec.encode(new Sent(PERSON, "L1", "text", 1));
        int at = json.indexOf("p1:person-1:") + 30;
        char other = json.charAt(at) == 'A' ? 'B' : 'A';
        String tampered = json.substring(0, at) + other + json.substring(at + 1);

        assertThatThrownBy(() -> codec.decode("letter.sent", 3, tampered))
                .isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void refuses_events_whose_personal_data_or_name_would_be_lost() {
        for (Class<? extends Event> wrong :
                List.of(Leaked.class, Enveloped.class, Counted.class, Nameless.class)) {
            assertThatThrownBy(() -> EventTypes.of(List.of(wrong)))
                    .as(wrong.getSimpleName())
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> EventTypes.of(List.of(Sent.class, SentToo.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("letter.sent");
    }

    /** A record of the contract may fail with anything; its reader must not try it for ever. */
    @Test
    void tells_of_an_event_that_its_own_constructor_or_upcaster_refuses() {
        EventCodec codec = codec(List.of(Dated.class));
        assertThatThrownBy(() -> codec.decode("letter.dated", 1, "{\"month\":13}"))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("DateTimeException");

        EventCodec lifting =
                new EventCodec(
                        EventTypes.of(List.of(Sent.class)),
                        cipher,
                        List.of(
                                new Upcaster(
                                        "letter.sent",
                                        2,
                                        Set.of(),
                                        tree -> {
                                            throw new ArithmeticException("with personal words");
                                        })));
        assertThatThrownBy(() -> lifting.decode("letter.sent", 2, "{}"))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("ArithmeticException")
                .hasMessageNotContaining("personal");
    }

    private EventCodec codec(List<Class<? extends Event>> stories) {
        return new EventCodec(EventTypes.of(stories), cipher, List.of());
    }
}
