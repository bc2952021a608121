package org.banshi.app.privacy;

import org.banshi.command.contract.person.PersonId;

/** Takes what a log-in knows of a person, and closes it. The log-in does so. */
@FunctionalInterface
public interface AccountEraser {

    /** Nothing happens where there is no account, or it was erased before. */
    void erase(PersonId person);
}
