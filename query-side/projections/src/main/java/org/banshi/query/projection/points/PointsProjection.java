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
import org.banshi.query.contract.points.RoundView;
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
                            "fold text",
                            "told text",
                            "objection_due date"),
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

    private static final RowType<RoundRow> ROUNDS =
            new RowType<>(
                    "points_round",
                    List.of("round text", "region text", "year integer", "fold text"),
                    "round",
                    PointsProjection::round,
                    PointsProjection::row);

    public PointsProjection(JdbcTemplate jdbc, PersonalData personal) {
        super(Views.POINTS, jdbc);
        this.personal = personal;
    }

    @Override
    public List<Table> tables() {
        return List.of(
                new Table("points_account", "account", Set.of("sealed", "told")),
                new Table("points_standing", "candidacy", Set.of()),
                new Table("points_round", "round", Set.of()));
    }

    @Override
    public boolean in(Class<? extends Event> type) {
        return PointsEvent.class.isAssignableFrom(type)
                || CandidacyEvent.class.isAssignableFrom(type)
                || RoundEvent.class.isAssignableFrom(type);
    }

    @Override
    public boolean inPersonal(Class<? extends Event> type, String component) {
        return switch (component) {
            case "score", "nextOn" -> type == PointsEvent.ScoreDetermined.class;
            case "objection" -> type == PointsEvent.ObjectionRaised.class;
            case "opinion" -> type == PointsEvent.ObjectionPassedOn.class;
            case "findings" -> type == PointsEvent.ObjectionDecided.class;
            default -> false;
        };
    }

    @Override
    public Fold fold(RowStore store) {
        Rows<AccountRow> ofAccounts = new Rows<>(accounts, it -> it.account, store);
        Rows<StandingRow> standings = new Rows<>(STANDINGS, StandingRow::candidacy, store);
        Rows<RoundRow> rounds = new Rows<>(ROUNDS, it -> it.round, store);
        return new Fold() {
            @Override
            public void take(List<Recorded> batch) {
                PointsProjection.take(batch, ofAccounts, standings, rounds);
            }

            @Override
            public void write() {
                ofAccounts.write();
                standings.write();
                rounds.write();
            }
        };
    }

    private static void take(
            List<Recorded> batch,
            Rows<AccountRow> accounts,
            Rows<StandingRow> standings,
            Rows<RoundRow> rounds) {
        Set<String> wantedAccounts = new HashSet<>();
        Set<String> wantedStandings = new HashSet<>();
        Set<String> wantedRounds = new HashSet<>();
        for (Recorded recorded : batch) {
            if (recorded.event() instanceof PointsEvent) {
                wantedAccounts.add(recorded.stream());
            } else if (recorded.event() instanceof CandidacyEvent event) {
                wantedStandings.add(recorded.stream());
                wantedRounds.add(event.candidacy().round().value());
            } else if (recorded.event() instanceof RoundEvent event) {
                wantedRounds.add(event.round().value());
                if (event instanceof RoundEvent.SliceRanked slice) {
                    slice.lines().forEach(line -> wantedStandings.add(line.candidacy().value()));
                }
            }
        }
        accounts.fetch(wantedAccounts, beginning(batch));
        standings.fetch(wantedStandings, beginning(batch));
        rounds.fetch(wantedRounds, beginning(batch));
        for (Recorded recorded : batch) {
            if (recorded.event() instanceof PointsEvent event) {
                take(event, recorded, accounts);
            } else if (recorded.event() instanceof CandidacyEvent event) {
                take(event, recorded, standings, rounds);
            } else if (recorded.event() instanceof RoundEvent event) {
                take(event, recorded, rounds);
                if (event instanceof RoundEvent.SliceRanked slice) {
                    slice.lines().forEach(line -> rank(line, standings));
                }
            }
        }
    }

    private static void take(RoundEvent event, Recorded recorded, Rows<RoundRow> rounds) {
        RoundRow row = rounds.get(event.round().value());
        if (event instanceof RoundEvent.RoundOpened opened && row == null) {
            rounds.put(new RoundRow(opened));
        } else if (row != null) {
            row.on(event, recorded.stamp().at());
            rounds.put(row);
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

    /** A round counts what its candidate's row had not taken before. */
    private static void take(
            CandidacyEvent event,
            Recorded recorded,
            Rows<StandingRow> standings,
            Rows<RoundRow> rounds) {
        StandingRow row = standings.get(recorded.stream());
        RoundRow round = rounds.get(event.candidacy().round().value());
        boolean first = row == null || recorded.sequence() > row.version();
        if (first && round != null) {
            round.count(event);
            rounds.put(round);
        }
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
                Json.read(row.getString("fold"), AccountRow.Fold.class),
                told(row.getString("told"), personal));
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
            Json.write(row.fold()),
            row.told() == null
                    ? null
                    : personal.encrypt(new PersonId(row.person), Json.write(row.told())),
            row.objectionDue()
        };
    }

    static AccountRow.@Nullable Told told(@Nullable String sealed, PersonalData personal) {
        return sealed == null
                ? null
                : personal.decrypt(sealed)
                        .map(plain -> Json.read(plain, AccountRow.Told.class))
                        .orElse(null);
    }

    static RoundRow round(ResultSet row) throws SQLException {
        return new RoundRow(Json.read(row.getString("fold"), RoundView.class));
    }

    private static @Nullable Object[] row(RoundRow row) {
        return new @Nullable Object[] {row.round, row.region, row.year, Json.write(row.view())};
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
