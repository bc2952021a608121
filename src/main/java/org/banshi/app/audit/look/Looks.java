package org.banshi.app.audit.look;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one place that auditors' looks go through: under which order they look, and that they did.
 * Nothing is shown whose look was not recorded before.
 */
public interface Looks {

    /** Why the account looks now; empty where it has not said, or said it too long ago. */
    Optional<Purpose> purpose(String account);

    /**
     * Why the account looks from now on.
     *
     * @throws IllegalArgumentException when they do not fit, see {@link Purpose#fits}
     */
    void state(String account, String reference, String reason);

    /** The account has done with it. */
    void end(String account);

    /** Records a look, for good. */
    void record(String account, Look look, @Nullable Purpose purpose);
}
