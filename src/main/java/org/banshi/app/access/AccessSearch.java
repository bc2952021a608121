package org.banshi.app.access;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.banshi.app.access.Access.Kind;
import org.banshi.app.access.Access.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds entries of the journal, newest first. */
public final class AccessSearch {

    private final JdbcClient jdbc;
    private final CaseOwners owners;

    AccessSearch(JdbcClient jdbc, CaseOwners owners) {
        this.jdbc = jdbc;
        this.owners = owners;
    }

    /**
     * What is looked for; null where it does not matter.
     *
     * @param person whose data were looked at
     * @param number of a case
     * @param account who looked
     * @param from first instant of recording
     * @param until first instant of recording that does not count any more
     */
    public record Wanted(
            @Nullable String person,
            @Nullable String number,
            @Nullable String account,
            @Nullable Kind kind,
            @Nullable Outcome outcome,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** An entry and its place. */
    @Schema(name = "AccessEntry")
    public record Found(long position, Instant recordedAt, Access access) {}

    /**
     * A page of entries.
     *
     * @param next position to go on before; null on the last page
     */
    public record Page(List<Found> rows, @Nullable Long next) {}

    /**
     * @param before only entries before this position; null to begin with the newest
     */
    public Page find(Wanted wanted, @Nullable Long before, int limit) {
        return find(wanted, null, before, limit);
    }

    /** The newest entries of a person's data that are not of the person's own account. */
    public List<Found> byOthers(String person, String own, int limit) {
        Wanted wanted = new Wanted(person, null, null, null, null, null, null);
        return find(wanted, own, null, limit).rows();
    }

    private Page find(
            Wanted wanted, @Nullable String exceptAccount, @Nullable Long before, int limit) {
        List<String> where = new ArrayList<>(List.of("true"));
        List<Object> parameters = new ArrayList<>();
        if (exceptAccount != null) {
            where.add("account <> ?");
            parameters.add(exceptAccount);
        }
        if (wanted.person() != null) {
            where.add("(persons @> ?::text[] or cases && ?::text[])");
            parameters.add(new String[] {wanted.person()});
            parameters.add(owners.casesOf(wanted.person()).toArray(String[]::new));
        }
        if (wanted.number() != null) {
            where.add("cases @> ?::text[]");
            parameters.add(new String[] {wanted.number()});
        }
        equal("account", wanted.account(), where, parameters);
        equal("kind", wanted.kind() == null ? null : wanted.kind().name(), where, parameters);
        equal(
                "content::json ->> 'outcome'",
                wanted.outcome() == null ? null : wanted.outcome().name(),
                where,
                parameters);
        if (wanted.from() != null) {
            where.add("recorded_at >= ?");
            parameters.add(OffsetDateTime.ofInstant(wanted.from(), ZoneOffset.UTC));
        }
        if (wanted.until() != null) {
            where.add("recorded_at < ?");
            parameters.add(OffsetDateTime.ofInstant(wanted.until(), ZoneOffset.UTC));
        }
        if (before != null) {
            where.add("position < ?");
            parameters.add(before);
        }
        parameters.add(limit + 1);
        List<Found> rows =
                jdbc.sql(
                                "select position, recorded_at, content from access_entry where "
                                        + String.join(" and ", where)
                                        + " order by position desc limit ?")
                        .params(parameters)
                        .query(
                                (row, n) ->
                                        new Found(
                                                row.getLong(1),
                                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                                AccessJson.read(row.getString(3))))
                        .list();
        boolean more = rows.size() > limit;
        List<Found> shown = more ? rows.subList(0, limit) : rows;
        return new Page(List.copyOf(shown), more ? shown.get(limit - 1).position() : null);
    }

    private static void equal(
            String column, @Nullable String value, List<String> where, List<Object> parameters) {
        if (value != null) {
            where.add(column + " = ?");
            parameters.add(value);
        }
    }
}
