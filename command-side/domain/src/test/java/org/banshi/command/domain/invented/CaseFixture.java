package org.banshi.command.domain.invented;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.contract.organisation.Organisations;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.person.RecordedDeaths;
import org.banshi.command.domain.application.Application;
import org.jspecify.annotations.Nullable;

/** Given what happened to Lin's case, when a command comes, then. Everything goes over a bus. */
public final class CaseFixture {

    public static final ApplicationId CASE =
            new ApplicationId("00000000-0000-0000-0000-000000000001");
    public static final Material DRAWING =
            new Material("m-1", "lantern-drawing", "ab", "application/pdf", 10);

    /** An organisation's person is its code and this. */
    public static final Organisations ORGANISATIONS =
            person ->
                    person.value().startsWith("organisation-")
                            ? Optional.of(person.value().substring("organisation-".length()))
                            : Optional.empty();

    private final InventedService service;
    private final AggregateTestFixture<Application> fixture =
            new AggregateTestFixture<>(Application.class);
    private final List<GenericEventMessage<Event>> story = new ArrayList<>();
    private final Set<String> running = new HashSet<>();
    private final Set<String> dead = new HashSet<>();

    private CaseFixture(InventedService service) {
        this.service = service;
        fixture.registerInjectableResource((Catalogue) new InventedCatalogue(service));
        fixture.registerInjectableResource(new PlainPartyKeys());
        fixture.registerInjectableResource(ORGANISATIONS);
        fixture.registerInjectableResource(new InventedBenefits());
        fixture.registerInjectableResource((RecordedDeaths) dead::contains);
    }

    public static CaseFixture aCaseOf(InventedService service) {
        return new CaseFixture(service);
    }

    /** Lin has benefits of these kinds already. */
    public CaseFixture whileRunning(String... kinds) {
        running.addAll(List.of(kinds));
        return this;
    }

    /** Somebody else has one of this kind. */
    public CaseFixture whileDrawnBy(String number, String kind) {
        running.add(number + "/" + kind);
        return this;
    }

    /** An office recorded of somebody that they died. */
    public CaseFixture afterTheDeathOf(String number) {
        dead.add(number);
        return this;
    }

    /** Lin had one of this kind, which was stopped and paid {@code month} as its last. */
    public CaseFixture whilePaidUpTo(String month, String kind) {
        running.add(month + "/" + kind);
        return this;
    }

    private final class InventedBenefits implements RunningBenefits {

        @Override
        public Optional<BenefitId> find(
                PersonId applicant, String kind, Map<String, @Nullable Object> whose) {
            boolean runs =
                    isLin(applicant, whose) && running.contains(kind)
                            || running.contains(whose.get("identityNumber") + "/" + kind);
            return runs
                    ? Optional.of(new BenefitId("00000000-0000-0000-0000-000000000008"))
                    : Optional.empty();
        }

        @Override
        public boolean wasPaidUpTo(
                YearMonth month,
                PersonId applicant,
                String kind,
                Map<String, @Nullable Object> whose) {
            return isLin(applicant, whose) && running.contains(month + "/" + kind);
        }

        private boolean isLin(PersonId applicant, Map<String, @Nullable Object> whose) {
            String number = People.LINS_DETAILS.identityNumber();
            return applicant.equals(People.LIN) && number.equals(whose.get("identityNumber"));
        }
    }

    public CaseFixture given(String day, Actor by, Event event) {
        story.add(
                new GenericEventMessage<>(event)
                        .withMetaData(StampMetadata.of(People.on(day, by))));
        return this;
    }

    public CaseFixture applied(String day) {
        return applied(day, Map.of("purpose", "festival"));
    }

    public CaseFixture applied(String day, Map<String, Object> form) {
        return given(day, People.LIN_SELF, appliedEvent(service.version(), form));
    }

    public CaseFixture accepted(String day, String due) {
        return given(
                day,
                People.CLERK,
                new ApplicationEvent.Accepted(
                        CASE, People.LIN, LocalDate.parse(day), due(due), null));
    }

    public Then when(Command command) {
        ResultValidator<Application> result =
                story.isEmpty()
                        ? fixture.givenNoPriorActivity().when(command)
                        : fixture.given(story.toArray()).when(command);
        return new Then(result);
    }

    /** What follows. */
    public record Then(ResultValidator<Application> result) {

        public void happens(Event... events) {
            result.expectSuccessfulHandlerExecution().expectEvents((Object[]) events);
        }

        public void nothingHappens() {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        }

        public void refused(String code) {
            result.expectException(RefusedException.class)
                    .expectExceptionMessage(code)
                    .expectNoEvents();
        }

        public Then answers(Object answer) {
            result.expectResultMessagePayload(answer);
            return this;
        }
    }

    public static DueDate due(String day) {
        return new DueDate(LocalDate.parse(day), false);
    }

    public static ApplicationCommand.Apply apply(String day, Actor by) {
        return new ApplicationCommand.Apply(
                CASE,
                "N-1",
                new ServiceVersion("lantern-permit", 3),
                People.TOWN,
                People.LIN,
                People.LINS_DETAILS,
                new FormData(Map.of("purpose", "festival")),
                List.of(DRAWING),
                Channel.WAP,
                "code",
                People.on(day, by));
    }

    public static ApplicationEvent.Applied appliedEvent(
            ServiceVersion service, Map<String, Object> form) {
        return new ApplicationEvent.Applied(
                CASE,
                People.LIN,
                "N-1",
                service,
                People.TOWN,
                Channel.WAP,
                People.LINS_DETAILS,
                new FormData(form),
                List.of(DRAWING),
                "code");
    }
}
