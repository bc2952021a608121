package org.banshi.command.domain.points;

import static org.banshi.command.domain.invented.People.LIN;
import static org.banshi.command.domain.invented.People.on;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.points.PointsTables;
import org.banshi.catalogue.reference.YamlReferenceData;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.RegisterOutcome;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.points.DepartmentAnswer;
import org.banshi.command.contract.points.ItemOrigin;
import org.banshi.command.contract.points.LapseReason;
import org.banshi.command.contract.points.PointsAccountId;
import org.banshi.command.contract.points.PointsCommand;
import org.banshi.command.contract.points.PointsCommand.BeginAdjustment;
import org.banshi.command.contract.points.PointsCommand.Determine;
import org.banshi.command.contract.points.PointsCommand.Push;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.command.contract.points.ScoreCause;

/** Given what happened to Lin's account, when a command comes, then. By the real tables. */
final class Accounts {

    static final PointsAccountId ACCOUNT = PointsAccountId.of(LIN);
    static final ApplicationId FIRST = new ApplicationId("00000000-0000-0000-0000-00000000000a");
    static final ApplicationId SECOND = new ApplicationId("00000000-0000-0000-0000-00000000000b");
    static final RegionCode TIANHE = new RegionCode("440106");
    static final LocalDate BIRTH = LocalDate.parse("1988-03-07");
    static final Actor DISTRICT = Actor.officer("district", "county-newcomer", TIANHE);
    static final Actor WINDOW = Actor.officer("window", "newcomer-service", TIANHE);
    static final Actor PROCESS = Actor.system("policies");
    static final FormData SIX_YEARS = new FormData(Map.of("since", "2020-05-01"));

    static final String DAY = "2026-05-06";
    static final FormData PENALTY = new FormData(Map.of("days", List.of("2026-05-01")));

    private static final ReferenceData REFERENCE = YamlReferenceData.read(Path.of("../../bpmn"));

    private final AggregateTestFixture<PointsAccount> fixture =
            new AggregateTestFixture<>(PointsAccount.class);
    private final List<GenericEventMessage<Event>> story = new ArrayList<>();

    private Accounts() {
        fixture.registerInjectableResource((Catalogue) new OnlyReference());
    }

    static Accounts none() {
        return new Accounts();
    }

    /** Opened by an application whose items are being verified. */
    static Accounts adjusted(String day) {
        return none().given(day, new PointsEvent.AccountOpened(ACCOUNT, LIN, TIANHE, BIRTH))
                .given(day, new PointsEvent.AdjustmentBegun(ACCOUNT, LIN, FIRST));
    }

    /** With six years of permit, at the age of 38 on that day: 48 and 30 points. */
    static Accounts scored(String day) {
        return adjusted(day)
                .given(
                        day,
                        new PointsEvent.ItemRecorded(
                                ACCOUNT,
                                LIN,
                                "permit-years",
                                ItemOrigin.CLAIMED,
                                FIRST,
                                SIX_YEARS,
                                List.of(),
                                List.of()))
                .given(day, score("GZ-2021", day, Map.of("permit-years", SIX_YEARS)));
    }

    static PointsEvent.ScoreDetermined score(
            String table, String day, Map<String, FormData> items) {
        return score(table, day, items, ScoreCause.APPLICATION, FIRST);
    }

    static PointsEvent.ScoreDetermined score(
            String table,
            String day,
            Map<String, FormData> items,
            ScoreCause cause,
            ApplicationId application) {
        PointsTables tables = REFERENCE.pointsTables();
        LocalDate asOf = LocalDate.parse(day);
        return new PointsEvent.ScoreDetermined(
                ACCOUNT,
                LIN,
                cause,
                application,
                table,
                tables.find(table).orElseThrow().digest(),
                asOf,
                tables.find(table).orElseThrow().score(items, BIRTH, asOf),
                tables.changesAfter(tables.find(table).orElseThrow(), items, BIRTH, asOf)
                        .orElse(null));
    }

    static Accounts lapsed(LapseReason reason) {
        return scored(DAY).given(DAY, new PointsEvent.AccountLapsed(ACCOUNT, LIN, reason));
    }

    static BeginAdjustment begin(ApplicationId application, String day, Actor by) {
        return new BeginAdjustment(ACCOUNT, LIN, TIANHE, BIRTH, application, on(day, by));
    }

    static Determine determine(ApplicationId application, Map<String, Object> items) {
        return new Determine(
                ACCOUNT, application, LocalDate.parse(DAY), new FormData(items), on(DAY, PROCESS));
    }

    static Map<String, Object> item(String indicator) {
        return Map.of(
                indicator + ".since",
                "2020-05-01",
                indicator + ".evidence",
                List.of("m-1"),
                indicator + ".department",
                "residence-registration",
                indicator + ".answer",
                "ANSWERED");
    }

    static PointsEvent.ItemRecorded recorded(ApplicationId application) {
        return recorded(application, LocalDate.parse(DAY));
    }

    static PointsEvent.ItemRecorded recorded(ApplicationId application, LocalDate answered) {
        return new PointsEvent.ItemRecorded(
                ACCOUNT,
                LIN,
                "permit-years",
                ItemOrigin.CLAIMED,
                application,
                SIX_YEARS,
                List.of("m-1"),
                List.of(
                        new DepartmentAnswer(
                                "residence-registration", RegisterOutcome.ANSWERED, answered)));
    }

    static Push push(String indicator, FormData facts, Actor by) {
        return new Push(ACCOUNT, indicator, facts, "county-police", on("2026-06-01", by));
    }

    static PointsEvent.ItemRecorded pushed(String indicator, FormData facts) {
        return new PointsEvent.ItemRecorded(
                ACCOUNT,
                LIN,
                indicator,
                ItemOrigin.PUSHED,
                null,
                facts,
                List.of(),
                List.of(
                        new DepartmentAnswer(
                                "county-police",
                                RegisterOutcome.ANSWERED,
                                LocalDate.parse("2026-06-01"))));
    }

    Accounts given(String day, Event event) {
        story.add(
                new GenericEventMessage<>(event).withMetaData(StampMetadata.of(on(day, PROCESS))));
        return this;
    }

    Then when(PointsCommand command) {
        return new Then(
                story.isEmpty()
                        ? fixture.givenNoPriorActivity().when(command)
                        : fixture.given(story.toArray()).when(command));
    }

    /** What follows. */
    record Then(ResultValidator<PointsAccount> result) {

        void happens(Event... events) {
            result.expectSuccessfulHandlerExecution().expectEvents((Object[]) events);
        }

        void nothingHappens() {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        }

        void refused(String code) {
            result.expectException(RefusedException.class)
                    .expectExceptionMessage(code)
                    .expectNoEvents();
        }
    }

    private record OnlyReference() implements Catalogue {

        @Override
        public Optional<ServiceDefinition> find(ServiceVersion version) {
            return Optional.empty();
        }

        @Override
        public Optional<ServiceDefinition> current(String service) {
            return Optional.empty();
        }

        @Override
        public List<ServiceDefinition> current() {
            return List.of();
        }

        @Override
        public ReferenceData reference() {
            return REFERENCE;
        }
    }
}
