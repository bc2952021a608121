package org.banshi.app.casefile;

import java.util.List;
import org.banshi.eventstore.Recorded;

/** Reads one case's events from the log, decrypted. */
@FunctionalInterface
public interface CaseEvents {

    /** Every event of a stream, oldest first; empty when there is no such stream. */
    List<Recorded> of(String stream);
}
