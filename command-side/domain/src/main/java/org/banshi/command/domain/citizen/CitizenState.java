package org.banshi.command.domain.citizen;

import org.jspecify.annotations.Nullable;

/**
 * What decisions about a citizen need to know.
 *
 * @param level the trust level; 0 while nobody is known
 * @param account with which the citizen logs in, or null
 */
record CitizenState(int level, @Nullable String account) {

    static final CitizenState NONE = new CitizenState(0, null);

    boolean known() {
        return level > 0;
    }

    CitizenState proven(int to) {
        return new CitizenState(Math.max(level, to), account);
    }

    CitizenState with(String opened) {
        return new CitizenState(level, opened);
    }
}
