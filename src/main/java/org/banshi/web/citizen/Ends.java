package org.banshi.web.citizen;

import java.util.Set;

/** States after which nothing more is decided in a case. */
final class Ends {

    private static final Set<String> ENDED =
            Set.of(
                    "acceptance-refused",
                    "approved",
                    "rejected",
                    "collected",
                    "withdrawn",
                    "terminated");

    private Ends() {}

    static boolean ended(String status) {
        return ENDED.contains(status);
    }
}
