package org.banshi.app.live;

import java.util.Collection;
import java.util.Set;

/** Knows whose log-in still stands. To ask is no use of it: whoever only looks on is idle. */
public interface StandingSessions {

    /** Attribute of a request: the key of the session that asks; absent for strangers. */
    String KEY = StandingSessions.class.getName() + ".key";

    /** Those of {@code keys} that stand, and act for whom they acted for then. */
    Set<String> standing(Collection<String> keys);
}
