package org.banshi.app.staff;

import java.util.Map;
import org.banshi.command.contract.officers.Concern;
import org.jspecify.annotations.Nullable;

/** Which officers declared to be concerned in a case, or not to be. */
public interface Concerns {

    /**
     * What an officer declared.
     *
     * @param application the case's id
     * @param account the officer's
     * @return null where nothing
     */
    @Nullable Concern declared(String application, String account);

    /**
     * Makes sure that an officer has nothing to do with a case beside the office.
     *
     * @throws org.banshi.command.contract.message.RefusedException where the officer declared it
     */
    void demandNone(String application, String account);

    /** The accounts that do nothing in this case, each with why. */
    Map<String, Concern> concerned(String application);
}
