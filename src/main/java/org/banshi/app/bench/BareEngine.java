package org.banshi.app.bench;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;

/**
 * The peer of a whole case: Camunda alone, history full, the same BPMN. Its service tasks only set
 * the words that the conditions look at, its tasks are completed at once, its waiting messages are
 * sent at once.
 */
final class BareEngine implements Workload {

    private final ProcessEngine engine;
    private final String definition;
    private final Words words;

    /**
     * What happens in a case, as words.
     *
     * @param decisions word of each decision, by the service task that asks for it
     * @param outcomes outcome of each user task
     * @param messages messages that come in, by the receiving event
     */
    record Words(
            Map<String, Map<String, String>> decisions,
            Map<String, String> outcomes,
            List<String> messages) {}

    BareEngine(DataSource database, byte[] process, Words words) {
        this.words = words;
        StandaloneProcessEngineConfiguration configuration =
                new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare-" + UUID.randomUUID());
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setJobExecutorActivate(true);
        configuration.setEnforceHistoryTimeToLive(false);
        JavaDelegate act =
                execution ->
                        words.decisions()
                                .getOrDefault(execution.getCurrentActivityId(), Map.of())
                                .forEach(execution::setVariable);
        configuration.setBeans(Map.of("act", act));
        engine = configuration.buildProcessEngine();
        definition =
                engine.getRepositoryService()
                        .createDeployment()
                        .addInputStream("process.bpmn", new ByteArrayInputStream(process))
                        .deployWithResult()
                        .getDeployedProcessDefinitions()
                        .get(0)
                        .getId();
    }

    @Override
    public int run(int caller) throws InterruptedException {
        RuntimeService runtime = engine.getRuntimeService();
        TaskService tasks = engine.getTaskService();
        String key = UUID.randomUUID().toString();
        // For timers beside tasks: no case here takes that long.
        Date until = Date.from(Instant.now().plus(1, ChronoUnit.DAYS));
        String instance =
                runtime.startProcessInstanceById(definition, key, Map.of("until", until)).getId();
        while (runtime.createProcessInstanceQuery().processInstanceId(instance).count() > 0) {
            Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
            if (task != null) {
                tasks.complete(
                        task.getId(),
                        Map.of("outcome", words.outcomes().get(task.getTaskDefinitionKey())));
            } else if (!correlate(runtime, key)) {
                Thread.sleep(2);
            }
        }
        return 1;
    }

    private boolean correlate(RuntimeService runtime, String key) {
        for (String message : words.messages()) {
            boolean waits =
                    runtime.createEventSubscriptionQuery()
                                    .eventName(message)
                                    .processInstanceId(instanceOf(runtime, key))
                                    .count()
                            > 0;
            if (waits) {
                runtime.createMessageCorrelation(message)
                        .processInstanceBusinessKey(key)
                        .setVariable("outcome", "answered")
                        .correlate();
                return true;
            }
        }
        return false;
    }

    private static String instanceOf(RuntimeService runtime, String key) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .singleResult()
                .getId();
    }

    @Override
    public void close() {
        engine.close();
    }
}
