package org.banshi.app.casefile;

import java.util.Collection;
import java.util.Map;
import org.banshi.command.contract.application.ServiceVersion;

/** Of which item cases are, for whoever may see them; says nothing else of them. */
@FunctionalInterface
public interface CaseServices {

    /** The item and its version, by number; numbers that are none are left out. */
    Map<String, ServiceVersion> of(Collection<String> numbers);
}
