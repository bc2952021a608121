package org.banshi.app.publishing;

import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.scenario.Scenario.Action;
import org.banshi.catalogue.scenario.ScenarioReader;
import org.banshi.catalogue.source.Findings;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;

/** An application for a residence permit by somebody new, as the first scenario files it. */
final class PermitCase {

    private PermitCase() {}

    /** Applies; answers the application's id. */
    static String apply(
            CommandGateway commands,
            BusinessClock clock,
            PackageFiles files,
            ServiceVersion version) {
        String id = UUID.randomUUID().toString();
        PersonId person = new PersonId("preview-" + id);
        Action.Apply scenario = scenario(files);
        commands.sendAndWait(
                new ApplicationCommand.Apply(
                        new ApplicationId(id),
                        "preview-" + id,
                        version,
                        new RegionCode("440106"),
                        person,
                        new Applicant("李梅", "440106190503120625", "13800000001", null),
                        scenario.form(),
                        scenario.materials().stream()
                                .map(
                                        code ->
                                                new Material(
                                                        UUID.randomUUID().toString(),
                                                        code,
                                                        "0".repeat(64),
                                                        "application/pdf",
                                                        1))
                                .toList(),
                        Channel.WAP,
                        "PREVIEW0",
                        new Stamp(clock.now(), Actor.citizen("preview", person))));
        return id;
    }

    private static Action.Apply scenario(PackageFiles files) {
        String path = files.paths("scenarios/.+\\.yaml").get(0);
        return (Action.Apply)
                new ScenarioReader(new Findings())
                        .read(path, files.find(path).orElseThrow())
                        .actions()
                        .get(0);
    }
}
