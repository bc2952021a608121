package org.banshi.command.contract.message;

import org.banshi.command.contract.person.PersonId;

/**
 * An event with personal data: its components marked {@link Personal} are encrypted under the key
 * of {@link #subject()} before they reach the log.
 */
public interface PersonalEvent extends Event {

    /** The person whose key protects the personal components. */
    PersonId subject();
}
