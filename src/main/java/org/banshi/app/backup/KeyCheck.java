package org.banshi.app.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.banshi.app.keys.Belonging;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.crypto.FileKeyVault;

/** Whether keys are those of a database, and open what people have in it. */
final class KeyCheck {

    private static final String PEOPLE =
            "SELECT person FROM account WHERE person IS NOT NULL AND details IS NOT NULL";

    private final FileKeyVault vault;

    KeyCheck(FileKeyVault vault) {
        this.vault = vault;
    }

    /** Whether there is a database of this program at all: an empty one is held to nothing yet. */
    boolean isBegun(Connection connection) throws SQLException {
        return isThere(connection, "account");
    }

    private static boolean isThere(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT to_regclass('" + table + "')")) {
            found.next();
            return found.getString(1) != null;
        }
    }

    /** What is wrong where they are another installation's. */
    Optional<String> finding(Connection connection) throws SQLException {
        if (!isThere(connection, "belonging")) {
            // Backed up by a version that did not note it.
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet noted = statement.executeQuery("SELECT fingerprint FROM belonging")) {
            return noted.next() && !noted.getString(1).equals(Belonging.fingerprint(vault))
                    ? Optional.of("the keys are not those of this database")
                    : Optional.empty();
        }
    }

    /** How many people with an account the keys know nothing of, not even that they are erased. */
    int keyless(Connection connection) throws SQLException {
        int keyless = 0;
        try (Statement statement = connection.createStatement();
                ResultSet people = statement.executeQuery(PEOPLE)) {
            while (people.next()) {
                keyless += vault.knows(new PersonId(people.getString(1))) ? 0 : 1;
            }
        }
        return keyless;
    }
}
