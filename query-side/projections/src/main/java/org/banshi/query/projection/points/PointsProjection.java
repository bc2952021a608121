package org.banshi.query.projection.points;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.command.contract.points.Score;
import org.banshi.command.contract.settlement.CandidacyEvent;
import org.banshi.command.contract.settlement.RankedCandidate;
import org.banshi.command.contract.settlement.RoundEvent;
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

/** Keeps one row an account, and one a candidacy. */
public final class PointsProjection extends Projection {

    private final PersonalData personal;
    private final RowType<AccountRow> accounts =
            new RowType<>(
                    "points_account",
                    List.of(
                            "account text",
                            "person text",
                            "region text",
                            "offices text",
                            "version bigint",
                            "sealed text",
                            "fold text"),
                    "account",
                    this::account,
                    this::row);

    private static final RowType<StandingRow> STANDINGS =
            new RowType<>(
                    "points_standing",
                    List.of(
                            "candidacy text",
                            "person text",
                            "round text",
                            "version bigint",
                            "rank integer",
                            "fold text"),
                    "candidacy",
                    PointsProjection::standing,
                    PointsProjection::row);

    public PointsProjection(JdbcTemplate jdbc, PersonalData personal) {
        super(Views.POINTS, jdbc);
        this.personal = personal;
    }

    @Override
    public List<Table> tables() {
        return List.of(
                new Table("points_account", "account", Set.of("sealed")),
                new Table("points_standing", "candidacy", Set.of()));
    }

    @Override
    public boolean in(Class<? extends Event> type) {
        return PointsEvent.class.isAssignableFrom(type)
                || CandidacyEvent.class.isAssignableFrom(type)
                || type == RoundEvent.SliceRanked.class;
    }

    @Override
    public boolean inPersonal(Class<? extends Event> type, String component) {
        return type == PointsEvent.ScoreDetermined.class && component.equals("score");
    }

    @Override
    public Fold fold(RowStore store) {
        Rows<AccountRow> ofAccounts = new Rows<>(accounts, it -> it.account, store);
        Rows<StandingRow> standings = new Rows<>(STANDINGS, StandingRow::candidacy, store);
        return new Fold() {
            @Override
            public void take(List<Recorded> batch) {
                PointsProjection.take(batch, ofAccounts, standings);
            }

            @Override
            public void write() {
                ofAccounts.write();
                standings.write();
            }
        };
    }

    private static void take(
            List<Recorded> batch, Rows<AccountRow> accounts, Rows<StandingRow> standings) {
        Set<String> wantedAccounts = new HashSet<>();
        Set<String> wantedStandings = new HashSet<>();
        for (Recorded recorded : batch) {
            if (recorded.event() instanceof PointsEvent) {
                wantedAccounts.add(recorded.stream());
            } else if (recorded.event() instanceof CandidacyEvent) {
                wantedStandings.add(recorded.stream());
            } else if (recorded.event() instanceof RoundEvent.SliceRanked slice) {
                slice.lines().forEach(line -> wantedStandings.add(line.candidacy().value()));
            }
        }
        accounts.fetch(wantedAccounts, beginning(batch));
        standings.fetch(wantedStandings, beginning(batch));
        for (Recorded recorded : batch) {
            if (recorded.event() instanceof PointsEvent event) {
                take(event, recorded, accounts);
            } else if (recorded.event() instanceof CandidacyEvent event) {
                take(event, recorded, standings);
            } else if (recorded.event() instanceof RoundEvent.SliceRanked slice) {
                slice.lines().forEach(line -> rank(line, standings));
            }
        }
    }

    private static void take(PointsEvent event, Recorded recorded, Rows<AccountRow> accounts) {
        AccountRow row = accounts.get(recorded.stream());
        if (row == null) {
            if (!(event instanceof PointsEvent.AccountOpened opened)) {
                throw new IllegalStateException(
                        "account without a beginning at " + recorded.position());
            }
            row = AccountRow.of(opened);
        }
        if (recorded.sequence() > row.version) {
            row.on(event, recorded.sequence(), recorded.stamp().day());
            accounts.put(row);
        }
    }

    private static void take(CandidacyEvent event, Recorded recorded, Rows<StandingRow> standings) {
        StandingRow row = standings.get(recorded.stream());
        if (row == null && event instanceof CandidacyEvent.Entered entered) {
            standings.put(StandingRow.of(entered));
        } else if (row == null) {
            throw new IllegalStateException(
                    "candidacy without a beginning at " + recorded.position());
        } else if (recorded.sequence() > row.version()) {
            standings.put(row.on(event, recorded.sequence()));
        }
    }

    private static void rank(RankedCandidate line, Rows<StandingRow> standings) {
        StandingRow row = standings.get(line.candidacy().value());
        if (row != null) {
            standings.put(row.ranked(line.rank()));
        }
    }

    private AccountRow account(ResultSet row) throws SQLException {
        return new AccountRow(
                row.getString("account"),
                row.getString("person"),
                row.getString("region"),
                row.getString("offices"),
                row.getLong("version"),
                open(row.getString("sealed"), personal),
                Json.read(row.getString("fold"), AccountRow.Fold.class));
    }

    private @Nullable Object[] row(AccountRow row) {
        return new @Nullable Object[] {
            row.account,
            row.person,
            row.region,
            row.offices,
            row.version,
            row.score == null
                    ? null
                    : personal.encrypt(new PersonId(row.person), Json.write(row.score)),
            Json.write(row.fold)
        };
    }

    static @Nullable Score open(@Nullable String sealed, PersonalData personal) {
        return sealed == null
                ? null
                : personal.decrypt(sealed).map(plain -> Json.read(plain, Score.class)).orElse(null);
    }

    static StandingRow standing(ResultSet row) throws SQLException {
        return new StandingRow(
                row.getString("candidacy"),
                row.getString("person"),
                row.getString("round"),
                row.getLong("version"),
                row.getObject("rank", Integer.class),
                Json.read(row.getString("fold"), StandingRow.Fold.class));
    }

    private static @Nullable Object[] row(StandingRow row) {
        return new @Nullable Object[] {
            row.candidacy(),
            row.person(),
            row.round(),
            row.version(),
            row.rank(),
            Json.write(row.fold())
        };
    }
}
