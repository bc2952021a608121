package org.banshi.app.benefit;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.InventedNumbers;
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
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;

/** Subsidies as if they had been applied for and determined before, by invented people. */
public record Subsidies(CommandGateway commands, Catalogue catalogue) {

    static final RegionCode TIANHE = new RegionCode("440106");

    private static final String SERVICE = "disability-subsidy";

    /** The case that is not told: it is filed, and waits. */
    public ApplicationId filed(PersonId person, LocalDate day) throws IOException {
        String file = "scenarios/last-days-and-arrears.yaml";
        Scenario scenario =
                new ScenarioReader(new Findings())
                        .read(
                                file,
                                Files.readAllBytes(
                                        Path.of("../bpmn/services", SERVICE).resolve(file)));
        Action.Apply apply = (Action.Apply) scenario.actions().get(0);
        ApplicationId application = new ApplicationId(UUID.randomUUID().toString());
        List<Material> papers = apply.materials().stream().map(Subsidies::paper).toList();
        commands.sendAndWait(
                new ApplicationCommand.Apply(
                        application,
                        "subsidy-" + application,
                        version(),
                        TIANHE,
                        person,
                        new Applicant("陈向阳", InventedNumbers.next(), "13800000021", null),
                        apply.form(),
                        papers,
                        Channel.WINDOW,
                        "SUBSIDY0",
                        on(day)));
        return application;
    }

    /** Granted on {@code day}, and certified each year from 1 April to 20 June. */
    public BenefitId granted(
            ApplicationId application,
            PersonId person,
            String kind,
            BigDecimal monthlyAmount,
            LocalDate day) {
        return granted(application, person, kind, monthlyAmount, day, "disability-subsidy-check");
    }

    /** The same, verified by cases of {@code reviewBy}. */
    BenefitId granted(
            ApplicationId application,
            PersonId person,
            String kind,
            BigDecimal monthlyAmount,
            LocalDate day,
            String reviewBy) {
        BenefitId benefit = new BenefitId(UUID.randomUUID().toString());
        commands.sendAndWait(
                new BenefitCommand.Grant(
                        benefit,
                        application,
                        person,
                        version(),
                        TIANHE,
                        kind,
                        monthlyAmount,
                        day.withDayOfMonth(1).plusMonths(1),
                        null,
                        null,
                        null,
                        null,
                        reviewBy,
                        null,
                        "04-01/06-20",
                        on(day)));
        return benefit;
    }

    private static Material paper(String code) {
        return new Material(
                UUID.randomUUID().toString(), code, "0".repeat(64), "application/pdf", 1);
    }

    private ServiceVersion version() {
        return catalogue.current(SERVICE).orElseThrow().version();
    }

    static Stamp on(LocalDate day) {
        return new Stamp(
                day.atTime(9, 0).atZone(Stamp.ZONE).toInstant(), Actor.system("invented-office"));
    }
}
