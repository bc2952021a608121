package org.banshi.query.projection.caseload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ApplicationEvent.AcceptanceRefused;
import org.banshi.command.contract.application.ApplicationEvent.Concluded;
import org.banshi.command.contract.application.ApplicationEvent.StageStarted;
import org.banshi.command.contract.application.ApplicationEvent.Terminated;
import org.banshi.command.contract.application.ApplicationEvent.VersionChanged;
import org.banshi.command.contract.application.ApplicationEvent.Withdrawn;
import org.banshi.command.contract.application.Conclusion;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.arbitration.ArbitrationEvent.DeemedWithdrawn;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.progress.CaseStatus;
import org.banshi.query.projection.clock.CaseClock;
import org.banshi.query.projection.fold.RowType;
import org.banshi.query.projection.progress.Endings;
import org.jspecify.annotations.Nullable;

/** A case while its events are folded. */
final class CaseLine {

    static final RowType<CaseLine> ROWS =
            new RowType<>(
                    "caseload_case",
                    List.of(
                            "application text",
                            "version bigint",
                            "number text",
                            "service text",
                            "service_version integer",
                            "region text",
                            "office text",
                            "received_on date",
                            "due date",
                            "due_provisional boolean",
                            "still_since date",
                            "step text",
                            "mark text",
                            "outcome text"),
                    "application",
                    CaseLine::read,
                    CaseLine::row);

    final String application;
    final String number;
    ServiceVersion service;
    final RegionCode region;
    final LocalDate receivedOn;

    long version = -1;
    private Endings endings = Endings.NONE;
    private @Nullable String office;
    private @Nullable DueDate due;
    private @Nullable LocalDate stillSince;
    private @Nullable String outcome;

    CaseLine(
            String application,
            String number,
            ServiceVersion service,
            RegionCode region,
            LocalDate receivedOn) {
        this.application = application;
        this.number = number;
        this.service = service;
        this.region = region;
        this.receivedOn = receivedOn;
    }

    List<Cell> received() {
        return Cell.of(region, receivedOn, service.service(), Cell.RECEIVED, Cell.NONE, 0);
    }

    /**
     * Takes an event; answers what is to be counted.
     *
     * @param definition of the case's item, where it is known
     */
    List<Cell> take(Recorded recorded, Optional<ServiceDefinition> definition) {
        Event event = recorded.event();
        LocalDate day = recorded.stamp().day();
        if (event instanceof VersionChanged changed) {
            service = changed.to();
        }
        definition.ifPresent(item -> endings = endings.after(recorded, item));
        due = CaseClock.due(due, event);
        if (CaseClock.stops(event)) {
            stillSince = day;
        } else if (CaseClock.starts(event)) {
            stillSince = null;
        }
        if (event instanceof StageStarted stage) {
            office = stage.body() + ":" + stage.region().value();
        }
        CaseStatus end = end(event);
        if (end == null || outcome != null) {
            return List.of();
        }
        String own = event instanceof Concluded ? endings.ended() : null;
        outcome = own == null ? end.key() : Cell.closed(own);
        return Cell.of(
                region,
                day,
                service.service(),
                outcome,
                end == CaseStatus.WITHDRAWN ? Cell.NONE : kept(day),
                (int) ChronoUnit.DAYS.between(receivedOn, day));
    }

    /** While the clock stands still no day is lost. */
    private String kept(LocalDate day) {
        if (due == null) {
            return Cell.UNDATED;
        }
        LocalDate counted = stillSince == null ? day : stillSince;
        return counted.isAfter(due.day()) ? Cell.LATE : Cell.IN_TIME;
    }

    private static @Nullable CaseStatus end(Event event) {
        if (event instanceof Concluded concluded) {
            return concluded.conclusion() == Conclusion.APPROVED
                    ? CaseStatus.APPROVED
                    : CaseStatus.REJECTED;
        } else if (event instanceof AcceptanceRefused) {
            return CaseStatus.ACCEPTANCE_REFUSED;
        } else if (event instanceof Withdrawn || event instanceof DeemedWithdrawn) {
            return CaseStatus.WITHDRAWN;
        }
        return event instanceof Terminated ? CaseStatus.TERMINATED : null;
    }

    private static CaseLine read(ResultSet row) throws SQLException {
        CaseLine line =
                new CaseLine(
                        row.getString("application"),
                        row.getString("number"),
                        new ServiceVersion(row.getString("service"), row.getInt("service_version")),
                        new RegionCode(row.getString("region")),
                        row.getObject("received_on", LocalDate.class));
        line.version = row.getLong("version");
        line.office = row.getString("office");
        LocalDate day = row.getObject("due", LocalDate.class);
        line.due = day == null ? null : new DueDate(day, row.getBoolean("due_provisional"));
        line.stillSince = row.getObject("still_since", LocalDate.class);
        line.endings = new Endings(row.getString("step"), row.getString("mark"), null);
        line.outcome = row.getString("outcome");
        return line;
    }

    private static @Nullable Object[] row(CaseLine line) {
        DueDate due = line.due;
        return new @Nullable Object[] {
            line.application,
            line.version,
            line.number,
            line.service.service(),
            line.service.version(),
            line.region.value(),
            line.office,
            line.receivedOn,
            due == null ? null : due.day(),
            due != null && due.provisional(),
            line.stillSince,
            line.endings.step(),
            line.endings.mark(),
            line.outcome
        };
    }
}
