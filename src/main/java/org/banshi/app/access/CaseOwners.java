package org.banshi.app.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Whose cases these are, for the journal: what it names is found by person too. */
public interface CaseOwners {

    /** Person by number of case; numbers that are none are left out. */
    Map<String, String> of(Collection<String> numbers);

    /** Numbers of the cases that a person applied for, as far as they are read. */
    List<String> casesOf(String person);
}
