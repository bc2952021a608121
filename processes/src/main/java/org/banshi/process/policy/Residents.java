package org.banshi.process.policy;

import java.util.Optional;
import org.banshi.command.contract.person.PersonId;

/** Who is behind an identity number. The log-in knows, and answers. */
@FunctionalInterface
public interface Residents {

    /** The person whom the platform knows by that number; empty where nobody registered with it. */
    Optional<PersonId> find(String identityNumber);
}
