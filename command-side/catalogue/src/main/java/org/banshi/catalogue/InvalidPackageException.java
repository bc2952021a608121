package org.banshi.catalogue;

import java.util.List;
import java.util.stream.Collectors;
import org.banshi.catalogue.source.Finding;

/** A folder of data cannot be used; says everything that is wrong with it. */
public final class InvalidPackageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public InvalidPackageException(String name, List<Finding> findings) {
        super(
                name
                        + " has "
                        + findings.size()
                        + " findings:\n"
                        + findings.stream()
                                .map(Finding::toString)
                                .collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /** All findings, by file and line. */
    public List<Finding> findings() {
        return findings;
    }
}
