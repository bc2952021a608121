package org.banshi.query.projection.dispute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.ArbitrationEvent.AccessOpened;
import org.banshi.command.contract.arbitration.ArbitrationEvent.Docketed;
import org.banshi.command.contract.arbitration.ArbitrationEvent.HearingAdjourned;
import org.banshi.command.contract.arbitration.ArbitrationEvent.HearingHeld;
import org.banshi.command.contract.arbitration.ArbitrationEvent.HearingSet;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.page.Views;
import org.banshi.query.projection.Projection;
import org.banshi.query.projection.access.Offices;
import org.banshi.query.projection.fold.Fold;
import org.banshi.query.projection.fold.RowStore;
import org.banshi.query.projection.fold.RowType;
import org.banshi.query.projection.fold.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps the hearing calendar, and who may see a dispute as which party. */
public final class DisputeProjection extends Projection {

    private static final String FAMILY = "labour-arbitration";
    private static final String COMMITTEE = "arbitration-committee";
    private static final String PANEL = "arbitration-panel";

    /** The first claimant: the applicant's own account. */
    private static final String APPLICANT = "a1";

    private record CaseOf(
            String application, String number, String region, @Nullable String service) {}

    private record SeatRow(
            String seat,
            String application,
            String number,
            String party,
            String person,
            Instant joinedAt,
            @Nullable String service) {}

    private record Row(
            String hearing,
            CaseOf of,
            String offices,
            int serial,
            LocalDate day,
            String half,
            String room,
            String arbitrators,
            String state) {

        Row now(String next) {
            return new Row(hearing, of, offices, serial, day, half, room, arbitrators, next);
        }
    }

    private static final RowType<CaseOf> CASES =
            new RowType<>(
                    "dispute_case",
                    List.of("application text", "number text", "region text", "service text"),
                    "application",
                    DisputeProjection::caseOf,
                    of ->
                            new @Nullable Object[] {
                                of.application(), of.number(), of.region(), of.service()
                            });

    private static final RowType<SeatRow> SEATS =
            new RowType<>(
                    "dispute_seat",
                    List.of(
                            "seat text",
                            "application text",
                            "number text",
                            "party text",
                            "person text",
                            "joined_at timestamptz",
                            "service text"),
                    "seat",
                    DisputeProjection::seat,
                    it ->
                            new @Nullable Object[] {
                                it.seat(),
                                it.application(),
                                it.number(),
                                it.party(),
                                it.person(),
                                it.joinedAt(),
                                it.service()
                            });

    private static final RowType<Row> HEARINGS =
            new RowType<>(
                    "dispute_hearing",
                    List.of(
                            "hearing text",
                            "application text",
                            "number text",
                            "region text",
                            "offices text",
                            "serial int",
                            "day date",
                            "half text",
                            "room text",
                            "arbitrators text",
                            "state text"),
                    "hearing",
                    DisputeProjection::hearing,
                    DisputeProjection::row);

    private final Catalogue catalogue;

    public DisputeProjection(JdbcTemplate jdbc, Catalogue catalogue) {
        super(Views.DISPUTES, jdbc);
        this.catalogue = catalogue;
    }

    @Override
    public List<Table> tables() {
        return List.of(
                new Table("dispute_case", "application", Set.of()),
                new Table("dispute_seat", "seat", Set.of()),
                new Table("dispute_hearing", "hearing", Set.of()));
    }

    @Override
    public boolean in(Class<? extends Event> type) {
        return type == Applied.class
                || type == Docketed.class
                || type == AccessOpened.class
                || type == HearingSet.class
                || type == HearingAdjourned.class
                || type == HearingHeld.class;
    }

    @Override
    public boolean inPersonal(Class<? extends Event> type, String component) {
        return false;
    }

    @Override
    public Fold fold(RowStore store) {
        Rows<CaseOf> cases = new Rows<>(CASES, CaseOf::application, store);
        Rows<SeatRow> seats = new Rows<>(SEATS, SeatRow::seat, store);
        Rows<Row> hearings = new Rows<>(HEARINGS, Row::hearing, store);
        return new Fold() {
            @Override
            public void take(List<Recorded> batch) {
                DisputeProjection.this.take(batch, cases, seats, hearings);
            }

            @Override
            public void write() {
                cases.write();
                seats.write();
                hearings.write();
            }
        };
    }

    private void take(
            List<Recorded> batch, Rows<CaseOf> cases, Rows<SeatRow> seats, Rows<Row> hearings) {
        Set<String> disputes = new HashSet<>();
        Set<String> named = new HashSet<>();
        for (Recorded recorded : batch) {
            if (recorded.event() instanceof Applied applied && isDispute(applied)) {
                cases.put(
                        new CaseOf(
                                applied.application().value(),
                                applied.number(),
                                applied.region().value(),
                                applied.service().service()));
            } else if (recorded.event() instanceof ArbitrationEvent event) {
                disputes.add(event.application().value());
                if (event instanceof HearingAdjourned adjourned) {
                    named.add(key(adjourned, adjourned.hearing()));
                } else if (event instanceof HearingHeld held) {
                    named.add(key(held, held.hearing()));
                }
            }
        }
        cases.fetch(disputes, Set.of());
        hearings.fetch(named, Set.of());
        for (Recorded recorded : batch) {
            if (recorded.event() instanceof ArbitrationEvent event) {
                CaseOf of = cases.get(event.application().value());
                if (of == null) {
                    throw new IllegalStateException(
                            "dispute without a case at " + recorded.position());
                }
                take(event, recorded, of, seats, hearings);
            }
        }
    }

    private static void take(
            ArbitrationEvent event,
            Recorded recorded,
            CaseOf of,
            Rows<SeatRow> seats,
            Rows<Row> hearings) {
        Instant at = recorded.stamp().at();
        if (event instanceof Docketed docketed) {
            seats.put(seat(of, APPLICANT, docketed.subject().value(), at));
        } else if (event instanceof AccessOpened opened) {
            seats.put(seat(of, opened.party(), opened.person().value(), at));
        } else if (event instanceof HearingSet set) {
            hearings.put(row(set, of));
        } else if (event instanceof HearingAdjourned adjourned) {
            move(key(adjourned, adjourned.hearing()), "adjourned", hearings);
        } else if (event instanceof HearingHeld held) {
            move(key(held, held.hearing()), "held", hearings);
        }
    }

    /** A version that this node does not know yet may be one. */
    private boolean isDispute(Applied applied) {
        return catalogue.find(applied.service()).map(it -> it.family().equals(FAMILY)).orElse(true);
    }

    private static void move(String key, String state, Rows<Row> hearings) {
        Row row = hearings.get(key);
        if (row != null) {
            hearings.put(row.now(state));
        }
    }

    private static SeatRow seat(CaseOf of, String party, String person, Instant at) {
        return new SeatRow(
                of.application() + "/" + party + "/" + person,
                of.application(),
                of.number(),
                party,
                person,
                at,
                of.service());
    }

    private static Row row(HearingSet set, CaseOf of) {
        RegionCode seat = new RegionCode(of.region()).county();
        return new Row(
                key(set, set.hearing()),
                of,
                Offices.with(Offices.with(Offices.NONE, COMMITTEE, seat), PANEL, seat),
                set.hearing(),
                set.day(),
                set.half().name(),
                set.room(),
                String.join("\n", set.arbitrators()),
                "set");
    }

    private static String key(ArbitrationEvent event, int hearing) {
        return event.application().value() + "/" + hearing;
    }

    private static CaseOf caseOf(ResultSet row) throws SQLException {
        return new CaseOf(
                row.getString("application"),
                row.getString("number"),
                row.getString("region"),
                row.getString("service"));
    }

    private static SeatRow seat(ResultSet row) throws SQLException {
        return new SeatRow(
                row.getString("seat"),
                row.getString("application"),
                row.getString("number"),
                row.getString("party"),
                row.getString("person"),
                row.getTimestamp("joined_at").toInstant(),
                row.getString("service"));
    }

    private static Row hearing(ResultSet row) throws SQLException {
        return new Row(
                row.getString("hearing"),
                new CaseOf(
                        row.getString("application"),
                        row.getString("number"),
                        row.getString("region"),
                        null),
                row.getString("offices"),
                row.getInt("serial"),
                row.getObject("day", LocalDate.class),
                row.getString("half"),
                row.getString("room"),
                row.getString("arbitrators"),
                row.getString("state"));
    }

    private static @Nullable Object[] row(Row row) {
        return new @Nullable Object[] {
            row.hearing(),
            row.of().application(),
            row.of().number(),
            row.of().region(),
            row.offices(),
            row.serial(),
            row.day(),
            row.half(),
            row.room(),
            row.arbitrators(),
            row.state()
        };
    }
}
