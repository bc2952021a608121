package org.banshi.app.casefile;

import java.util.Optional;
import org.banshi.command.contract.application.ApplicationId;

/** Which application has a number; says nothing else of it, so that nobody's scope is needed. */
@FunctionalInterface
public interface CaseNumbers {

    Optional<ApplicationId> find(String number);
}
