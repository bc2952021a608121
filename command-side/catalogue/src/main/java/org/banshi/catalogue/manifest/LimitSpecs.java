package org.banshi.catalogue.manifest;

import java.util.Map;
import java.util.Optional;
import org.banshi.catalogue.Limit;
import org.banshi.catalogue.ReceivingLimit;

/**
 * How long the case and its stages may take: written out, or in a decision table that is asked with
 * {@code region}, {@code day} and {@code step}.
 *
 * @param promised of the whole case
 * @param statutory of the whole case
 * @param receiving for the first word on the papers
 * @param steps by user task, and for supplements
 * @param within the step that a step's time is part of, by step
 * @param table id of the decision that knows whatever is not written out
 */
public record LimitSpecs(
        Optional<Limit> promised,
        Optional<Limit> statutory,
        Optional<ReceivingLimit> receiving,
        Map<String, Limit> steps,
        Map<String, String> within,
        Optional<String> table) {

    /** The {@code step} under which a table is asked for the promise on the whole case. */
    public static final String OVERALL = "overall";

    /** Stands among the steps for the time that the applicant has to supplement. */
    public static final String SUPPLEMENT = "supplement";

    /** The {@code step} under which a table is asked for the statutory limit of the whole case. */
    public static final String STATUTORY = "statutory";
}
