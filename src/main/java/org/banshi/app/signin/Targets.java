package org.banshi.app.signin;

import org.jspecify.annotations.Nullable;

/** Where a log-in leads. */
final class Targets {

    private Targets() {}

    /** Only a page of ours: nobody is sent elsewhere by a link that was tampered with. */
    static String local(@Nullable String to) {
        return to != null && to.matches("/[A-Za-z0-9][\\w/?&=%.,~+-]*") ? to : "/";
    }

    /** The page that somebody begins with. */
    static String home(Account account) {
        return switch (account.roles().stream().sorted().findFirst().orElseThrow()) {
            case CITIZEN -> "/";
            case PUBLISHER -> "/publishing";
            case OFFICER, SUPERVISOR -> "/work";
            case AUDITOR -> "/audit";
            case OPERATOR -> "/ops";
            case COMMITTEE -> "/work/window";
            case SECURITY -> "/administration/accounts";
        };
    }
}
