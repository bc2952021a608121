package org.banshi.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.banshi.command.contract.access.JournalCommand;
import org.banshi.command.contract.access.JournalEvent;
import org.banshi.command.contract.account.AccountCommand;
import org.banshi.command.contract.account.AccountEvent;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.arbitration.ArbitrationCommand;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.certificate.CertificateCommand;
import org.banshi.command.contract.certificate.CertificateEvent;
import org.banshi.command.contract.citizen.CitizenCommand;
import org.banshi.command.contract.citizen.CitizenEvent;
import org.banshi.command.contract.clock.ClockCommand;
import org.banshi.command.contract.clock.ClockEvent;
import org.banshi.command.contract.disability.DisabilityCommand;
import org.banshi.command.contract.disability.DisabilityEvent;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.mandate.MandateCommand;
import org.banshi.command.contract.mandate.MandateEvent;
import org.banshi.command.contract.matter.MatterCommand;
import org.banshi.command.contract.matter.MatterEvent;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Opens;
import org.banshi.command.contract.message.Personal;
import org.banshi.command.contract.message.Stored;
import org.banshi.command.contract.message.TaskAct;
import org.banshi.command.contract.officers.CaseOfficersCommand;
import org.banshi.command.contract.officers.CaseOfficersEvent;
import org.banshi.command.contract.organisation.OrganisationCommand;
import org.banshi.command.contract.organisation.OrganisationEvent;
import org.banshi.command.contract.points.PointsCommand;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.command.contract.privacy.PrivacyCommand;
import org.banshi.command.contract.privacy.PrivacyEvent;
import org.banshi.command.contract.serviceitem.ServiceItemCommand;
import org.banshi.command.contract.serviceitem.ServiceItemEvent;
import org.banshi.command.contract.settlement.CandidacyCommand;
import org.banshi.command.contract.settlement.CandidacyEvent;
import org.banshi.command.contract.settlement.RoundCommand;
import org.banshi.command.contract.settlement.RoundEvent;
import org.banshi.command.contract.social.SocialCommand;
import org.banshi.command.contract.social.SocialEvent;
import org.banshi.command.contract.workitem.WorkItemCommand;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.junit.jupiter.api.Test;

/**
 * The event model is one page, made from the contracts; this test fails with the new page when they
 * differ.
 */
class EventModelTest {

    private static final Path PAGE = Path.of("docs/event-model.md");

    private static final List<Class<?>> COMMANDS =
            List.of(
                    ApplicationCommand.class,
                    SocialCommand.class,
                    WorkItemCommand.class,
                    ServiceItemCommand.class,
                    ClockCommand.class,
                    BenefitCommand.class,
                    PointsCommand.class,
                    RoundCommand.class,
                    CandidacyCommand.class,
                    ArbitrationCommand.class,
                    DisabilityCommand.class,
                    CertificateCommand.class,
                    MatterCommand.class,
                    AccountCommand.class,
                    JournalCommand.class,
                    PrivacyCommand.class,
                    CitizenCommand.class,
                    MandateCommand.class,
                    OrganisationCommand.class,
                    CaseOfficersCommand.class);

    private static final List<Class<?>> EVENTS =
            List.of(
                    ApplicationEvent.class,
                    SocialEvent.class,
                    WorkItemEvent.class,
                    ServiceItemEvent.class,
                    ClockEvent.class,
                    EngineEvent.class,
                    BenefitEvent.class,
                    PointsEvent.class,
                    RoundEvent.class,
                    CandidacyEvent.class,
                    ArbitrationEvent.class,
                    DisabilityEvent.class,
                    CertificateEvent.class,
                    MatterEvent.class,
                    AccountEvent.class,
                    JournalEvent.class,
                    PrivacyEvent.class,
                    CitizenEvent.class,
                    MandateEvent.class,
                    OrganisationEvent.class,
                    CaseOfficersEvent.class);

    @Test
    void the_page_shows_the_contracts_as_they_are() throws IOException {
        String page = page();
        Path made = Path.of("target/event-model.md");
        Files.createDirectories(made.getParent());
        Files.writeString(made, page);
        assertThat(Files.readString(PAGE))
                .as("docs/event-model.md is out of date; the new one is src/target/event-model.md")
                .isEqualTo(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("# The event model\n\n");
        page.append(
                "Made from the contracts; a test holds it to them. *Slanted* components are personal");
        page.append(" and encrypted per person.\n\n## Events\n");
        for (Class<?> story : EVENTS) {
            page.append("\n### ").append(story.getSimpleName()).append("\n");
            page.append("| stored name | revision | what it says |\n|---|---|---|\n");
            messages(story)
                    .filter(Event.class::isAssignableFrom)
                    .map(EventModelTest::event)
                    .forEach(page::append);
        }
        page.append("\n## Commands\n");
        for (Class<?> story : COMMANDS) {
            page.append("\n### ").append(story.getSimpleName()).append("\n");
            page.append("| command | act in a service package | what it takes |\n|---|---|---|\n");
            messages(story)
                    .filter(story::isAssignableFrom)
                    .map(EventModelTest::command)
                    .forEach(page::append);
        }
        return page.toString();
    }

    private static java.util.stream.Stream<Class<?>> messages(Class<?> story) {
        return Arrays.stream(story.getDeclaredClasses())
                .filter(Class::isRecord)
                .sorted(Comparator.comparing(EventModelTest::name));
    }

    private static String name(Class<?> message) {
        Stored stored = message.getAnnotation(Stored.class);
        return stored == null ? message.getSimpleName() : stored.value();
    }

    private static String event(Class<?> event) {
        Stored stored = event.getAnnotation(Stored.class);
        return "| `%s` | %d | %s |%n".formatted(stored.value(), stored.revision(), parts(event));
    }

    private static String command(Class<?> command) {
        TaskAct act = command.getAnnotation(TaskAct.class);
        String words = "";
        if (act != null) {
            words = "`" + act.value() + "`";
            words += act.outcome().isEmpty() ? "" : " → `" + act.outcome() + "`";
            words += act.automatic() ? " (automatic)" : "";
        }
        Opens opens = command.getAnnotation(Opens.class);
        words += opens == null ? "" : "opened: `" + opens.value() + "`";
        return "| %s | %s | %s |%n".formatted(command.getSimpleName(), words, parts(command));
    }

    private static String parts(Class<?> message) {
        return Arrays.stream(message.getRecordComponents())
                .filter(part -> !part.getName().equals("stamp"))
                .map(EventModelTest::part)
                .collect(Collectors.joining(", "));
    }

    private static String part(RecordComponent part) {
        return part.isAnnotationPresent(Personal.class)
                ? "*" + part.getName() + "*"
                : part.getName();
    }
}
