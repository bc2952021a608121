package org.banshi.catalogue.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is found while a package is read, so that a publisher sees all at once. */
public final class Findings {

    private final Set<Finding> found = new LinkedHashSet<>();

    public void add(String file, int line, String problem, String mend) {
        found.add(new Finding(file, line, problem, mend));
    }

    public void add(Located at, String problem, String mend) {
        add(at.file(), at.line(), problem, mend);
    }

    public void add(XmlElement at, String problem, String mend) {
        add(at.file(), at.line(), problem, mend);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Sorted by file and line. */
    public List<Finding> list() {
        List<Finding> sorted = new ArrayList<>(found);
        sorted.sort(null);
        return List.copyOf(sorted);
    }
}
