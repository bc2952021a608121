package org.banshi.command.contract.points;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which bodies do what with an account: windows take in, the district's and the city's bureau keep
 * it (domain rules §4.2). Keys of {@code bpmn/bodies.yaml}. That the body's region takes in the
 * account's is asked elsewhere.
 */
public final class PointsOffices {

    private static final String WINDOW = "newcomer-service";
    private static final String DISTRICT = "county-newcomer";
    private static final String CITY = "city-newcomer";

    private PointsOffices() {}

    /** Whether it is one of the newcomer offices. */
    public static boolean isOne(@Nullable String body) {
        return of(body, Set.of(WINDOW, DISTRICT, CITY));
    }

    /** Whether it records what departments tell, closes accounts and finds papers false. */
    public static boolean keepsAccounts(@Nullable String body) {
        return of(body, Set.of(DISTRICT, CITY));
    }

    /** Whether an objection at that stage is theirs; a department's answer the bureau enters. */
    public static boolean looksInto(ObjectionStage stage, @Nullable String body) {
        return of(
                body,
                switch (stage) {
                    case WINDOW -> Set.of(WINDOW);
                    case DISTRICT -> Set.of(DISTRICT);
                    case DEPARTMENT -> Set.of(DISTRICT, CITY);
                });
    }

    private static boolean of(@Nullable String body, Set<String> bodies) {
        return body != null && bodies.contains(body);
    }
}
