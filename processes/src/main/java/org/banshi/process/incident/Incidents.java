package org.banshi.process.incident;

import java.util.Map;
import org.banshi.command.contract.message.Stamp;

/** What a supervisor can do about a failed job or errand. */
public interface Incidents {

    /**
     * Give it another round of retries, at once.
     *
     * @param request metadata of the request, such as its idempotency key
     * @return false when there is no such incident (any more)
     */
    boolean retry(String incident, Stamp stamp, Map<String, String> request);
}
