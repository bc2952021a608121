package org.banshi.app.access;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal in the database. */
final class Journal {

    /** Rows that are deleted in one statement. */
    private static final int SLICE = 10_000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CaseOwners owners;

    Journal(JdbcTemplate template, PlatformTransactionManager transactions, CaseOwners owners) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.transaction = new TransactionTemplate(transactions);
        this.owners = owners;
    }

    /** A place in the chain. */
    record Place(long position, byte[] link) {}

    /**
     * Brings entries to the end of the chain, with the persons of the cases that they name. Those
     * that are there already count once.
     */
    void append(List<Access> entries) {
        transaction.executeWithoutResult(status -> appendLocked(entries));
    }

    private void appendLocked(List<Access> entries) {
        Place head =
                jdbc.sql("select position, link from access_head for update")
                        .query((row, n) -> new Place(row.getLong(1), row.getBytes(2)))
                        .single();
        Map<UUID, Access> fresh = new LinkedHashMap<>();
        entries.forEach(it -> fresh.put(it.id(), it));
        known(fresh.keySet()).forEach(fresh::remove);
        if (fresh.isEmpty()) {
            return;
        }
        Map<String, String> persons = personsOf(fresh.values().stream().toList());
        long position = head.position();
        byte[] link = head.link();
        List<Row> rows = new ArrayList<>();
        for (Access entry : fresh.values()) {
            Access whole = withPersons(entry, persons);
            String content = AccessJson.write(whole);
            position++;
            link = Chain.link(link, position, content);
            rows.add(new Row(position, whole, content, link));
        }
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        template.batchUpdate(
                """
                insert into access_entry
                    (position, id, recorded_at, account, kind, persons, cases, content, link)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                rows,
                rows.size(),
                (statement, row) -> fill(statement, row, now));
        jdbc.sql("update access_head set position = ?, link = ?").params(position, link).update();
    }

    private record Row(long position, Access entry, String content, byte[] link) {}

    private static void fill(PreparedStatement statement, Row row, OffsetDateTime now)
            throws SQLException {
        Access entry = row.entry();
        statement.setLong(1, row.position());
        statement.setObject(2, entry.id());
        statement.setObject(3, now);
        statement.setString(4, entry.account());
        statement.setString(5, entry.kind().name());
        statement.setArray(6, array(statement, entry.persons()));
        statement.setArray(7, array(statement, entry.cases()));
        statement.setString(8, row.content());
        statement.setBytes(9, row.link());
    }

    private static Array array(PreparedStatement statement, List<String> values)
            throws SQLException {
        return statement.getConnection().createArrayOf("text", values.toArray());
    }

    private Set<UUID> known(Set<UUID> ids) {
        return new HashSet<>(
                jdbc.sql("select id from access_entry where id = any(?)")
                        .param(ids.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    private Map<String, String> personsOf(List<Access> entries) {
        Set<String> cases = new TreeSet<>();
        entries.forEach(it -> cases.addAll(it.cases()));
        return cases.isEmpty() ? Map.of() : owners.of(cases);
    }

    private static Access withPersons(Access entry, Map<String, String> owners) {
        Set<String> persons = new TreeSet<>(entry.persons());
        for (String number : entry.cases()) {
            Optional.ofNullable(owners.get(number)).ifPresent(persons::add);
        }
        return new Access(
                entry.id(),
                entry.at(),
                entry.account(),
                entry.roles(),
                entry.body(),
                entry.region(),
                entry.kind(),
                entry.operation(),
                entry.object(),
                entry.cases(),
                List.copyOf(persons),
                entry.ground(),
                entry.reference(),
                entry.outcome(),
                entry.status());
    }

    /** The newest entry. */
    Place head() {
        return jdbc.sql("select position, link from access_head")
                .query((row, n) -> new Place(row.getLong(1), row.getBytes(2)))
                .single();
    }

    /** Notes that the log vouches for everything up to a place. */
    void noteSeal(Place place) {
        jdbc.sql("insert into access_seal values (?, ?, now()) on conflict do nothing")
                .params(place.position(), place.link())
                .update();
    }

    /** Whether the log is known to vouch for a place. */
    boolean isSealed(Place place) {
        return jdbc.sql("select exists (select from access_seal where position = ? and link = ?)")
                .params(place.position(), place.link())
                .query(Boolean.class)
                .single();
    }

    /** When the log last vouched for anything, on whichever node. */
    Optional<Instant> lastSealed() {
        return jdbc.sql("select sealed_at from access_seal order by position desc limit 1")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** The last sealed place all of whose entries are older than {@code keep}, if entries are. */
    Optional<Place> over(Duration keep) {
        return jdbc.sql(
                        """
                        select position, link from access_seal
                        where sealed_at < ? and position > (select start_position from access_head)
                        order by position desc limit 1""")
                .param(OffsetDateTime.now(ZoneOffset.UTC).minus(keep))
                .query((row, n) -> new Place(row.getLong(1), row.getBytes(2)))
                .optional();
    }

    /** Lets the chain begin after a place, and deletes what is before. */
    void shorten(Place place) {
        jdbc.sql(
                        """
                        update access_head set start_position = ?, start_link = ?
                        where start_position < ?""")
                .params(place.position(), place.link(), place.position())
                .update();
        int deleted;
        do {
            deleted =
                    jdbc.sql(
                                    """
                                    delete from access_entry where position in (
                                        select position from access_entry where position <= ?
                                        order by position limit ?)""")
                            .params(place.position(), SLICE)
                            .update();
        } while (deleted > 0);
        jdbc.sql("delete from access_seal where position < ?").param(place.position()).update();
    }
}
