package org.banshi.app.audit.look;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Why an auditor looks.
 *
 * @param reference of the audit's order: 3 to 40 capital letters, digits, {@code . / -}
 * @param reason in the auditor's words, 4 to 200 characters
 * @param since when it was stated
 */
public record Purpose(String reference, String reason, Instant since) {

    private static final Pattern REFERENCE = Pattern.compile("[A-Z0-9][A-Z0-9./-]{2,39}");
    private static final int SHORTEST = 4;
    private static final int LONGEST = 200;

    /** Whether both are as they have to be. */
    public static boolean fits(String reference, String reason) {
        return REFERENCE.matcher(reference).matches()
                && reason.length() >= SHORTEST
                && reason.length() <= LONGEST;
    }
}
