package org.banshi.query.projection.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.page.Views;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.projection.Projection;
import org.banshi.query.projection.sql.Json;
import org.banshi.query.projection.sql.Upsert;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps one row per case: the page that its applicant reads. */
public final class ProgressProjection extends Projection {

    private static final Upsert PROGRESS =
            Upsert.overwriting(
                    "progress",
                    "number text",
                    "application text",
                    "person text",
                    "region text",
                    "offices text",
                    "applied_at timestamptz",
                    "version bigint",
                    "code_hash text",
                    "page text",
                    "sealed text",
                    "fold text");

    private final PersonalData personal;
    private final ProgressFold fold;

    public ProgressProjection(JdbcTemplate jdbc, Catalogue catalogue, PersonalData personal) {
        super(Views.PROGRESS, jdbc);
        this.personal = personal;
        this.fold = new ProgressFold(new Words(catalogue));
    }

    @Override
    public List<Table> tables() {
        return List.of(new Table("progress", "number", Set.of("sealed")));
    }

    @Override
    public void handle(List<Recorded> batch) {
        List<Recorded> events =
                batch.stream()
                        .filter(recorded -> recorded.streamType().equals(CASE_STREAM))
                        .toList();
        if (events.isEmpty()) {
            return;
        }
        Map<String, Case> cases = stored(events);
        Set<Case> changed = new LinkedHashSet<>();
        for (Recorded recorded : events) {
            Case c = cases.get(recorded.stream());
            if (c == null) {
                c = begin(recorded);
                cases.put(recorded.stream(), c);
            }
            if (recorded.sequence() > c.version) {
                fold.apply(c, recorded);
                changed.add(c);
            }
        }
        PROGRESS.write(jdbc, changed.stream().map(this::row).toList());
    }

    private Case begin(Recorded recorded) {
        if (!(recorded.event() instanceof Applied applied)) {
            throw new IllegalStateException("case without a beginning at " + recorded.position());
        }
        Case c = fold.begin(applied, recorded);
        String code = applied.queryCode();
        // Null once the person's key is destroyed.
        c.codeHash = code == null ? null : QueryCodes.hash(personal, applied.number(), code);
        return c;
    }

    private Map<String, Case> stored(List<Recorded> events) {
        Map<String, Case> cases = new LinkedHashMap<>();
        jdbc.query(
                """
                SELECT person, offices, applied_at, code_hash, page, sealed, fold
                FROM progress WHERE application = ANY (?)
                """,
                row -> {
                    Case c = stored(row);
                    cases.put(c.application, c);
                },
                (Object) events.stream().map(Recorded::stream).distinct().toArray(String[]::new));
        return cases;
    }

    private Case stored(ResultSet row) throws SQLException {
        Case c =
                Case.of(
                        new PersonId(row.getString("person")),
                        row.getTimestamp("applied_at").toInstant(),
                        Json.read(row.getString("page"), Progress.class),
                        Json.read(row.getString("fold"), Case.Fold.class),
                        open(row.getString("sealed"), personal));
        c.offices = row.getString("offices");
        c.codeHash = row.getString("code_hash");
        return c;
    }

    private @Nullable Object[] row(Case c) {
        return new @Nullable Object[] {
            c.number,
            c.application,
            c.person,
            c.region,
            c.offices,
            c.appliedAt,
            c.version,
            c.codeHash,
            Json.write(c.page()),
            c.sealed.isEmpty() ? null : personal.encrypt(c.person, Json.write(c.sealed)),
            Json.write(c.fold())
        };
    }

    static Sealed open(@Nullable String sealed, PersonalData personal) {
        return sealed == null
                ? Sealed.NOTHING
                : personal.decrypt(sealed)
                        .map(plain -> Json.read(plain, Sealed.class))
                        .orElse(Sealed.NOTHING);
    }
}
