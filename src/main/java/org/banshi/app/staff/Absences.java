package org.banshi.app.staff;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Who of the staff is on leave today, and who stands in. The log-in knows, and answers. */
public interface Absences {

    /** Those of these accounts that are on leave today. */
    Set<String> away(Collection<String> accounts);

    /** Who stands in for that account today; empty where it is not away, or named nobody. */
    Optional<String> deputy(String account);
}
