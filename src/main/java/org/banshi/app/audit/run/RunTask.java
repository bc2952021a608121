package org.banshi.app.audit.run;

import java.util.Map;

/** Does the work of a kind of run. */
public interface RunTask {

    AuditRun.Kind kind();

    /**
     * The work; what it answers is recorded as JSON.
     *
     * @param asked what was asked for
     * @throws RunCancelledException when it was cancelled
     * @throws Exception when it failed; its text is told to nobody
     */
    Object run(Map<String, String> asked, RunProgress progress) throws Exception;
}
