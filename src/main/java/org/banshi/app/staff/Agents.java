package org.banshi.app.staff;

import java.util.Optional;
import org.banshi.command.contract.person.PersonId;

/** What those are called who act for others, for the officers who decide on it. */
@FunctionalInterface
public interface Agents {

    /** The name on record; empty where nobody of that id is known, or it was erased. */
    Optional<String> name(PersonId person);
}
