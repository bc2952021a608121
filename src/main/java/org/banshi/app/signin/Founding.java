package org.banshi.app.signin;

import java.io.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.banshi.app.platform.StartUpException;
import org.banshi.app.signin.SignInSettings.Founder;
import org.banshi.app.signin.SignInSettings.Installation;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whom the platform is for, decided by the first start and for ever: nobody turns an installation
 * into a demo by starting it the wrong way. Outside a demo nothing is there by default, so that the
 * first start has to be told who administers accounts.
 */
final class Founding {

    private final JdbcClient jdbc;
    private final SignInSettings settings;
    private final boolean demo;
    private final List<String> notices = new ArrayList<>();

    /**
     * Settles it.
     *
     * @throws StartUpException when the database was begun for the other
     */
    Founding(JdbcClient jdbc, SignInSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
        Installation asked = settings.installation();
        if (asked != Installation.AS_IT_IS) {
            jdbc.sql("INSERT INTO installation (kind) VALUES (?) ON CONFLICT DO NOTHING")
                    .param(word(asked))
                    .update();
        }
        Optional<String> kind = kind();
        this.demo = kind.isPresent() && kind.get().equals(word(Installation.DEMO));
        if (asked == Installation.DEMO && !demo) {
            throw new StartUpException(
                    "this database serves people; a demo, whose passwords everybody knows, needs"
                            + " another one (BANSHI_DATA)");
        }
        if (asked == Installation.REAL && demo) {
            throw new StartUpException(
                    "this database was begun as a demo, whose passwords everybody knows; use"
                            + " another one (BANSHI_DATA)");
        }
    }

    boolean demo() {
        return demo;
    }

    /**
     * Makes sure that somebody can administer accounts; and as long as nobody else could confirm
     * what that one proposes, adds the second, at whatever start that one is named.
     *
     * @throws StartUpException when nobody can, and nobody was named
     */
    void administrators(Accounts accounts, Passwords passwords) {
        administrators(accounts, passwords, Founding::ask);
    }

    /**
     * The same.
     *
     * @param asking who the one of that ordinal is; empty when nobody answers
     */
    void administrators(
            Accounts accounts, Passwords passwords, Function<String, Optional<Founder>> asking) {
        if (settings.installation() != Installation.REAL) {
            return;
        }
        if (accounts.count(Role.SECURITY) == 0) {
            Founder first =
                    given(settings.first())
                            .or(() -> asking.apply("first"))
                            .orElseThrow(
                                    () ->
                                            new StartUpException(
                                                    "nobody administers accounts yet: set"
                                                            + " BANSHI_FIRST_ADMIN and"
                                                            + " BANSHI_FIRST_ADMIN_PASSWORD, or"
                                                            + " start from a terminal"));
            if (!add(first, accounts, passwords)) {
                throw new StartUpException(
                        "nobody administers accounts, and "
                                + first.account()
                                + " is the account of somebody else: name another one in"
                                + " BANSHI_FIRST_ADMIN");
            }
        }
        if (accounts.count(Role.SECURITY) < 2) {
            given(settings.second())
                    .or(() -> asking.apply("second"))
                    .filter(second -> !add(second, accounts, passwords))
                    .ifPresent(taken -> notices.add(notAdded(taken, accounts)));
        }
    }

    /** What whoever starts the platform should know of how it was founded. */
    List<String> notices() {
        return List.copyOf(notices);
    }

    private static String notAdded(Founder second, Accounts accounts) {
        String name = String.valueOf(second.account()).strip();
        boolean same =
                accounts.staff(name)
                        .filter(row -> row.account().roles().contains(Role.SECURITY))
                        .isPresent();
        return same
                ? "NOTE: "
                        + name
                        + " administers accounts already; there is no second"
                        + " administrator to confirm what is proposed. Name another account in"
                        + " BANSHI_SECOND_ADMIN."
                : "NOTE: BANSHI_SECOND_ADMIN names "
                        + name
                        + ", whose account exists and has"
                        + " other rights: no second security administrator was added, and"
                        + " nobody can confirm what the first proposes. Name another account.";
    }

    private static Optional<Founder> given(@Nullable Founder founder) {
        return Optional.ofNullable(founder).filter(Founder::given);
    }

    /** Empty without a terminal, and when the line stays empty. */
    private static Optional<Founder> ask(String which) {
        Console console = System.console();
        String account =
                console == null
                        ? null
                        : console.readLine(
                                "Account of the %s security administrator (empty: not now): ",
                                which);
        if (console == null || account == null || account.isBlank()) {
            return Optional.empty();
        }
        char[] password = console.readPassword("Password, to be changed at the first log-in: ");
        return Optional.of(new Founder(account, password == null ? null : new String(password)));
    }

    /** Whether it was added: nothing happens where there is an account of that name. */
    private static boolean add(Founder founder, Accounts accounts, Passwords passwords) {
        String name = String.valueOf(founder.account()).strip();
        String password = String.valueOf(founder.password());
        if (!AccountNames.fits(name)) {
            throw new StartUpException("an account has 3 to 40 of a-z, 0-9 and -: " + name);
        }
        Passwords.fault(name, password)
                .ifPresent(
                        fault -> {
                            throw new StartUpException(
                                    "the password of " + name + ": " + fault.en());
                        });
        Account account =
                new Account(
                        name,
                        Text.of("安全管理员 " + name, "Security administrator " + name),
                        Set.of(Role.SECURITY),
                        null,
                        null,
                        5,
                        null,
                        null);
        return accounts.add(account, passwords.hash(password), true, false);
    }

    private Optional<String> kind() {
        List<String> kinds = jdbc.sql("SELECT kind FROM installation").query(String.class).list();
        return kinds.stream().findFirst();
    }

    private static String word(Installation installation) {
        return installation == Installation.DEMO ? "demo" : "real";
    }
}
