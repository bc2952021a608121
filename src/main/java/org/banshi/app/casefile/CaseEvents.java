package org.banshi.app.casefile;

import java.util.List;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.codec.Interest;

/** Reads one case's events from the log. */
@FunctionalInterface
public interface CaseEvents {

    /** Every event of a stream, decrypted, oldest first; empty when there is no such stream. */
    default List<Recorded> of(String stream) {
        return of(stream, Interest.EVERYTHING);
    }

    /** Those that are of interest; of personal parts only those are decrypted that are, too. */
    List<Recorded> of(String stream, Interest interest);
}
