package org.banshi.app.workbench;

import java.time.Instant;
import org.banshi.command.contract.application.FormData;

/**
 * What an officer has filled in of a task.
 *
 * @param outcome of the step, for which it was filled in
 * @param data not checked
 */
public record TaskDraft(String outcome, FormData data, Instant keptAt) {

    /** Somebody else's draft: that there is one, not what it says. */
    public record Other(String account, Instant keptAt) {}
}
