package org.banshi.app.face;

import java.net.URI;
import java.time.Instant;
import org.banshi.command.contract.text.Text;

/**
 * A government face service (人证合一): it takes the picture on a page of its own and compares it with
 * the record of that name and number. No picture comes here; all that is told is whether it was the
 * same person, when, and how well that was looked at.
 */
public interface FaceService {

    /** How people call it. */
    Text title();

    /** How the log calls it: a stable word. */
    String name();

    /** Highest trust level that it gives here. */
    int highest();

    /**
     * Asks for a comparison.
     *
     * @throws FaceUnavailableException when it cannot be asked
     */
    Begun begin(Asked asked);

    /**
     * What came of it.
     *
     * @param code which the service gave to the browser of whoever was looked at, with the way
     *     back: whoever only began the comparison does not know it
     * @throws FaceUnavailableException when it cannot be asked, or answers nothing that holds
     */
    Result result(String reference, String code);

    /**
     * Who is said to be there.
     *
     * @param back where the browser comes back to; {@code code} is added
     */
    record Asked(String name, String identityNumber, URI back) {

        /** Never prints who it is. */
        @Override
        public String toString() {
            return "Asked[...]";
        }
    }

    /**
     * A comparison that was begun.
     *
     * @param reference by which the service knows it
     * @param page where the browser goes
     */
    record Begun(String reference, URI page) {}

    /**
     * An answer.
     *
     * @param same whether it is that person, alive
     * @param level trust level that it gives in the service's own view, 2 to 5
     * @param at when it was looked at
     */
    record Result(boolean same, int level, Instant at) {}
}
