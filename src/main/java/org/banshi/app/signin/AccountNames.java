package org.banshi.app.signin;

import java.util.regex.Pattern;

/** How an account may be called. */
final class AccountNames {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{2,39}");

    private AccountNames() {}

    static boolean fits(String name) {
        return SHAPE.matcher(name).matches();
    }
}
