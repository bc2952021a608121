package org.banshi.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.queryhandling.QueryBus;
import org.banshi.app.BanshiTest;
import org.banshi.command.contract.access.JournalCommand;
import org.banshi.command.contract.account.AccountCommand;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.arbitration.ArbitrationCommand;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.certificate.CertificateCommand;
import org.banshi.command.contract.citizen.CitizenCommand;
import org.banshi.command.contract.clock.ClockCommand;
import org.banshi.command.contract.disability.DisabilityCommand;
import org.banshi.command.contract.mandate.MandateCommand;
import org.banshi.command.contract.matter.MatterCommand;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.officers.CaseOfficersCommand;
import org.banshi.command.contract.organisation.OrganisationCommand;
import org.banshi.command.contract.points.PointsCommand;
import org.banshi.command.contract.privacy.PrivacyCommand;
import org.banshi.command.contract.serviceitem.ServiceItemCommand;
import org.banshi.command.contract.settlement.CandidacyCommand;
import org.banshi.command.contract.settlement.RoundCommand;
import org.banshi.command.contract.social.SocialCommand;
import org.banshi.command.contract.workitem.WorkItemCommand;
import org.banshi.eventstore.ReaderState;
import org.banshi.eventstore.Subscriptions;
import org.banshi.query.contract.page.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.test.util.ReflectionTestUtils;

/** What is in the contracts is answered for. */
@BanshiTest
class WiringTest {

    private static final List<Class<? extends Command>> COMMANDS =
            List.of(
                    ApplicationCommand.class,
                    SocialCommand.class,
                    WorkItemCommand.class,
                    ServiceItemCommand.class,
                    ClockCommand.class,
                    BenefitCommand.class,
                    ArbitrationCommand.class,
                    DisabilityCommand.class,
                    CertificateCommand.class,
                    MatterCommand.class,
                    PointsCommand.class,
                    RoundCommand.class,
                    CandidacyCommand.class,
                    AccountCommand.class,
                    CitizenCommand.class,
                    MandateCommand.class,
                    OrganisationCommand.class,
                    CaseOfficersCommand.class,
                    PrivacyCommand.class,
                    JournalCommand.class);

    @Autowired private CommandBus commands;
    @Autowired private QueryBus queries;
    @Autowired private Subscriptions subscriptions;

    @Test
    void knows_every_family_of_commands() {
        List<String> families = new ArrayList<>();
        ClassPathScanningCandidateComponentProvider scan = scan();
        scan.addIncludeFilter(new AssignableTypeFilter(Command.class));
        scan.findCandidateComponents("org.banshi.command.contract")
                .forEach(found -> families.add(outer(found.getBeanClassName())));

        assertThat(families)
                .isNotEmpty()
                .allMatch(
                        family ->
                                COMMANDS.stream().anyMatch(type -> type.getName().equals(family)));
    }

    @Test
    void handles_every_command() {
        // Behind what decides afresh where a cached aggregate was stale.
        Object bus = Objects.requireNonNull(ReflectionTestUtils.getField(commands, "bus"));
        assertThat(names(bus)).containsAll(COMMANDS.stream().flatMap(WiringTest::records).toList());
    }

    @Test
    void answers_every_query() {
        ClassPathScanningCandidateComponentProvider scan = scan();
        scan.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*\\.Find\\w+")));
        List<String> contract =
                scan
                        .findCandidateComponents(
                                Page.class.getPackageName().replaceFirst("\\.page$", ""))
                        .stream()
                        .map(found -> Objects.requireNonNull(found.getBeanClassName()))
                        .toList();

        assertThat(contract).hasSizeGreaterThan(5);
        assertThat(names(queries)).containsAll(contract);
    }

    @Test
    void reads_the_log_with_every_reader() {
        assertThat(subscriptions.states())
                .extracting(ReaderState::subscription)
                .contains("progress", "worklist", "timeline", "catalogue", "incidents", "engine");
    }

    private static ClassPathScanningCandidateComponentProvider scan() {
        return new ClassPathScanningCandidateComponentProvider(false);
    }

    private static String outer(@org.jspecify.annotations.Nullable String name) {
        return Objects.requireNonNull(name).replaceFirst("\\$.*", "");
    }

    private static Stream<String> records(Class<?> family) {
        return Stream.of(family.getPermittedSubclasses())
                .flatMap(
                        type ->
                                type.isSealed() && type.isInterface()
                                        ? records(type)
                                        : Stream.of(type.getName()));
    }

    /** Names of the messages that a bus has a handler for; it tells nobody by itself. */
    private static Iterable<String> names(Object bus) {
        Map<?, ?> handlers =
                (Map<?, ?>)
                        Objects.requireNonNull(ReflectionTestUtils.getField(bus, "subscriptions"));
        return handlers.keySet().stream().map(String.class::cast).toList();
    }
}
