package org.banshi.app.signin;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;

/** Items that are for oneself alone (仅限本人办理): no mandate opens anything of them. */
final class OwnLogin {

    private OwnLogin() {}

    /** As the items say today. */
    static Predicate<String> in(Catalogue catalogue) {
        return service ->
                catalogue.current(service).filter(ServiceDefinition::ownLoginOnly).isPresent();
    }

    static Set<String> items(Catalogue catalogue) {
        return catalogue.current().stream()
                .filter(ServiceDefinition::ownLoginOnly)
                .map(service -> service.version().service())
                .collect(Collectors.toUnmodifiableSet());
    }
}
