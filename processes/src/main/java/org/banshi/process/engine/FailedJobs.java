package org.banshi.process.engine;

import org.banshi.process.work.Conflicts;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * Counts a failed job's retries, unless it only lost a race, and keeps the type of the failure, but
 * neither its text nor its stack trace: both can hold personal data, and the engine would store
 * them.
 */
final class FailedJobs implements FailedJobCommandFactory {

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        return new Retry(jobId, failure);
    }

    private static final class Retry extends DefaultJobRetryCmd {

        private static final long serialVersionUID = 1L;

        Retry(String jobId, Throwable failure) {
            super(jobId, failure);
        }

        @Override
        protected boolean shouldDecrementRetriesFor(Throwable thrown) {
            return !Conflicts.isConflict(thrown);
        }

        @Override
        protected void logException(JobEntity job) {
            if (exception != null) {
                job.setExceptionMessage(exception.getClass().getName());
            }
        }
    }
}
