package org.banshi.app.signin;

import java.util.List;
import java.util.Set;
import org.banshi.query.contract.access.Scope.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Who may enter by these URLs.
 *
 * @param method null for every method
 */
record Door(@Nullable HttpMethod method, List<String> patterns, Rule rule) {

    /**
     * What is asked at a door.
     *
     * @param open whether also those may enter who are not logged in
     * @param roles of which one is needed; none for everybody who is logged in
     * @param fresh whether citizens, and whoever administers accounts, must have proven lately that
     *     they are there
     */
    record Rule(boolean open, Set<Role> roles, boolean fresh) {

        static final Rule OPEN = new Rule(true, Set.of(), false);

        /** Open, and personal for those who are logged in. */
        static final Rule OPEN_OR_PERSONAL = new Rule(true, Set.of(), true);

        static final Rule SIGNED_IN = new Rule(false, Set.of(), false);

        static final Rule PERSONAL = new Rule(false, Set.of(), true);

        static Rule only(Role... roles) {
            return new Rule(false, Set.of(roles), true);
        }
    }

    static Door of(Rule rule, String... patterns) {
        return new Door(null, List.of(patterns), rule);
    }

    static Door reading(Rule rule, String... patterns) {
        return new Door(HttpMethod.GET, List.of(patterns), rule);
    }

    static Door posting(Rule rule, String... patterns) {
        return new Door(HttpMethod.POST, List.of(patterns), rule);
    }
}
