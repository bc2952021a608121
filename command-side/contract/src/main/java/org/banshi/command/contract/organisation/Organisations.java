package org.banshi.command.contract.organisation;

import java.util.Optional;
import org.banshi.command.contract.person.PersonId;

/** Which organisations there are, across the whole log. */
@FunctionalInterface
public interface Organisations {

    /** The unified social credit code; empty for people, and for whoever is unknown. */
    Optional<String> code(PersonId organisation);
}
