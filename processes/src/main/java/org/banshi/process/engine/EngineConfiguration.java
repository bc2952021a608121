package org.banshi.process.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.banshi.process.act.AutomaticAct;
import org.banshi.process.history.CaseHistoryLevel;
import org.banshi.process.history.EngineHistory;
import org.banshi.process.task.UserTaskListeners;
import org.banshi.process.task.WorkItems;
import org.banshi.process.work.Conflicts;
import org.banshi.process.work.RootWork;
import org.banshi.process.work.WorkInterceptor;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The engine, with everything switched off that a case does not need. */
@Configuration(proxyBeanMethods = false)
public class EngineConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(EngineConfiguration.class);

    /** Three attempts, then an incident for a supervisor. */
    private static final String RETRIES = "PT1S,PT5S";

    @Bean
    JobExecutor jobExecutor() {
        DefaultJobExecutor jobs = new DefaultJobExecutor();
        jobs.setCorePoolSize(4);
        jobs.setMaxPoolSize(4);
        jobs.setQueueSize(16);
        jobs.setMaxJobsPerAcquisition(8);
        // Jobs are hinted at; this is for what falls due and for what another node left.
        jobs.setWaitTimeInMillis(500);
        jobs.setMaxWait(2_000);
        return jobs;
    }

    @Bean
    @DependsOnDatabaseInitialization
    ProcessEngineConfigurationImpl processEngineConfiguration(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            JobExecutor jobs,
            RootWork root,
            AutomaticAct act,
            WorkItems workItems,
            ObjectProvider<BpmnParseListener> listeners) {
        SpringProcessEngineConfiguration engine = new SpringProcessEngineConfiguration();
        engine.setDataSource(dataSource);
        engine.setTransactionManager(transactions);
        engine.setDatabaseType("postgres");
        engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        engine.setIdGenerator(new StrongUuidGenerator());
        engine.setExpressionManager(new BareExpressions(act));
        engine.setBeans(new HashMap<>(Map.of("act", act)));
        // The engine adds to the lists that it is given.
        engine.setCustomPreCommandInterceptorsTxRequired(
                new ArrayList<>(List.of(new WorkInterceptor(root))));
        List<BpmnParseListener> all = new ArrayList<>(List.of(new UserTaskListeners(workItems)));
        listeners.orderedStream().forEach(all::add);
        engine.setCustomPostBPMNParseListeners(all);
        history(engine);
        jobs(engine, jobs);
        withoutWhatNobodyNeeds(engine);
        return engine;
    }

    private static void history(ProcessEngineConfigurationImpl engine) {
        HistoryLevel level = new CaseHistoryLevel();
        engine.setCustomHistoryLevels(List.of(level));
        engine.setHistoryLevel(level);
        engine.setHistory(level.getName());
        engine.setEnableDefaultDbHistoryEventHandler(false);
        engine.setHistoryEventHandler(new EngineHistory());
        // The end of a process queries the empty tables, so they have to be there.
        engine.setDbHistoryUsed(true);
        engine.setHistoryRemovalTimeStrategy(
                ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        engine.setHistoryCleanupStrategy(
                ProcessEngineConfiguration.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
        engine.setHistoryCleanupEnabled(false);
        engine.setRestrictUserOperationLogToAuthenticatedUsers(true);
    }

    private static void jobs(ProcessEngineConfigurationImpl engine, JobExecutor jobs) {
        engine.setJobExecutor(jobs);
        engine.setJobExecutorActivate(false);
        engine.setJobExecutorDeploymentAware(false);
        engine.setJobExecutorPreferTimerJobs(true);
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setHintJobExecutor(true);
        engine.setFailedJobRetryTimeCycle(RETRIES);
        engine.setFailedJobCommandFactory(new FailedJobs());
        // The engine would log texts and stack traces, which can hold personal data.
        engine.setEnableCmdExceptionLogging(false);
        ExecuteJobHelper.LOGGING_HANDLER =
                (job, failure) -> {
                    if (!Conflicts.isConflict(failure)) {
                        LOG.warn("job {} failed: {}", job, failure.getClass().getName());
                    }
                };
    }

    private static void withoutWhatNobodyNeeds(ProcessEngineConfigurationImpl engine) {
        engine.setAuthorizationEnabled(false);
        engine.setTenantCheckEnabled(false);
        engine.setCmmnEnabled(false);
        engine.setDmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setMetricsEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setEnableXxeProcessing(false);
        engine.setDefaultNumberOfRetries(3);
    }
}
