package org.banshi.app.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.banshi.app.staff.Officers.Officer;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.NumberHash;
import org.banshi.eventstore.PersonalData;
import org.banshi.query.contract.access.Scope.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts, in PostgreSQL. */
final class Accounts {

    /** Columns of an account, for whoever joins them. */
    static final String COLUMNS =
            "a.account, a.name_zh, a.name_en, a.name_sealed, a.roles, a.body, a.region,"
                    + " a.trust_level, a.person, a.details";

    static final String IDENTITY = "identity-number";

    /** For so long a first password is good. */
    private static final int FIRST_DAYS = 7;

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final ObjectMapper json = new ObjectMapper();

    Accounts(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /**
     * What a log-in needs to know of an account.
     *
     * @param passwordNew whether somebody else chose the password
     * @param passwordOver whether that password ran out
     * @param factor whether a second factor is set up
     */
    record Login(
            Account account,
            String passwordHash,
            boolean passwordNew,
            boolean passwordOver,
            boolean factor) {
        @Override
        public String toString() {
            return "Login[" + account + "]";
        }
    }

    /** The account, unless it is disabled. */
    Optional<Login> find(String account) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + ", a.password_hash, a.password_new, a.totp_secret IS NOT NULL AS factor"
                                + ", a.password_new AND coalesce(a.password_until <= now(), false)"
                                + " AS password_over FROM account a"
                                + " WHERE a.account = ? AND NOT a.disabled")
                .param(account)
                .query(
                        (row, number) ->
                                new Login(
                                        read(row),
                                        row.getString("password_hash"),
                                        row.getBoolean("password_new"),
                                        row.getBoolean("password_over"),
                                        row.getBoolean("factor")))
                .optional();
    }

    boolean exists(String account) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM account WHERE account = ?)")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    /** How many have this role and are not disabled. */
    int count(Role role) {
        return jdbc.sql("SELECT count(*) FROM account WHERE ? = ANY (roles) AND NOT disabled")
                .param(role.name())
                .query(Integer.class)
                .single();
    }

    /**
     * Adds an account.
     *
     * @param findable whether a citizen can be found by the identity number
     * @return false when there is one of that name
     */
    boolean add(Account account, String passwordHash, boolean passwordNew, boolean findable) {
        Applicant details = account.details();
        PersonId person = account.person();
        return jdbc.sql(
                                """
                            INSERT INTO account (account, name_zh, name_en, roles, body, region,
                                trust_level, person, details, identity_hash, password_hash,
                                password_new, name_sealed)
                            VALUES (?, ?, ?, ?::text[], ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            ON CONFLICT DO NOTHING
                            """)
                        .params(
                                account.account(),
                                person == null ? account.name().zh() : "",
                                person == null ? account.name().en() : "",
                                array(account.roles()),
                                account.body(),
                                account.region() == null ? null : account.region().value(),
                                account.trustLevel(),
                                person == null ? null : person.value(),
                                person == null || details == null ? null : seal(person, details),
                                details != null && findable
                                        ? NumberHash.of(
                                                personal, IDENTITY, details.identityNumber())
                                        : null,
                                passwordHash,
                                passwordNew,
                                person == null ? null : seal(person, account.name()))
                        .update()
                == 1;
    }

    /** The officers of a body whose region is this one or covers it, in the order of accounts. */
    List<Officer> officers(String body, RegionCode region) {
        return jdbc
                .sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM account a WHERE a.body = ? AND 'OFFICER' = ANY (a.roles)"
                                + " AND NOT a.disabled ORDER BY a.account")
                .param(body)
                .query((row, number) -> read(row))
                .list()
                .stream()
                .filter(it -> it.region() != null && it.region().covers(region))
                .map(it -> new Officer(it.account(), it.name()))
                .toList();
    }

    /** The officers and supervisors of just this region, in the order of accounts. */
    List<Officer> workersIn(RegionCode region) {
        return workers("region = ?", region.value());
    }

    /** Those of a region and of the ones below it, as far as a page can list them. */
    List<Officer> workersBelow(RegionCode region) {
        return workers("starts_with(region, ?)", region.prefix());
    }

    private List<Officer> workers(String where, String region) {
        return jdbc.sql(
                        "SELECT account, name_zh, name_en FROM account WHERE "
                                + where
                                + " AND roles && '{OFFICER,SUPERVISOR}' AND NOT disabled"
                                + " ORDER BY account LIMIT 500")
                .param(region)
                .query(
                        (row, number) ->
                                new Officer(
                                        row.getString("account"),
                                        Text.of(
                                                row.getString("name_zh"),
                                                row.getString("name_en"))))
                .list();
    }

    /** What a staff account is called; empty for a citizen's, and where there is none. */
    Optional<Text> staffName(String account) {
        return jdbc.sql("SELECT name_zh, name_en FROM account WHERE account = ? AND person IS NULL")
                .param(account)
                .query((row, number) -> Text.of(row.getString(1), row.getString(2)))
                .optional();
    }

    /** The citizen of that identity number. */
    Optional<PersonId> resident(String identityNumber) {
        return jdbc
                .sql("SELECT person FROM account WHERE identity_hash = ? ORDER BY opened_at")
                .param(NumberHash.of(personal, IDENTITY, identityNumber))
                .query(String.class)
                .list()
                .stream()
                .findFirst()
                .map(PersonId::new);
    }

    /**
     * An account as its administrators see it; without personal details.
     *
     * @param factor whether a second factor is set up
     * @param proposed which administrator it is proposed to become, or null
     * @param proposedBy who proposed it, or null
     * @param resetAskedBy who asked on that day that another one resets the access, or null
     */
    record Row(
            Account account,
            boolean disabled,
            boolean factor,
            boolean recorded,
            @Nullable Role proposed,
            @Nullable String proposedBy,
            @Nullable String resetAskedBy,
            @Nullable LocalDate resetAskedOn) {}

    private static final String ROW =
            "SELECT "
                    + COLUMNS
                    + ", a.disabled, a.totp_secret IS NOT NULL AS factor, a.recorded,"
                    + " a.proposed_role, a.proposed_by, a.reset_asked_by, a.reset_asked_on"
                    + " FROM account a WHERE a.person IS NULL";

    /** The accounts of staff whose name or body holds these words, in the order of accounts. */
    List<Row> staff(String words, int limit) {
        return jdbc.sql(
                        ROW
                                + " AND (strpos(a.account, :q) > 0 OR strpos(a.name_zh, :q) > 0"
                                + " OR strpos(lower(a.name_en), lower(:q)) > 0"
                                + " OR strpos(coalesce(a.body, ''), :q) > 0)"
                                + " ORDER BY a.proposed_role IS NULL, a.account LIMIT :limit")
                .param("q", words)
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    /** The account of a member of staff. */
    Optional<Row> staff(String account) {
        return jdbc.sql(ROW + " AND a.account = ?")
                .param(account)
                .query((row, number) -> row(row))
                .optional();
    }

    private Row row(ResultSet row) throws SQLException {
        String proposed = row.getString("proposed_role");
        return new Row(
                read(row),
                row.getBoolean("disabled"),
                row.getBoolean("factor"),
                row.getBoolean("recorded"),
                proposed == null ? null : Role.valueOf(proposed),
                row.getString("proposed_by"),
                row.getString("reset_asked_by"),
                row.getObject("reset_asked_on", LocalDate.class));
    }

    void setRecorded(String account) {
        jdbc.sql("UPDATE account SET recorded = true WHERE account = ?").param(account).update();
    }

    /**
     * Gives other rights, with which a leave ends. Whoever asked for a reset asked it of the
     * account as it was.
     */
    void setRoles(
            String account, Set<Role> roles, @Nullable String body, @Nullable RegionCode region) {
        String in = region == null ? null : region.value();
        jdbc.sql(
                        """
                        DELETE FROM staff_leave l USING account a
                        WHERE l.account = ? AND a.account = l.account
                          AND (a.roles <> ?::text[] OR a.body IS DISTINCT FROM ?::text
                              OR a.region IS DISTINCT FROM ?::text)
                        """)
                .params(account, array(roles), body, in)
                .update();
        jdbc.sql(
                        "UPDATE account SET roles = ?::text[], body = ?, region = ?,"
                                + " reset_asked_by = NULL, reset_asked_on = NULL WHERE account = ?")
                .params(array(roles), body, in, account)
                .update();
    }

    void setProposal(String account, @Nullable Role role, @Nullable String by) {
        jdbc.sql("UPDATE account SET proposed_role = ?, proposed_by = ? WHERE account = ?")
                .params(role == null ? null : role.name(), by, account)
                .update();
    }

    /** Null where nobody asks any more. */
    void setResetAsked(String account, @Nullable String by, @Nullable LocalDate day) {
        jdbc.sql("UPDATE account SET reset_asked_by = ?, reset_asked_on = ? WHERE account = ?")
                .params(by, day, account)
                .update();
    }

    void setDisabled(String account, boolean disabled) {
        jdbc.sql("UPDATE account SET disabled = ? WHERE account = ?")
                .params(disabled, account)
                .update();
    }

    /** Takes the second factor back. */
    void dropFactor(String account) {
        jdbc.sql("UPDATE account SET totp_secret = NULL, totp_pending = NULL WHERE account = ?")
                .param(account)
                .update();
    }

    /** Whether nobody logs in by it. */
    boolean isDisabled(String account) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM account WHERE account = ? AND disabled)")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    boolean hasPasskeys(String account) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM user_credentials WHERE user_entity_user_id IN"
                                + " (SELECT id FROM user_entities WHERE name = ?))")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    /** Takes every passkey back. */
    void dropPasskeys(String account) {
        jdbc.sql(
                        "DELETE FROM user_credentials WHERE user_entity_user_id IN"
                                + " (SELECT id FROM user_entities WHERE name = ?)")
                .param(account)
                .update();
    }

    /** A password that somebody else chose opens nothing after {@value #FIRST_DAYS} days. */
    void limitFirstPassword(String account) {
        jdbc.sql(
                        "UPDATE account SET password_until = now() + make_interval(days => ?)"
                                + " WHERE account = ? AND password_new")
                .params(FIRST_DAYS, account)
                .update();
    }

    /**
     * Replaces the password by one that its holder chose; false where it is no longer the one that
     * was proven, such as after a reset.
     */
    boolean replacePassword(String account, String proven, String chosen) {
        return jdbc.sql(
                                "UPDATE account SET password_hash = ?, password_new = false,"
                                        + " password_until = NULL"
                                        + " WHERE account = ? AND password_hash = ?")
                        .params(chosen, account, proven)
                        .update()
                == 1;
    }

    /** Replaces the password. */
    void setPassword(String account, String hash, boolean isNew) {
        jdbc.sql(
                        "UPDATE account SET password_hash = ?, password_new = ?,"
                                + " password_until = NULL WHERE account = ?")
                .params(hash, isNew, account)
                .update();
    }

    /** The account of a row that has {@link #COLUMNS}. */
    Account read(ResultSet row) throws SQLException {
        String region = row.getString("region");
        String person = row.getString("person");
        String details = row.getString("details");
        return new Account(
                row.getString("account"),
                name(row, person),
                roles(row.getArray("roles")),
                row.getString("body"),
                region == null ? null : new RegionCode(region),
                row.getInt("trust_level"),
                person == null ? null : new PersonId(person),
                details == null ? null : open(details, Applicant.class));
    }

    private static Set<Role> roles(Array array) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : (String[]) array.getArray()) {
            roles.add(Role.valueOf(name));
        }
        return roles;
    }

    private static String array(Set<Role> roles) {
        return "{" + String.join(",", roles.stream().map(Role::name).sorted().toList()) + "}";
    }

    /** Of a citizen what is sealed; nothing once the person was erased. */
    private Text name(ResultSet row, @Nullable String person) throws SQLException {
        String sealed = row.getString("name_sealed");
        if (person == null || sealed == null) {
            return new Text(row.getString("name_zh"), row.getString("name_en"));
        }
        Text name = open(sealed, Text.class);
        return name == null ? new Text("", "") : name;
    }

    /** Seals the names of citizens that were kept in clear before there was a column for it. */
    void sealNames() {
        record Clear(String account, PersonId person, Text name) {}
        jdbc.sql(
                        "SELECT account, person, name_zh, name_en FROM account"
                                + " WHERE person IS NOT NULL AND name_zh <> ''")
                .query(
                        (row, n) ->
                                new Clear(
                                        row.getString(1),
                                        new PersonId(row.getString(2)),
                                        new Text(row.getString(3), row.getString(4))))
                .list()
                .forEach(
                        it ->
                                jdbc.sql(
                                                "UPDATE account SET name_sealed = ?, name_zh = '',"
                                                        + " name_en = '' WHERE account = ?")
                                        .params(seal(it.person(), it.name()), it.account())
                                        .update());
    }

    /** Takes what is known of a person, and closes the account; its name, where there is one. */
    Optional<String> erase(PersonId person) {
        return jdbc.sql(
                        "UPDATE account SET disabled = true, name_zh = '', name_en = '',"
                                + " name_sealed = NULL, details = NULL, identity_hash = NULL,"
                                + " totp_secret = NULL, totp_pending = NULL"
                                + " WHERE person = ? RETURNING account")
                .param(person.value())
                .query(String.class)
                .optional();
    }

    /** Replaces what is known of a citizen; the identity number stays. */
    void setDetails(PersonId person, Applicant details) {
        jdbc.sql("UPDATE account SET details = ?, name_sealed = ? WHERE person = ?")
                .params(
                        seal(person, details),
                        seal(person, Text.of(details.name(), details.name())),
                        person.value())
                .update();
    }

    private String seal(PersonId person, Object value) {
        try {
            return personal.encrypt(person, json.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("details cannot be written", e);
        }
    }

    /** Null for a person who was erased. */
    private <T> @Nullable T open(String details, Class<T> type) {
        return personal.decrypt(details)
                .map(
                        plain -> {
                            try {
                                return json.readValue(plain, type);
                            } catch (JsonProcessingException e) {
                                // Its message would repeat what it could not read.
                                throw new IllegalStateException("details cannot be read");
                            }
                        })
                .orElse(null);
    }
}
