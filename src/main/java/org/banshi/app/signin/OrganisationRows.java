package org.banshi.app.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.organisation.OrganisationId;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.NumberHash;
import org.banshi.eventstore.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Organisations as their events left them, for pages. Those that are closed are not found. */
final class OrganisationRows {

    private static final String KIND = "organisation-code";

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final Accounts accounts;

    OrganisationRows(JdbcClient jdbc, PersonalData personal, Accounts accounts) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.accounts = accounts;
    }

    /** An organisation; {@code representative} is null while nobody speaks for it. */
    record Row(PersonId person, String name, String code, @Nullable PersonId representative) {

        OrganisationId id() {
            return OrganisationId.of(person);
        }

        /** Sole traders are people: never prints the name. */
        @Override
        public String toString() {
            return "Row[" + person + "]";
        }
    }

    /** The keyed hash by which one is found, and registered once. */
    String hash(String code) {
        return NumberHash.of(personal, KIND, code);
    }

    void add(PersonId organisation, String codeHash, PersonId representative) {
        jdbc.sql("INSERT INTO organisation (person, code_hash, representative) VALUES (?, ?, ?)")
                .params(organisation.value(), codeHash, representative.value())
                .update();
    }

    void setRepresentative(PersonId organisation, PersonId representative) {
        jdbc.sql("UPDATE organisation SET representative = ? WHERE person = ?")
                .params(representative.value(), organisation.value())
                .update();
    }

    /** Whoever was erased speaks for nothing. */
    void dropRepresentative(PersonId representative) {
        jdbc.sql("UPDATE organisation SET representative = NULL WHERE representative = ?")
                .param(representative.value())
                .update();
    }

    void close(PersonId organisation) {
        jdbc.sql("UPDATE organisation SET closed = true, representative = NULL WHERE person = ?")
                .param(organisation.value())
                .update();
    }

    private static final String OPEN =
            "SELECT "
                    + Accounts.COLUMNS
                    + ", o.representative FROM organisation o JOIN account a USING (person)"
                    + " WHERE NOT o.closed AND ";

    Optional<Row> byCode(String code) {
        return jdbc.sql(OPEN + "o.code_hash = ?")
                .param(hash(code))
                .query((row, number) -> row(row))
                .optional();
    }

    /** Those for which somebody speaks, the newest first. */
    List<Row> of(PersonId representative) {
        return jdbc.sql(OPEN + "o.representative = ? ORDER BY o.since DESC")
                .param(representative.value())
                .query((row, number) -> row(row))
                .list();
    }

    private Row row(ResultSet row) throws SQLException {
        Account account = accounts.read(row);
        Applicant details = account.details();
        String representative = row.getString("representative");
        return new Row(
                new PersonId(row.getString("person")),
                details == null ? "" : details.name(),
                details == null ? "" : details.identityNumber(),
                representative == null ? null : new PersonId(representative));
    }
}
