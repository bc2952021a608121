package org.banshi.app.staff;

import java.util.Optional;
import org.banshi.command.contract.text.Text;

/**
 * What officers and supervisors are called, for their colleagues. The log-in knows, and answers.
 */
@FunctionalInterface
public interface StaffNames {

    /** The name of a staff account; empty for a citizen's, and where there is none. */
    Optional<Text> of(String account);
}
