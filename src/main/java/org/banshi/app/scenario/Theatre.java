package org.banshi.app.scenario;

import java.io.ByteArrayInputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.publishing.Publisher;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.FieldError;
import org.banshi.catalogue.InvalidPackageException;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.scenario.ScenarioReader;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;
import org.banshi.catalogue.source.YamlSource;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.message.Stamp;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Subscriptions;
import org.banshi.process.task.InvalidTaskDataException;
import org.banshi.process.task.TaskCompletion;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.jspecify.annotations.Nullable;

/**
 * Plays all scenarios of a package and reports what came out, which parts of the process no
 * scenario visits, and which sequence flows none takes.
 */
final class Theatre {

    private final CommandGateway commands;
    private final TaskCompletion completion;
    private final Catalogue catalogue;
    private final Publisher publisher;
    private final Stage stage;
    private final StageClock clock;
    private final StageRegister register;
    private final StageLots lots;
    private final StagePartyKeys keys;
    private final EventLog log;
    private final TakenFlows flows;
    private final Subscriptions readers;

    Theatre(
            CommandGateway commands,
            TaskCompletion completion,
            Catalogue catalogue,
            Publisher publisher,
            Stage stage,
            StageClock clock,
            StageRegister register,
            StageLots lots,
            StagePartyKeys keys,
            EventLog log,
            TakenFlows flows,
            Subscriptions readers) {
        this.commands = commands;
        this.completion = completion;
        this.catalogue = catalogue;
        this.publisher = publisher;
        this.stage = stage;
        this.clock = clock;
        this.register = register;
        this.lots = lots;
        this.keys = keys;
        this.log = log;
        this.flows = flows;
        this.readers = readers;
    }

    /**
     * What came of a package's scenarios.
     *
     * @param cameTrue whether the package holds together, every scenario of it came true and every
     *     part of its process was visited
     * @param paths one line on the paths through the process
     * @param untaken sequence flows that no scenario takes
     */
    record Report(boolean cameTrue, String paths, List<String> untaken) {}

    /** Plays all scenarios of a package that holds together. */
    Report play(String service, PackageFiles files, PrintStream out) {
        try {
            publisher.check(service, files);
        } catch (InvalidPackageException invalid) {
            out.println("FAIL " + invalid.getMessage());
            return new Report(false, service + ": not played", List.of());
        }
        return perform(service, files, out);
    }

    /** The same for a package that was checked, though scenarios may be missing. */
    Report perform(String service, PackageFiles files, PrintStream out) {
        ServiceVersion version =
                publisher.publish(
                        service, files, new Stamp(Instant.EPOCH, Actor.system("scenarios")));
        flows.takeAll();
        Set<String> visited = new LinkedHashSet<>();
        int failed = 0;
        List<Scenario> scenarios = read(files);
        for (Scenario scenario : scenarios) {
            List<String> differences = play(version, scenario, source(files, scenario), visited);
            out.printf(
                    "%s %s/%s%n",
                    differences.isEmpty() ? "ok  " : "FAIL", service, scenario.file());
            differences.forEach(difference -> out.printf("       %s%n", difference));
            failed += differences.isEmpty() ? 0 : 1;
        }
        BpmnModelInstance process =
                Bpmn.readModelFromStream(
                        new ByteArrayInputStream(catalogue.find(version).orElseThrow().process()));
        Set<String> nodes = nodes(process);
        List<String> missed = nodes.stream().filter(node -> !visited.contains(node)).toList();
        out.printf(
                Locale.ROOT,
                "%s: %d scenarios, %d failed; %d of %d parts of the process visited%s%n",
                service,
                scenarios.size(),
                failed,
                nodes.size() - missed.size(),
                nodes.size(),
                missed.isEmpty() ? "" : ", never " + missed);
        Report report = report(service, process, visited, failed == 0 && missed.isEmpty());
        out.println(report.paths());
        return report;
    }

    private Report report(
            String service, BpmnModelInstance process, Set<String> visited, boolean cameTrue) {
        Set<String> taken = flows.takeAll();
        Collection<SequenceFlow> all = process.getModelElementsByType(SequenceFlow.class);
        List<String> untaken =
                all.stream()
                        .filter(flow -> !taken.contains(flow.getId()))
                        .filter(flow -> !leadsToAnEvent(flow, visited))
                        .map(SequenceFlow::getId)
                        .toList();
        String paths =
                String.format(
                        Locale.ROOT,
                        "%s: %d of %d sequence flows taken%s",
                        service,
                        all.size() - untaken.size(),
                        all.size(),
                        untaken.isEmpty() ? "" : ", never " + untaken);
        return new Report(cameTrue, paths, untaken);
    }

    /** The engine leaves an event-based gateway by the event that came, not by a flow. */
    private static boolean leadsToAnEvent(SequenceFlow flow, Set<String> visited) {
        return flow.getSource() instanceof EventBasedGateway
                && visited.contains(flow.getTarget().getId());
    }

    private static List<Scenario> read(PackageFiles files) {
        ScenarioReader reader = new ScenarioReader(new Findings());
        List<Scenario> scenarios = new ArrayList<>();
        for (String path : files.paths("scenarios/.+\\.yaml")) {
            scenarios.add(reader.read(path, files.find(path).orElseThrow()));
        }
        return scenarios;
    }

    private static Located source(PackageFiles files, Scenario scenario) {
        return YamlSource.read(
                scenario.file(), files.find(scenario.file()).orElseThrow(), new Findings());
    }

    private List<String> play(
            ServiceVersion version, Scenario scenario, Located source, Set<String> visited) {
        clock.set(scenario.clock());
        register.set(scenario.registers());
        lots.set(scenario.spared());
        keys.next();
        long before = log.head();
        GoldenPlayer player =
                new GoldenPlayer(
                        commands,
                        completion,
                        catalogue,
                        stage,
                        clock,
                        version,
                        catalogue.find(version).orElseThrow().family(),
                        scenario,
                        catalogue.find(version).orElseThrow().exOfficio());
        Differences differences = new Differences(source);
        int at = 0;
        @Nullable Refusal refusal = null;
        try {
            player.grantBenefits();
            for (; at < scenario.actions().size(); at++) {
                player.play(scenario, List.of(scenario.actions().get(at)));
            }
        } catch (RefusedException refused) {
            refusal = refused.refusal();
        } catch (InvalidTaskDataException invalid) {
            for (FieldError error : invalid.errors()) {
                differences.action(at, error.pointer() + ": " + error.message().en());
            }
        } catch (OffScriptException off) {
            differences.action(at, off.getMessage());
        } catch (Exception broken) {
            // The publisher has to know which; a scenario's people are invented.
            differences.action(at, "broke off: " + broken);
        }
        refusal(scenario.expect().refused(), refusal, at, differences);
        visited.addAll(
                new Review(log, stage, catalogue.find(version).orElseThrow(), readers)
                        .of(scenario, player.application(), before, differences));
        return differences.told();
    }

    private static void refusal(
            String expected, @Nullable Refusal refusal, int at, Differences differences) {
        if (refusal == null) {
            differences.value("refused", expected, "", "refused");
        } else if (!expected.equals(refusal.code())) {
            differences.action(at, "refused: " + refusal.code() + ": " + refusal.reason().en());
        }
    }

    /** Ids of everything that a token can visit. */
    private static Set<String> nodes(BpmnModelInstance process) {
        Set<String> nodes = new LinkedHashSet<>();
        process.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> !(node instanceof SubProcess))
                .forEach(node -> nodes.add(node.getId()));
        return nodes;
    }
}
