package org.banshi.app.signin;

import java.util.Optional;
import org.banshi.app.privacy.AccountCorrector;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.person.MobileNumber;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.privacy.CorrectionField;
import org.banshi.eventstore.NumberHash;
import org.banshi.eventstore.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts of citizens, as whoever checks papers finds them. */
final class Citizens implements AccountCorrector {

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final Accounts accounts;

    Citizens(JdbcClient jdbc, PersonalData personal, Accounts accounts) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.accounts = accounts;
    }

    /**
     * A citizen's account.
     *
     * @param recorded whether the log tells of this citizen
     */
    record Known(Account account, boolean recorded) {

        PersonId person() {
            PersonId person = account.person();
            if (person == null) {
                throw new IllegalStateException("a citizen without a person");
            }
            return person;
        }
    }

    /** The keyed hash by which citizens are found and registered once. */
    String hash(String identityNumber) {
        return NumberHash.of(personal, Accounts.IDENTITY, identityNumber);
    }

    /** The citizen of that identity number. */
    Optional<Known> byNumber(String identityNumber) {
        return jdbc
                .sql(
                        "SELECT "
                                + Accounts.COLUMNS
                                + ", a.recorded FROM account a"
                                + " WHERE a.identity_hash = ?"
                                + " ORDER BY a.opened_at")
                .param(hash(identityNumber))
                .query((row, n) -> new Known(accounts.read(row), row.getBoolean("recorded")))
                .list()
                .stream()
                .findFirst();
    }

    /** The citizen of that account. */
    Optional<Known> byAccount(String account) {
        return jdbc.sql(
                        "SELECT "
                                + Accounts.COLUMNS
                                + ", a.recorded FROM account a"
                                + " WHERE a.account = ? AND a.person IS NOT NULL")
                .param(account)
                .query((row, n) -> new Known(accounts.read(row), row.getBoolean("recorded")))
                .optional();
    }

    /** What somebody is called; empty where nobody is known, or the details were erased. */
    Optional<String> name(PersonId person) {
        return details(person).map(Applicant::name);
    }

    /** What is known of somebody; empty where nobody is known, or the details were erased. */
    @Override
    public Optional<Applicant> details(PersonId person) {
        return jdbc.sql("SELECT " + Accounts.COLUMNS + " FROM account a WHERE a.person = ?")
                .param(person.value())
                .query((row, number) -> Optional.ofNullable(accounts.read(row).details()))
                .optional()
                .flatMap(details -> details);
    }

    /** Replaces one of the details; nothing happens where none are known any more. */
    @Override
    public void correct(PersonId person, CorrectionField field, String value) {
        details(person)
                .map(
                        old ->
                                switch (field) {
                                    case NAME ->
                                            new Applicant(
                                                    value.strip(),
                                                    old.identityNumber(),
                                                    old.phone(),
                                                    old.email());
                                    case PHONE ->
                                            new Applicant(
                                                    old.name(),
                                                    old.identityNumber(),
                                                    MobileNumber.parse(value)
                                                            .value()
                                                            .map(MobileNumber::value)
                                                            .orElse(old.phone()),
                                                    old.email());
                                    case EMAIL ->
                                            new Applicant(
                                                    old.name(),
                                                    old.identityNumber(),
                                                    old.phone(),
                                                    value.strip());
                                })
                .ifPresent(details -> accounts.setDetails(person, details));
    }

    void setTrust(PersonId person, int level) {
        jdbc.sql("UPDATE account SET trust_level = greatest(trust_level, ?) WHERE person = ?")
                .params(level, person.value())
                .update();
    }

    /** Whether the account's holder wants to be offered a passkey before the password. */
    boolean prefersPasskey(String account) {
        return jdbc.sql("SELECT preferred_way = 'PASSKEY' FROM account WHERE account = ?")
                .param(account)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void preferPasskey(String account, boolean passkey) {
        jdbc.sql("UPDATE account SET preferred_way = ? WHERE account = ?")
                .params(passkey ? "PASSKEY" : "PASSWORD", account)
                .update();
    }
}
