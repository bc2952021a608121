package org.banshi.process.engine;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.process.work.RootWork;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives the engine the process of each published version of a service item. */
public final class ProcessDeployer {

    /** Any number that nobody else locks: deployments of all nodes wait for one another. */
    private static final long LOCK = 0x62616e7368690001L;

    private final RootWork root;
    private final JdbcClient jdbc;
    private final RepositoryService repository;

    /** A definition never changes once it is there. */
    private final Map<ServiceVersion, String> definitions = new ConcurrentHashMap<>();

    public ProcessDeployer(RootWork root, JdbcClient jdbc, RepositoryService repository) {
        this.root = root;
        this.jdbc = jdbc;
        this.repository = repository;
    }

    /**
     * Deploys the process of a version, once: the version is the definition's tag, and a second
     * call changes nothing.
     *
     * @throws IllegalArgumentException when the process does not bear the item's name
     */
    public void deploy(ServiceDefinition definition) {
        ServiceVersion version = definition.version();
        root.run(
                () -> {
                    jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
                    if (find(version).isEmpty()) {
                        repository
                                .createDeployment()
                                .name(version.toString())
                                .source(definition.contentHash())
                                .addModelInstance(
                                        version.service() + ".bpmn",
                                        tagged(definition.process(), version))
                                .deploy();
                    }
                    return version;
                });
    }

    /**
     * The engine's id of the definition that a case pinned.
     *
     * @throws IllegalStateException when it was never deployed
     */
    public String definitionId(ServiceVersion version) {
        String known = definitions.get(version);
        return known != null ? known : look(version);
    }

    private String look(ServiceVersion version) {
        String id =
                find(version)
                        .orElseThrow(() -> new IllegalStateException("no process for " + version))
                        .getId();
        definitions.put(version, id);
        return id;
    }

    private Optional<ProcessDefinition> find(ServiceVersion version) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(version.service())
                .versionTag(Integer.toString(version.version()))
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .findFirst();
    }

    private static BpmnModelInstance tagged(byte[] bpmn, ServiceVersion version) {
        BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn));
        Process process =
                model.getModelElementsByType(Process.class).stream()
                        .filter(p -> p.getId().equals(version.service()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "no process named " + version.service()));
        process.setCamundaVersionTag(Integer.toString(version.version()));
        return model;
    }
}
