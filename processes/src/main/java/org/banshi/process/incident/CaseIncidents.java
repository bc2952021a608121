package org.banshi.process.incident;

import java.util.Map;
import org.banshi.command.contract.message.Stamp;
import org.banshi.process.errand.ErrandIncidents;

/** Incidents of the engine's jobs and of errands, side by side. */
public final class CaseIncidents implements Incidents {

    private final EngineIncidents jobs;
    private final ErrandIncidents errands;

    public CaseIncidents(EngineIncidents jobs, ErrandIncidents errands) {
        this.jobs = jobs;
        this.errands = errands;
    }

    @Override
    public boolean retry(String incident, Stamp stamp, Map<String, String> request) {
        return errands.retry(incident, stamp, request) || jobs.retry(incident, stamp, request);
    }
}
