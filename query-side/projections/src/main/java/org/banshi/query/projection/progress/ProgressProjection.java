package org.banshi.query.projection.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.application.ApplicationEvent.AcceptanceRefused;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationEvent.Concluded;
import org.banshi.command.contract.application.ApplicationEvent.SupplementRequested;
import org.banshi.command.contract.application.ApplicationEvent.Terminated;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.workitem.WorkItemEvent;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.page.Views;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.projection.Erasures;
import org.banshi.query.projection.Projection;
import org.banshi.query.projection.fold.Fold;
import org.banshi.query.projection.fold.RowStore;
import org.banshi.query.projection.fold.RowType;
import org.banshi.query.projection.fold.Rows;
import org.banshi.query.projection.sql.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps one row per case: the page that its applicant reads. */
public final class ProgressProjection extends Projection {

    private static final Set<Class<?>> REASONS =
            Set.of(SupplementRequested.class, AcceptanceRefused.class, Terminated.class);

    private final PersonalData personal;
    private final ProgressFold fold;
    private final RowType<Case> rows =
            new RowType<>(
                    "progress",
                    List.of(
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
                            "fold text",
                            "guarded boolean"),
                    "application",
                    this::stored,
                    this::row);

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
    public boolean in(Class<? extends Event> type) {
        return !WorkItemEvent.class.isAssignableFrom(type)
                && !EngineEvent.class.isAssignableFrom(type);
    }

    /** The query code, reasons and results: forms and papers are none of its business. */
    @Override
    public boolean inPersonal(Class<? extends Event> type, String component) {
        return switch (component) {
            case "queryCode" -> type == Applied.class;
            case "result" -> type == Concluded.class;
            case "reason" -> REASONS.contains(type);
            default -> false;
        };
    }

    @Override
    public Fold fold(RowStore store) {
        Rows<Case> cases = new Rows<>(rows, c -> c.application, store);
        return new Fold() {
            @Override
            public void take(List<Recorded> batch) {
                ProgressProjection.this.take(batch, cases);
            }

            @Override
            public void write() {
                cases.write();
            }
        };
    }

    private void take(List<Recorded> batch, Rows<Case> cases) {
        List<Recorded> events =
                batch.stream()
                        .filter(recorded -> recorded.streamType().equals(CASE_STREAM))
                        .toList();
        cases.fetch(streams(events), beginning(events));
        for (Recorded recorded : events) {
            Case c = cases.get(recorded.stream());
            if (c == null) {
                c = begin(recorded);
            }
            if (recorded.sequence() > c.version) {
                fold.apply(c, recorded);
                cases.put(c);
            }
        }
        forget(Erasures.in(batch), cases);
    }

    /** What the code was hashed with outlives the person's key. */
    private static void forget(Set<String> applications, Rows<Case> cases) {
        cases.fetch(applications, Set.of());
        for (String application : applications) {
            Case c = cases.get(application);
            if (c != null) {
                c.codeHash = null;
                cases.put(c);
            }
        }
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
        c.guarded = row.getBoolean("guarded");
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
            Json.write(c.fold()),
            c.guarded
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
