package org.banshi.query.projection.points;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.points.Indicator;
import org.banshi.catalogue.points.PointsTable;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.points.ObjectionTerm;
import org.banshi.command.contract.points.Score;
import org.banshi.command.contract.points.ScoreLine;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.PersonalData;
import org.banshi.query.contract.points.FindOpenObjections;
import org.banshi.query.contract.points.FindPointsAccount;
import org.banshi.query.contract.points.FindRound;
import org.banshi.query.contract.points.FindRounds;
import org.banshi.query.contract.points.ObjectionRow;
import org.banshi.query.contract.points.PointsAccountView;
import org.banshi.query.contract.points.PointsAccountView.Basis;
import org.banshi.query.contract.points.PointsAccountView.Line;
import org.banshi.query.contract.points.PointsAccountView.Objection;
import org.banshi.query.contract.points.PointsAccountView.Published;
import org.banshi.query.contract.points.PointsAccountView.Said;
import org.banshi.query.contract.points.PointsAccountView.Standing;
import org.banshi.query.contract.points.RoundView;
import org.banshi.query.projection.access.AccessPredicate;
import org.banshi.query.projection.sql.Condition;
import org.banshi.query.projection.sql.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers what holders and offices ask about points accounts. */
public final class PointsQueries {

    /** The body that adds up and publishes (domain rules §4.2, step 4). */
    private static final String DETERMINED_BY = "county-newcomer";

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final PersonalData personal;
    private final BusinessClock clock;

    public PointsQueries(
            JdbcClient jdbc, Catalogue catalogue, PersonalData personal, BusinessClock clock) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.personal = personal;
        this.clock = clock;
    }

    @QueryHandler
    public Optional<PointsAccountView> handle(FindPointsAccount query) {
        Condition visible =
                query.person() == null
                        ? AccessPredicate.own(query.scope(), "points_account")
                        : AccessPredicate.of(query.scope(), AccessPredicate.Of.CASE)
                                .and(Condition.of("person = ?", query.person()));
        return jdbc.sql(
                        """
                        SELECT account, person, region, offices, version, sealed, fold, told
                        FROM points_account WHERE %s
                        """
                                .formatted(visible.sql()))
                .params(visible.parameters())
                .query((row, n) -> view(row))
                .optional();
    }

    @QueryHandler
    public List<ObjectionRow> handle(FindOpenObjections query) {
        Condition visible = AccessPredicate.of(query.scope(), AccessPredicate.Of.CASE);
        return jdbc
                .sql(
                        """
                        SELECT person, region, fold FROM points_account
                        WHERE objection_due IS NOT NULL AND %s
                        ORDER BY objection_due, account LIMIT %d
                        """
                                .formatted(visible.sql(), FindOpenObjections.MOST))
                .params(visible.parameters())
                .query((row, n) -> open(row))
                .list()
                .stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(it -> it.due().day()))
                .toList();
    }

    @QueryHandler
    public Optional<RoundView> handle(FindRound query) {
        return jdbc.sql("SELECT fold FROM points_round WHERE round = ?")
                .param(query.round())
                .query((row, n) -> Json.read(row.getString("fold"), RoundView.class))
                .optional();
    }

    @QueryHandler
    public List<RoundView> handle(FindRounds query) {
        Condition of =
                query.city() == null ? Condition.ALL : Condition.of("region = ?", query.city());
        return jdbc.sql(
                        "SELECT fold FROM points_round WHERE %s ORDER BY year DESC, region"
                                .formatted(of.sql()))
                .params(of.parameters())
                .query((row, n) -> Json.read(row.getString("fold"), RoundView.class))
                .list();
    }

    private List<ObjectionRow> open(ResultSet row) throws SQLException {
        AccountRow.Fold fold = Json.read(row.getString("fold"), AccountRow.Fold.class);
        String person = row.getString("person");
        String region = row.getString("region");
        Optional<PointsTable> table = table(fold);
        return fold.objections().stream()
                .filter(it -> it.due() != null)
                .map(
                        it ->
                                new ObjectionRow(
                                        person,
                                        region,
                                        it.serial(),
                                        name(it.indicator(), table),
                                        it.stage(),
                                        it.due()))
                .toList();
    }

    private Optional<PointsTable> table(AccountRow.Fold fold) {
        return Optional.ofNullable(fold.table())
                .flatMap(it -> catalogue.reference().pointsTables().find(it));
    }

    private static Text name(String indicator, Optional<PointsTable> table) {
        return indicator(indicator, table)
                .map(Indicator::name)
                .orElseGet(() -> Text.of(indicator, indicator));
    }

    private static Optional<Indicator> indicator(String key, Optional<PointsTable> table) {
        return table.stream()
                .flatMap(it -> it.indicators().stream())
                .filter(it -> it.key().equals(key))
                .findFirst();
    }

    private PointsAccountView view(ResultSet row) throws SQLException {
        AccountRow.Fold fold = Json.read(row.getString("fold"), AccountRow.Fold.class);
        AccountRow.Told told = PointsProjection.told(row.getString("told"), personal);
        RegionCode region = new RegionCode(row.getString("region"));
        LocalDate barred = fold.barredUntil();
        boolean bars = barred != null && clock.today().isBefore(barred);
        return new PointsAccountView(
                row.getString("person"),
                row.getString("region"),
                fold.lapse().isEmpty() ? bars ? "barred" : "active" : fold.lapse(),
                bars ? barred : null,
                !fold.adjustments().isEmpty(),
                row.getLong("version"),
                published(
                        PointsProjection.open(row.getString("sealed"), personal),
                        fold,
                        told == null ? null : told.nextOn(),
                        region),
                objections(fold, told == null ? Map.of() : told.said()),
                standings(row.getString("person")));
    }

    private List<Objection> objections(AccountRow.Fold fold, Map<Integer, Said> said) {
        Optional<PointsTable> table = table(fold);
        return fold.objections().stream()
                .map(
                        it ->
                                new Objection(
                                        it.serial(),
                                        it.indicator(),
                                        it.stage(),
                                        it.due(),
                                        it.upheld(),
                                        name(it.indicator(), table),
                                        it.raisedOn(),
                                        said.get(it.serial())))
                .toList();
    }

    private @Nullable Published published(
            @Nullable Score score,
            AccountRow.Fold fold,
            @Nullable LocalDate nextOn,
            RegionCode region) {
        if (score == null || fold.table() == null) {
            return null;
        }
        Optional<PointsTable> table = table(fold);
        return new Published(
                fold.table(),
                table.map(PointsTable::name).orElseGet(() -> Text.of(fold.table(), fold.table())),
                fold.asOf(),
                score.base(),
                score.plus(),
                score.minus(),
                score.total(),
                score.settlement(),
                score.barred(),
                score.provisional(),
                objectBy(fold.term().latest().orElse(fold.publishedOn())),
                fold.cause(),
                fold.publishedOn(),
                catalogue
                        .reference()
                        .office(DETERMINED_BY, region)
                        .map(ReferenceData.Office::name)
                        .orElseGet(() -> Text.of(DETERMINED_BY, DETERMINED_BY)),
                nextOn,
                score.lines().stream().map(line -> line(line, table, fold)).toList());
    }

    private DueDate objectBy(LocalDate published) {
        return catalogue
                .reference()
                .calendar()
                .due(published, ObjectionTerm.DAYS, TermUnit.CALENDAR_DAYS);
    }

    private Line line(ScoreLine line, Optional<PointsTable> table, AccountRow.Fold fold) {
        Optional<Indicator> indicator = indicator(line.indicator(), table);
        return new Line(
                line.indicator(),
                name(line.indicator(), table),
                line.points(),
                catalogue
                        .reference()
                        .sources()
                        .readable(indicator.map(Indicator::source).orElse("")),
                line.points() == null || indicator.map(it -> it.isOpen(line.points())).orElse(true),
                fold.items().stream()
                        .filter(it -> it.indicator().equals(line.indicator()))
                        .map(it -> new Basis(it.origin(), it.on(), it.evidence(), it.answers()))
                        .findFirst()
                        .orElse(null),
                objectBy(fold.term().publishedOn(line.indicator()).orElse(fold.publishedOn())));
    }

    private List<Standing> standings(String person) {
        return jdbc.sql(
                        """
                        SELECT candidacy, person, round, version, rank, fold
                        FROM points_standing WHERE person = ? ORDER BY round DESC
                        """)
                .param(person)
                .query((row, n) -> standing(PointsProjection.standing(row)))
                .list();
    }

    private static Standing standing(StandingRow row) {
        return new Standing(
                row.round(),
                row.fold().status(),
                row.fold().keys().base(),
                row.fold().keys().medicalMonths(),
                row.fold().keys().permitMonths(),
                row.rank(),
                row.fold().confirmBy());
    }
}
