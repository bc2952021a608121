package org.banshi.app.signin;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.banshi.query.contract.access.Scope;

/**
 * Where somebody may go who acts for another in certain items only: to their applications and
 * cases, and to what belongs to the log-in. The rest of the other's affairs stays closed.
 */
final class AgentsDoors {

    private static final Pattern APPLY = Pattern.compile("/services/([a-z0-9-]+)/apply(/.*)?");
    private static final Pattern ROSTER =
            Pattern.compile("/api/v1/services/([a-z0-9-]+)/rosters/.*");

    private static final List<String> OPEN =
            List.of(
                    "/cases",
                    "/disputes",
                    "/letters",
                    "/acting",
                    "/sign-in",
                    "/api/v1/applications",
                    "/api/v1/disputes",
                    "/api/v1/materials",
                    "/api/v1/mandates",
                    "/api/v1/sessions");

    private AgentsDoors() {}

    static boolean open(Scope scope, String path) {
        for (Pattern ofItem : List.of(APPLY, ROSTER)) {
            Matcher matcher = ofItem.matcher(path);
            if (matcher.matches()) {
                return scope.covers(matcher.group(1));
            }
        }
        return OPEN.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/"));
    }
}
