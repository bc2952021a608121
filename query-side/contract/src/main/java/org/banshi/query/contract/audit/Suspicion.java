package org.banshi.query.contract.audit;

import java.util.List;

/**
 * A finding of a check, without anything personal.
 *
 * @param subject id of the person, or account of the officer; what the cases have in common
 * @param numbers of the cases, at most {@link #MOST}
 * @param cases how many there are in all
 * @param facts what was found: kinds of benefits, a day, a source
 */
public record Suspicion(String subject, List<String> numbers, long cases, List<String> facts) {

    /** Most cases that are named of one finding. */
    public static final int MOST = 20;

    public Suspicion {
        numbers = List.copyOf(numbers);
        facts = List.copyOf(facts);
    }
}
