package org.banshi.query.projection.benefit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.banshi.command.contract.benefit.BenefitEvent;
import org.banshi.command.contract.calendar.DueDate;
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

/** Keeps one row per benefit. */
public final class BenefitProjection extends Projection {

    /** A row; {@code paid} is kept under the person's key, {@code granted} is a position. */
    record Row(
            String benefit,
            String application,
            PersonId person,
            String service,
            int serviceVersion,
            String kind,
            long granted,
            long version,
            boolean stopped,
            boolean underReview,
            @Nullable DueDate reviewDue,
            Paid paid) {}

    private final PersonalData personal;
    private final RowType<Row> rows =
            new RowType<>(
                    "benefit",
                    List.of(
                            "benefit text",
                            "application text",
                            "person text",
                            "service text",
                            "service_version integer",
                            "kind text",
                            "granted bigint",
                            "version bigint",
                            "stopped boolean",
                            "under_review boolean",
                            "review_due text",
                            "sealed text"),
                    "benefit",
                    this::stored,
                    this::row);

    public BenefitProjection(JdbcTemplate jdbc, PersonalData personal) {
        super(Views.BENEFITS, jdbc);
        this.personal = personal;
    }

    @Override
    public List<Table> tables() {
        return List.of(new Table("benefit", "benefit", Set.of("sealed")));
    }

    @Override
    public boolean in(Class<? extends Event> type) {
        return BenefitEvent.class.isAssignableFrom(type);
    }

    @Override
    public Fold fold(RowStore store) {
        Rows<Row> benefits = new Rows<>(rows, Row::benefit, store);
        return new Fold() {
            @Override
            public void take(List<Recorded> batch) {
                BenefitProjection.take(batch, benefits);
            }

            @Override
            public void write() {
                benefits.write();
            }
        };
    }

    private static void take(List<Recorded> batch, Rows<Row> benefits) {
        List<Recorded> events =
                batch.stream().filter(it -> it.event() instanceof BenefitEvent).toList();
        benefits.fetch(streams(events), beginning(events));
        for (Recorded recorded : events) {
            BenefitEvent event = (BenefitEvent) recorded.event();
            Row row = benefits.get(recorded.stream());
            if (row == null) {
                row = begin(recorded);
            }
            if (recorded.sequence() > row.version()) {
                benefits.put(after(row, event, recorded));
            }
        }
    }

    private static Row begin(Recorded recorded) {
        if (!(recorded.event() instanceof BenefitEvent.Granted granted)) {
            throw new IllegalStateException(
                    "benefit without a beginning at " + recorded.position());
        }
        return new Row(
                granted.benefit().value(),
                granted.application().value(),
                granted.subject(),
                granted.service().service(),
                granted.service().version(),
                granted.kind(),
                recorded.position(),
                -1,
                false,
                false,
                granted.reviewDue(),
                Paid.NOTHING);
    }

    private static Row after(Row row, BenefitEvent event, Recorded recorded) {
        boolean stopped =
                event instanceof BenefitEvent.Stopped
                        || row.stopped() && !(event instanceof BenefitEvent.Resumed);
        boolean decided =
                !(event instanceof BenefitEvent.ChangeReported
                        || isCertification(event)
                        || event instanceof BenefitEvent.ConfirmedAnew
                        || event instanceof BenefitEvent.MembersCounted
                        || event instanceof BenefitEvent.RanOut
                        || event instanceof BenefitEvent.Rerated
                        || event instanceof BenefitEvent.RateInQuestion
                        || event instanceof BenefitEvent.ClaimedBack
                        || event instanceof BenefitEvent.Fined
                        || event instanceof BenefitEvent.FineCollected);
        boolean underReview =
                event instanceof BenefitEvent.ReviewFellDue || row.underReview() && !decided;
        return new Row(
                row.benefit(),
                row.application(),
                row.person(),
                row.service(),
                row.serviceVersion(),
                row.kind(),
                row.granted(),
                recorded.sequence(),
                stopped,
                underReview,
                reviewDue(row, event),
                row.paid().after(event, recorded.stamp().day(), recorded.name()));
    }

    private static boolean isCertification(BenefitEvent event) {
        return event instanceof BenefitEvent.CertificationSet
                || event instanceof BenefitEvent.CertificationOpened
                || event instanceof BenefitEvent.CertificationReminded
                || event instanceof BenefitEvent.CertificationMissed
                || event instanceof BenefitEvent.Certified;
    }

    private static @Nullable DueDate reviewDue(Row row, BenefitEvent event) {
        if (event instanceof BenefitEvent.ConfirmedAnew it) {
            return it.reviewDue();
        } else if (event instanceof BenefitEvent.Kept it) {
            return it.reviewDue();
        } else if (event instanceof BenefitEvent.Increased it) {
            return it.reviewDue();
        } else if (event instanceof BenefitEvent.Decreased it) {
            return it.reviewDue();
        } else if (event instanceof BenefitEvent.ShareStopped it) {
            return it.reviewDue();
        } else if (event instanceof BenefitEvent.Resumed it) {
            return it.reviewDue();
        }
        boolean over =
                event instanceof BenefitEvent.Stopped
                        || event instanceof BenefitEvent.PhaseOutBegan;
        return over ? null : row.reviewDue();
    }

    private Row stored(ResultSet row) throws SQLException {
        return read(row, personal);
    }

    static Row read(ResultSet row, PersonalData personal) throws SQLException {
        String due = row.getString("review_due");
        String sealed = row.getString("sealed");
        return new Row(
                row.getString("benefit"),
                row.getString("application"),
                new PersonId(row.getString("person")),
                row.getString("service"),
                row.getInt("service_version"),
                row.getString("kind"),
                row.getLong("granted"),
                row.getLong("version"),
                row.getBoolean("stopped"),
                row.getBoolean("under_review"),
                due == null ? null : Json.read(due, DueDate.class),
                personal.decrypt(sealed)
                        .map(plain -> Json.read(plain, Paid.class))
                        .orElse(Paid.NOTHING));
    }

    private @Nullable Object[] row(Row row) {
        return new @Nullable Object[] {
            row.benefit(),
            row.application(),
            row.person(),
            row.service(),
            row.serviceVersion(),
            row.kind(),
            row.granted(),
            row.version(),
            row.stopped(),
            row.underReview(),
            row.reviewDue() == null ? null : Json.write(row.reviewDue()),
            personal.encrypt(row.person(), Json.write(row.paid()))
        };
    }
}
