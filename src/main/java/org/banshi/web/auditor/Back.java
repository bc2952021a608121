package org.banshi.web.auditor;

import java.util.regex.Pattern;

/** Where a page leads back to: within the console, and nowhere else. */
final class Back {

    private static final Pattern WITHIN =
            Pattern.compile("/audit(/[A-Za-z0-9/._-]*)?(\\?[A-Za-z0-9=&._-]*)?");

    private Back() {}

    /** The address, or the console's first page. */
    static String safe(String address) {
        return WITHIN.matcher(address).matches() && !address.contains("//") ? address : "/audit";
    }
}
