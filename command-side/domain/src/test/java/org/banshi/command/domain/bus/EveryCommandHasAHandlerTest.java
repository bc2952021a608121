package org.banshi.command.domain.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.account.AccountCommand;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.arbitration.ArbitrationCommand;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.RunningBenefits;
import org.banshi.command.contract.certificate.CertificateCommand;
import org.banshi.command.contract.citizen.CitizenCommand;
import org.banshi.command.contract.clock.ClockCommand;
import org.banshi.command.contract.disability.DisabilityCommand;
import org.banshi.command.contract.mandate.MandateCommand;
import org.banshi.command.contract.matter.MatterCommand;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.command.contract.officers.CaseOfficersCommand;
import org.banshi.command.contract.organisation.OrganisationCommand;
import org.banshi.command.contract.person.RecordedDeaths;
import org.banshi.command.contract.points.PointsCommand;
import org.banshi.command.contract.serviceitem.ServiceItemCommand;
import org.banshi.command.contract.settlement.ApplicationsInHand;
import org.banshi.command.contract.settlement.CandidacyCommand;
import org.banshi.command.contract.settlement.RoundCommand;
import org.banshi.command.contract.social.SocialCommand;
import org.banshi.command.contract.workitem.WorkItemCommand;
import org.banshi.command.domain.account.StaffAccount;
import org.banshi.command.domain.application.Application;
import org.banshi.command.domain.benefit.Benefit;
import org.banshi.command.domain.certificate.Certificate;
import org.banshi.command.domain.citizen.Citizen;
import org.banshi.command.domain.clock.Clock;
import org.banshi.command.domain.invented.CaseFixture;
import org.banshi.command.domain.invented.InventedCatalogue;
import org.banshi.command.domain.invented.InventedService;
import org.banshi.command.domain.invented.People;
import org.banshi.command.domain.invented.PlainPartyKeys;
import org.banshi.command.domain.mandate.Mandate;
import org.banshi.command.domain.matter.Matter;
import org.banshi.command.domain.officers.CaseOfficers;
import org.banshi.command.domain.organisation.Organisation;
import org.banshi.command.domain.points.PointsAccount;
import org.banshi.command.domain.serviceitem.ServiceItem;
import org.banshi.command.domain.settlement.Candidacy;
import org.banshi.command.domain.settlement.SettlementRound;
import org.banshi.command.domain.settlement.SettlementSlice;
import org.banshi.command.domain.workitem.WorkItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command of the contract over a real bus: a handler without its annotation is found out. */
class EveryCommandHasAHandlerTest {

    private final CommandBus bus = SimpleCommandBus.builder().build();
    private final EventStore events =
            EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();

    @BeforeEach
    void subscribe() {
        handle(Application.class);
        handle(WorkItem.class);
        handle(ServiceItem.class);
        handle(Clock.class);
        handle(Benefit.class);
        handle(PointsAccount.class);
        handle(SettlementRound.class);
        handle(SettlementSlice.class);
        handle(Candidacy.class);
        handle(Certificate.class);
        handle(Matter.class);
        handle(StaffAccount.class);
        handle(Citizen.class);
        handle(Mandate.class);
        handle(Organisation.class);
        handle(CaseOfficers.class);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void handles(Class<?> command) throws ReflectiveOperationException {
        if (command != ApplicationCommand.Apply.class) {
            send(CaseFixture.apply("2026-09-14", People.LIN_SELF));
        }

        CommandResultMessage<?> result = send(Samples.of(command));

        if (result.isExceptional()) {
            assertThat(result.exceptionResult())
                    .isNotInstanceOf(NoHandlerForCommandException.class);
        }
    }

    @Test
    void tells_a_command_that_nobody_handles() {
        assertThat(send(new Unhandled(People.on("2026-09-14", People.LIN_SELF))).exceptionResult())
                .isInstanceOf(NoHandlerForCommandException.class);
    }

    @Test
    void keeps_the_commands_stamp_with_its_events() {
        Stamp stamp = People.on("2026-09-14", People.AGENT);

        send(CaseFixture.apply("2026-09-14", People.AGENT));

        assertThat(events.readEvents(CaseFixture.CASE.value()).asStream())
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(StampMetadata.from(event.getMetaData())).isEqualTo(stamp);
                            assertThat(event.getType()).isEqualTo("application");
                        });
    }

    static Stream<Class<?>> commands() {
        return Stream.of(
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
                        CitizenCommand.class,
                        MandateCommand.class,
                        OrganisationCommand.class,
                        CaseOfficersCommand.class)
                .flatMap(it -> Arrays.stream(it.getPermittedSubclasses()));
    }

    private <T> void handle(Class<T> aggregate) {
        Catalogue catalogue = new InventedCatalogue(InventedService.lanternPermit());
        ParameterResolverFactory parameters =
                MultiParameterResolverFactory.ordered(
                        ClasspathParameterResolverFactory.forClass(aggregate),
                        new SimpleResourceParameterResolverFactory(
                                List.of(
                                        catalogue,
                                        new PlainPartyKeys(),
                                        CaseFixture.ORGANISATIONS,
                                        RunningBenefits.NONE,
                                        RecordedDeaths.NONE,
                                        ApplicationsInHand.NONE)));
        AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(aggregate)
                .parameterResolverFactory(parameters)
                .repository(
                        EventSourcingRepository.builder(aggregate)
                                .parameterResolverFactory(parameters)
                                .eventStore(events)
                                .build())
                .build()
                .subscribe(bus);
    }

    private CommandResultMessage<?> send(Command command) {
        AtomicReference<CommandResultMessage<?>> answer = new AtomicReference<>();
        bus.dispatch(
                GenericCommandMessage.asCommandMessage(command),
                (message, result) -> answer.set(result));
        return answer.get();
    }

    private record Unhandled(Stamp stamp) implements Command {}
}
