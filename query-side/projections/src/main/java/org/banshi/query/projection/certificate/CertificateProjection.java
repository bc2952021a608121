package org.banshi.query.projection.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.banshi.command.contract.certificate.CancelReason;
import org.banshi.command.contract.certificate.CertificateEvent;
import org.banshi.command.contract.certificate.CertificateStatus;
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

/** Keeps one row per certificate. */
public final class CertificateProjection extends Projection {

    private final PersonalData personal;
    private final RowType<Held> certificates;

    public CertificateProjection(JdbcTemplate jdbc, PersonalData personal) {
        super(Views.CERTIFICATES, jdbc);
        this.personal = personal;
        this.certificates =
                new RowType<>(
                        "certificate",
                        List.of(
                                "certificate text",
                                "version bigint",
                                "person text",
                                "guardian text",
                                "guardian_until date",
                                "status text",
                                "held_from text",
                                "region text",
                                "assessed_on date",
                                "valid_until date",
                                "frozen_from date",
                                "cancelled_from date",
                                "cancel_reason text",
                                "cancelled_on date",
                                "barred_until date",
                                "next_day date",
                                "sealed text"),
                        "certificate",
                        this::stored,
                        this::row);
    }

    @Override
    public List<Table> tables() {
        return List.of(new Table("certificate", "certificate", Set.of("sealed")));
    }

    @Override
    public boolean in(Class<? extends Event> type) {
        return CertificateEvent.class.isAssignableFrom(type);
    }

    @Override
    public Fold fold(RowStore store) {
        Rows<Held> rows = new Rows<>(certificates, held -> held.certificate, store);
        return new Fold() {
            @Override
            public void take(List<Recorded> batch) {
                CertificateProjection.take(batch, rows);
            }

            @Override
            public void write() {
                rows.write();
            }
        };
    }

    private static void take(List<Recorded> batch, Rows<Held> rows) {
        List<Recorded> events =
                batch.stream()
                        .filter(recorded -> recorded.event() instanceof CertificateEvent)
                        .toList();
        rows.fetch(streams(events), beginning(events));
        for (Recorded recorded : events) {
            Held before = rows.get(recorded.stream());
            if (before == null || recorded.sequence() > before.version) {
                rows.put(after(recorded, before));
            }
        }
    }

    /** A cancelled certificate that is issued again begins anew. */
    private static Held after(Recorded recorded, @Nullable Held before) {
        CertificateEvent event = (CertificateEvent) recorded.event();
        Held held;
        if (event instanceof CertificateEvent.Issued issued) {
            held = Held.of(issued);
        } else if (event instanceof CertificateEvent.Recorded known) {
            held = Held.of(known);
        } else if (before != null) {
            held = before;
            held.on(event);
        } else {
            throw new IllegalStateException(
                    "certificate without a beginning at " + recorded.position());
        }
        held.version = recorded.sequence();
        return held;
    }

    private Held stored(ResultSet row) throws SQLException {
        Held held =
                new Held(
                        row.getString("certificate"),
                        row.getString("person"),
                        row.getString("region"),
                        row.getObject("assessed_on", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class));
        held.version = row.getLong("version");
        held.guardian = row.getString("guardian");
        held.guardianUntil = day(row, "guardian_until");
        held.status = CertificateStatus.valueOf(row.getString("status"));
        String heldFrom = row.getString("held_from");
        held.beforeHold = heldFrom == null ? null : CertificateStatus.valueOf(heldFrom);
        held.frozenFrom = day(row, "frozen_from");
        held.cancelledFrom = day(row, "cancelled_from");
        String reason = row.getString("cancel_reason");
        held.cancelReason = reason == null ? null : CancelReason.valueOf(reason);
        held.cancelledOn = day(row, "cancelled_on");
        held.barredUntil = day(row, "barred_until");
        held.card = open(row.getString("sealed"), personal);
        return held;
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private @Nullable Object[] row(Held held) {
        Held.Card card = held.card;
        return new @Nullable Object[] {
            held.certificate,
            held.version,
            held.person,
            held.guardian,
            held.guardianUntil,
            held.status.name(),
            name(held.beforeHold),
            held.region,
            held.assessedOn,
            held.validUntil,
            held.frozenFrom,
            held.cancelledFrom,
            name(held.cancelReason),
            held.cancelledOn,
            held.barredUntil,
            held.nextDay(),
            card == null ? null : personal.encrypt(new PersonId(held.person), Json.write(card))
        };
    }

    private static @Nullable String name(@Nullable Enum<?> word) {
        return word == null ? null : word.name();
    }

    /** Null where it was erased. */
    static Held.@Nullable Card open(@Nullable String sealed, PersonalData personal) {
        return Optional.ofNullable(sealed)
                .flatMap(personal::decrypt)
                .map(json -> Json.read(json, Held.Card.class))
                .orElse(null);
    }
}
