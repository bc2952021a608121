package org.banshi.query.contract.audit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is kept of a person, as applicant, recipient or holder. Nothing in it is personal by itself.
 *
 * @param cases newest first, the newest {@link #MOST} of each id
 * @param benefits newest first, the newest {@link #MOST}
 * @param certificates by id, at most {@link #MOST}
 * @param more whether there is more of one of them
 */
public record PersonRecords(
        List<Case> cases, List<Benefit> benefits, List<Certificate> certificates, boolean more) {

    /** Most that is told of each. */
    public static final int MOST = 200;

    /** A case of the person's own. */
    public record Case(String number, String service, String region, Instant appliedAt) {}

    /**
     * A benefit.
     *
     * @param number of the case that granted it; empty where it is not known any more
     * @param granted position in the log
     */
    public record Benefit(
            String benefit, String number, String kind, boolean stopped, long granted) {}

    /** A disability certificate. */
    public record Certificate(String certificate, String status) {}

    public PersonRecords {
        cases = List.copyOf(cases);
        benefits = List.copyOf(benefits);
        certificates = List.copyOf(certificates);
    }

    /** What is kept under either of two ids of one person. */
    public PersonRecords with(PersonRecords other) {
        return new PersonRecords(
                Stream.concat(cases.stream(), other.cases.stream())
                        .sorted(Comparator.comparing(Case::appliedAt).reversed())
                        .toList(),
                Stream.concat(benefits.stream(), other.benefits.stream())
                        .sorted(Comparator.comparingLong(Benefit::granted).reversed())
                        .toList(),
                Stream.concat(certificates.stream(), other.certificates.stream())
                        .sorted(Comparator.comparing(Certificate::certificate))
                        .toList(),
                more || other.more);
    }

    /** Whether nothing is kept of the person. */
    public boolean isEmpty() {
        return cases.isEmpty() && benefits.isEmpty() && certificates.isEmpty();
    }
}
