package org.banshi.command.domain.architecture.broken;

import java.util.UUID;

/** Breaks a rule on purpose. */
public final class MakesItsOwnId {

    String id() {
        return UUID.randomUUID().toString();
    }
}
