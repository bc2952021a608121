package org.banshi.process.incident;

import java.util.Map;
import org.banshi.command.contract.message.Stamp;
import org.banshi.process.work.RootWork;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;

/** Gives failed jobs of the engine another round. */
public final class EngineIncidents {

    private static final int RETRIES = 3;

    private final RootWork root;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final JobExecutor jobs;

    public EngineIncidents(
            RootWork root, RuntimeService runtime, ManagementService management, JobExecutor jobs) {
        this.root = root;
        this.runtime = runtime;
        this.management = management;
        this.jobs = jobs;
    }

    /**
     * Gives the job another round of retries, at once.
     *
     * @param request metadata of the request, such as its idempotency key
     * @return false when there is no such incident (any more)
     */
    public boolean retry(String incident, Stamp stamp, Map<String, String> request) {
        boolean retried = root.run(stamp, request, () -> setRetries(incident));
        if (retried && jobs.isActive()) {
            jobs.jobWasAdded();
        }
        return retried;
    }

    private boolean setRetries(String incident) {
        Incident open = runtime.createIncidentQuery().incidentId(incident).singleResult();
        if (open == null || !Incident.FAILED_JOB_HANDLER_TYPE.equals(open.getIncidentType())) {
            return false;
        }
        management
                .setJobRetries(RETRIES)
                .jobId(open.getConfiguration())
                .dueDate(ClockUtil.now())
                .execute();
        return true;
    }
}
