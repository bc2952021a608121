package org.banshi.app.signin;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.banshi.command.contract.mandate.MandateAct;
import org.banshi.command.contract.mandate.MandateBasis;
import org.banshi.command.contract.mandate.MandateId;
import org.banshi.command.contract.mandate.MandateTerms;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mandates as their events left them, for pages and sessions. */
final class MandateRows {

    private static final int SHOWN = 200;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Supplier<Set<String>> withheld;

    /**
     * @param withheld items that are for oneself alone, asked for with each session
     */
    MandateRows(JdbcClient jdbc, Accounts accounts, Supplier<Set<String>> withheld) {
        this.withheld = withheld;
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** Where a mandate stands. */
    enum Stage {
        ASKED,
        IN_FORCE,
        DECLINED,
        ENDED
    }

    /**
     * A mandate.
     *
     * @param given whether the one who looks is the grantor
     * @param other the name of the other one
     * @param late whether its time is over
     */
    record Row(
            MandateId id,
            PersonId grantor,
            PersonId agent,
            boolean given,
            String other,
            MandateBasis basis,
            MandateTerms terms,
            Stage stage,
            boolean late) {

        public boolean inForce() {
            return stage == Stage.IN_FORCE && !late;
        }

        /** Never prints the name. */
        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    void add(
            MandateId id,
            PersonId grantor,
            PersonId agent,
            MandateBasis basis,
            MandateTerms terms,
            Stage stage,
            int trustLevel) {
        jdbc.sql(
                        """
                        INSERT INTO mandate (id, grantor, agent, basis, services, acts, last_day,
                            stage, trust_level)
                        VALUES (?, ?, ?, ?, ?::text[], ?::text[], ?, ?, ?)
                        """)
                .params(
                        id.value(),
                        grantor.value(),
                        agent.value(),
                        basis.name(),
                        array(terms.services()),
                        array(terms.acts().stream().map(MandateAct::name).toList()),
                        terms.until(),
                        stage.name(),
                        trustLevel)
                .update();
    }

    void set(MandateId id, Stage stage, int trustLevel) {
        jdbc.sql("UPDATE mandate SET stage = ?, trust_level = ?, since = now() WHERE id = ?")
                .params(stage.name(), trustLevel, id.value())
                .update();
    }

    void end(MandateId id) {
        set(id, Stage.ENDED, 2);
    }

    private static final String OWN =
            "SELECT "
                    + Accounts.COLUMNS
                    + ", m.* FROM mandate m LEFT JOIN account a ON a.person ="
                    + " CASE WHEN m.grantor = :me THEN m.agent ELSE m.grantor END"
                    + " WHERE (m.grantor = :me OR m.agent = :me)";

    /**
     * The mandates of a person, given and held: those in force first, then those that wait for an
     * answer, each the newest first; no more than {@value #SHOWN}. For finding one there is {@link
     * #find}.
     */
    List<Row> of(PersonId person, LocalDate today) {
        return jdbc.sql(
                        OWN
                                + " ORDER BY m.stage = 'IN_FORCE' DESC, m.stage = 'ASKED' DESC,"
                                + " m.since DESC LIMIT "
                                + SHOWN)
                .param("me", person.value())
                .query((row, number) -> row(row, person, today))
                .list();
    }

    /** A mandate that this person gave or holds, however many others there are. */
    Optional<Row> find(PersonId person, MandateId id, LocalDate today) {
        return jdbc.sql(OWN + " AND m.id = :id")
                .param("me", person.value())
                .param("id", id.value())
                .query((row, number) -> row(row, person, today))
                .optional();
    }

    /** Everybody who acts for a grantor now, whoever did first being first. */
    List<Row> inForce(PersonId grantor, LocalDate today) {
        return jdbc.sql(
                        "SELECT "
                                + Accounts.COLUMNS
                                + ", m.* FROM mandate m LEFT JOIN account a ON a.person = m.agent"
                                + " WHERE m.grantor = ? AND m.stage = 'IN_FORCE' ORDER BY m.since, m.id")
                .param(grantor.value())
                .query((row, number) -> row(row, grantor, today))
                .list();
    }

    Optional<MandateId> inForce(PersonId grantor, PersonId agent) {
        return only(grantor, agent, Stage.IN_FORCE);
    }

    /** What waits for the grantor's answer. */
    Optional<MandateId> asked(PersonId grantor, PersonId agent) {
        return only(grantor, agent, Stage.ASKED);
    }

    private Optional<MandateId> only(PersonId grantor, PersonId agent, Stage stage) {
        return jdbc.sql("SELECT id FROM mandate WHERE grantor = ? AND agent = ? AND stage = ?")
                .params(grantor.value(), agent.value(), stage.name())
                .query(String.class)
                .optional()
                .map(MandateId::new);
    }

    /**
     * How much an agent asked for that was not answered, or was declined within a day. Of one
     * agent's questions at once each counts those before it.
     */
    int asks(PersonId agent) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 478))")
                .param("mandate-asks/" + agent.value())
                .query(row -> {});
        return jdbc.sql(
                        """
                        SELECT count(*) FROM mandate WHERE agent = ? AND (stage = 'ASKED'
                            OR stage = 'DECLINED' AND since > now() - interval '1 day')
                        """)
                .param(agent.value())
                .query(Integer.class)
                .single();
    }

    Optional<Acting> acting(String mandate, LocalDate today) {
        return jdbc.sql(
                        "SELECT "
                                + Accounts.COLUMNS
                                + ", m.grantor, m.services, m.acts, m.last_day,"
                                + " m.trust_level AS given_level FROM mandate m"
                                + " JOIN account a ON a.person = m.grantor"
                                + " WHERE m.id = ? AND m.stage = 'IN_FORCE'"
                                + " AND (m.last_day IS NULL OR m.last_day >= ?)")
                .params(mandate, today)
                .query(
                        (row, number) ->
                                new Acting(
                                        mandate,
                                        new PersonId(row.getString("grantor")),
                                        accounts.read(row).details(),
                                        terms(row),
                                        row.getInt("given_level"),
                                        withheld.get()))
                .optional();
    }

    private Row row(ResultSet row, PersonId me, LocalDate today) throws SQLException {
        PersonId grantor = new PersonId(row.getString("grantor"));
        MandateTerms terms = terms(row);
        LocalDate until = terms.until();
        Account other = row.getString("account") == null ? null : accounts.read(row);
        return new Row(
                new MandateId(row.getString("id")),
                grantor,
                new PersonId(row.getString("agent")),
                grantor.equals(me),
                name(other),
                MandateBasis.valueOf(row.getString("basis")),
                terms,
                Stage.valueOf(row.getString("stage")),
                until != null && until.isBefore(today));
    }

    /** As on the paper, by which they named each other; empty once it was erased. */
    private static String name(@Nullable Account other) {
        if (other == null) {
            return "";
        }
        return other.details() == null ? other.name().zh() : other.details().name();
    }

    private static MandateTerms terms(ResultSet row) throws SQLException {
        return new MandateTerms(
                words(row.getArray("services")),
                words(row.getArray("acts")).stream().map(MandateAct::valueOf).toList(),
                row.getObject("last_day", LocalDate.class));
    }

    private static List<String> words(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static String array(List<String> words) {
        return "{" + String.join(",", words) + "}";
    }
}
