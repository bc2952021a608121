package org.banshi.query.projection.matter;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.banshi.command.contract.matter.MatterEvent;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.person.PersonId;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.page.Views;
import org.banshi.query.projection.Projection;
import org.banshi.query.projection.fold.Fold;
import org.banshi.query.projection.fold.RowStore;
import org.banshi.query.projection.fold.RowType;
import org.banshi.query.projection.fold.Rows;
import org.banshi.query.projection.sql.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps one row per matter of another department. */
public final class MatterProjection extends Projection {

    /** What was told once. */
    record Told(
            String state, LocalDate day, @Nullable BigDecimal amount, @Nullable String reason) {}

    /** All that was told; kept under the person's key. */
    record Story(List<Told> told) {

        Story and(Told more) {
            List<Told> all = new ArrayList<>(told);
            all.add(more);
            return new Story(all);
        }
    }

    /** A row; {@code last} is the position of its last event. */
    record Row(
            String matter,
            PersonId person,
            String register,
            String number,
            long version,
            long last,
            Story story) {}

    private final PersonalData personal;
    private final RowType<Row> rows =
            new RowType<>(
                    "matter",
                    List.of(
                            "matter text",
                            "person text",
                            "register text",
                            "number text",
                            "version bigint",
                            "last bigint",
                            "sealed text"),
                    "matter",
                    this::stored,
                    this::row);

    public MatterProjection(JdbcTemplate jdbc, PersonalData personal) {
        super(Views.MATTERS, jdbc);
        this.personal = personal;
    }

    @Override
    public List<Table> tables() {
        return List.of(new Table("matter", "matter", Set.of("sealed")));
    }

    @Override
    public boolean in(Class<? extends Event> type) {
        return MatterEvent.class.isAssignableFrom(type);
    }

    @Override
    public Fold fold(RowStore store) {
        Rows<Row> matters = new Rows<>(rows, Row::matter, store);
        return new Fold() {
            @Override
            public void take(List<Recorded> batch) {
                MatterProjection.take(batch, matters);
            }

            @Override
            public void write() {
                matters.write();
            }
        };
    }

    private static void take(List<Recorded> batch, Rows<Row> matters) {
        List<Recorded> events =
                batch.stream().filter(it -> it.event() instanceof MatterEvent).toList();
        matters.fetch(streams(events), beginning(events));
        for (Recorded recorded : events) {
            MatterEvent.Reported told = (MatterEvent.Reported) recorded.event();
            Row row = matters.get(recorded.stream());
            if (row == null || recorded.sequence() > row.version()) {
                Story before = row == null ? new Story(List.of()) : row.story();
                matters.put(
                        new Row(
                                told.matter().value(),
                                told.subject(),
                                told.register(),
                                told.number(),
                                recorded.sequence(),
                                recorded.position(),
                                before.and(
                                        new Told(
                                                told.state(),
                                                told.day(),
                                                told.amount(),
                                                told.reason()))));
            }
        }
    }

    private Row stored(ResultSet row) throws SQLException {
        return read(row, personal);
    }

    static Row read(ResultSet row, PersonalData personal) throws SQLException {
        return new Row(
                row.getString("matter"),
                new PersonId(row.getString("person")),
                row.getString("register"),
                row.getString("number"),
                row.getLong("version"),
                row.getLong("last"),
                personal.decrypt(row.getString("sealed"))
                        .map(plain -> Json.read(plain, Story.class))
                        .orElseGet(() -> new Story(List.of())));
    }

    private @Nullable Object[] row(Row row) {
        return new @Nullable Object[] {
            row.matter(),
            row.person(),
            row.register(),
            row.number(),
            row.version(),
            row.last(),
            personal.encrypt(row.person(), Json.write(row.story()))
        };
    }
}
