package org.banshi.app.services.disabilitysubsidycheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.BanshiTest;
import org.banshi.app.InventedNumbers;
import org.banshi.app.journey.Browser;
import org.banshi.app.journey.Office;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.Scenario.Action;
import org.banshi.catalogue.scenario.ScenarioReader;
import org.banshi.catalogue.source.Findings;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.benefit.BenefitCommand;
import org.banshi.command.contract.benefit.BenefitId;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person with a subsidy reports a change; the town looks into it and it goes on. */
@BanshiTest
class DisabilitySubsidyCheckJourneyTest {

    private static final String SUBSIDY = "disability-subsidy";
    private static final String ACCOUNT = "citizen-090002";
    private static final Actor PROCESS = Actor.system("journey");

    @LocalServerPort int port;
    @Autowired private CommandGateway commands;
    @Autowired private Catalogue catalogue;
    @Autowired private BusinessClock clock;

    @Test
    void leads_a_person_from_a_reported_change_to_a_subsidy_that_goes_on() throws IOException {
        String benefit = subsidy();
        String number;
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn(ACCOUNT);
            citizen.awaitText("/benefits/" + benefit, "280.00");
            citizen.fillAt("#change", "户口迁到越秀区。");
            citizen.pressAt("main form button[type=submit]");
            citizen.awaitText("/benefits/" + benefit, "正在核查这项待遇");
            citizen.awaitText("/cases", "两项补贴资格核查");
            citizen.press("两项补贴资格核查");
            number = citizen.textAt("main p.hint .code");
        }
        Office office = new Office(port, number);
        office.complete("tianhe-town-1", "启动核查", "开始核查");
        office.complete(
                "tianhe-town-2",
                "核实情况（数据比对的必须核实）",
                "核实完毕",
                officer -> {
                    officer.fill("/finding", "entitled");
                    officer.fill("/opinion", "省内迁移，仍然符合条件。");
                });
        office.complete(
                "tianhe-civil-1",
                "决定继续、增减或者停发",
                "继续发放",
                officer -> officer.fill("/opinion", "继续发放。"));
        try (Browser citizen = Browser.phone(port)) {
            citizen.signIn(ACCOUNT);
            citizen.awaitText("/benefits/" + benefit, "核查后维持");
            assertThat(citizen.text()).contains("280.00");
        }
    }

    /** As if the subsidy had been applied for and determined before, by somebody called 李梅. */
    private String subsidy() throws IOException {
        PersonId person =
                new PersonId(
                        UUID.nameUUIDFromBytes(
                                        ("banshi-demo:" + ACCOUNT).getBytes(StandardCharsets.UTF_8))
                                .toString());
        ApplicationId application = new ApplicationId(UUID.randomUUID().toString());
        BenefitId benefit = new BenefitId(UUID.randomUUID().toString());
        ServiceVersion version = catalogue.current(SUBSIDY).orElseThrow().version();
        RegionCode tianhe = new RegionCode("440106");
        String file = "scenarios/last-days-and-arrears.yaml";
        Scenario scenario =
                new ScenarioReader(new Findings())
                        .read(
                                file,
                                Files.readAllBytes(
                                        Path.of("../bpmn/services", SUBSIDY).resolve(file)));
        Action.Apply apply = (Action.Apply) scenario.actions().get(0);
        Stamp stamp = new Stamp(clock.now(), PROCESS);
        List<Material> papers =
                apply.materials().stream()
                        .map(code -> new Material(code, code, "ab", "application/pdf", 1))
                        .toList();
        commands.sendAndWait(
                new ApplicationCommand.Apply(
                        application,
                        "journey-" + application,
                        version,
                        tianhe,
                        person,
                        new Applicant("李梅", InventedNumbers.next(), "13800000001", null),
                        apply.form(),
                        papers,
                        Channel.WINDOW,
                        "JOURNEY0",
                        stamp));
        LocalDate next = clock.today().withDayOfMonth(1).plusMonths(1);
        commands.sendAndWait(
                new BenefitCommand.Grant(
                        benefit,
                        application,
                        person,
                        version,
                        tianhe,
                        "disability-nursing-subsidy",
                        new BigDecimal("280.00"),
                        next,
                        null,
                        null,
                        null,
                        null,
                        "disability-subsidy-check",
                        null,
                        null,
                        stamp));
        return benefit.value();
    }
}
