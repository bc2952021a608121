package org.banshi.query.projection.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.banshi.catalogue.AutomaticStep;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.DirectoryCatalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;
import org.banshi.catalogue.source.YamlSource;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.command.contract.text.Text;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.query.projection.sql.Json;
import org.junit.jupiter.api.Test;

/** Nothing of a timeline is left without words. */
class FactWordsTest {

    private static final Catalogue CATALOGUE = DirectoryCatalogue.read(Path.of("../../bpmn"));
    private static final Map<String, Text> WORDS = CATALOGUE.reference().factWords();

    private static Stream<RecordComponent> shown() {
        return Stream.of(
                        ApplicationEvent.class,
                        SocialEvent.class,
                        WorkItemEvent.class,
                        EngineEvent.class,
                        ArbitrationEvent.class)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .flatMap(event -> Facts.shown(event).stream());
    }

    private record Told(DueDate due, Text reason) implements Event {}

    /** What is stored is compared with what another start of the program makes of the same log. */
    @Test
    void facts_of_several_parts_are_stored_in_one_order() {
        Told told = new Told(new DueDate(LocalDate.of(2026, 11, 23), true), Text.of("迟到", "late"));

        assertThat(Json.write(Facts.of(told)))
                .isEqualTo(
                        "{\"due\":{\"day\":\"2026-11-23\",\"provisional\":true},"
                                + "\"reason\":{\"zh\":\"迟到\",\"en\":\"late\"}}");
    }

    @Test
    void every_fact_of_an_event_has_a_name() {
        List<String> facts = shown().map(RecordComponent::getName).distinct().toList();

        assertThat(facts).hasSizeGreaterThan(20);
        assertThat(WORDS).containsKeys(facts.toArray(String[]::new));
    }

    @Test
    void every_constant_of_an_event_has_words() {
        List<String> constants =
                shown().filter(fact -> fact.getType().isEnum())
                        .flatMap(
                                fact ->
                                        Arrays.stream(fact.getType().getEnumConstants())
                                                .map(it -> fact.getName() + "." + it))
                        .distinct()
                        .toList();

        assertThat(constants).contains("channel.POST", "outcome.NO_ANSWER");
        assertThat(WORDS).containsKeys(constants.toArray(String[]::new));
    }

    @Test
    void every_rule_register_and_document_of_a_package_has_words() {
        TreeSet<String> needed = new TreeSet<>();
        for (ServiceDefinition service : CATALOGUE.current()) {
            for (AutomaticStep step : service.automaticSteps().values()) {
                for (String of : List.of("decision", "register", "document")) {
                    if (step.with().containsKey(of)) {
                        needed.add(of + "." + step.with().get(of));
                    }
                }
            }
        }

        assertThat(needed).contains("decision.gate", "register.income");
        assertThat(WORDS).containsKeys(needed.toArray(String[]::new));
    }

    @Test
    void whatever_a_register_answers_has_a_name() throws IOException {
        TreeSet<String> answered = new TreeSet<>();
        try (DirectoryStream<Path> registers =
                Files.newDirectoryStream(Path.of("../../bpmn/registers"), "*.yaml")) {
            for (Path file : registers) {
                Located register =
                        YamlSource.read(file.toString(), Files.readAllBytes(file), new Findings());
                register.nearest("answers")
                        .entries()
                        .values()
                        .forEach(answer -> answered.addAll(answer.entries().keySet()));
                Located others = register.find("others");
                if (others != null) {
                    answered.addAll(others.entries().keySet());
                }
            }
        }

        assertThat(answered).contains("householdSize", "registeredOn");
        assertThat(WORDS).containsKeys(answered.toArray(String[]::new));
    }
}
