package org.banshi.query.projection.points;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.points.Indicator;
import org.banshi.catalogue.points.PointsTable;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.points.Score;
import org.banshi.command.contract.points.ScoreLine;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.PersonalData;
import org.banshi.query.contract.points.FindPointsAccount;
import org.banshi.query.contract.points.PointsAccountView;
import org.banshi.query.contract.points.PointsAccountView.Line;
import org.banshi.query.contract.points.PointsAccountView.Published;
import org.banshi.query.contract.points.PointsAccountView.Standing;
import org.banshi.query.projection.access.AccessPredicate;
import org.banshi.query.projection.sql.Condition;
import org.banshi.query.projection.sql.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers what holders and offices ask about points accounts. */
public final class PointsQueries {

    /** Days in which the holder may object (domain rules §4.2). */
    private static final int DAYS_TO_OBJECT = 30;

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
                        ? AccessPredicate.own(query.scope())
                        : AccessPredicate.of(query.scope(), AccessPredicate.Of.CASE)
                                .and(Condition.of("person = ?", query.person()));
        return jdbc.sql(
                        """
                        SELECT account, person, region, offices, version, sealed, fold
                        FROM points_account WHERE %s
                        """
                                .formatted(visible.sql()))
                .params(visible.parameters())
                .query((row, n) -> view(row))
                .optional();
    }

    private PointsAccountView view(ResultSet row) throws SQLException {
        AccountRow.Fold fold = Json.read(row.getString("fold"), AccountRow.Fold.class);
        LocalDate barred = fold.barredUntil();
        boolean bars = barred != null && clock.today().isBefore(barred);
        return new PointsAccountView(
                row.getString("person"),
                row.getString("region"),
                fold.lapse().isEmpty() ? bars ? "barred" : "active" : fold.lapse(),
                bars ? barred : null,
                !fold.adjustments().isEmpty(),
                row.getLong("version"),
                published(PointsProjection.open(row.getString("sealed"), personal), fold),
                fold.objections(),
                standings(row.getString("person")));
    }

    private @Nullable Published published(@Nullable Score score, AccountRow.Fold fold) {
        if (score == null || fold.table() == null) {
            return null;
        }
        Optional<PointsTable> table = catalogue.reference().pointsTables().find(fold.table());
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
                catalogue
                        .reference()
                        .calendar()
                        .due(fold.publishedOn(), DAYS_TO_OBJECT, TermUnit.CALENDAR_DAYS),
                score.lines().stream().map(line -> line(line, table)).toList());
    }

    private static Line line(ScoreLine line, Optional<PointsTable> table) {
        Optional<Indicator> indicator =
                table.stream()
                        .flatMap(it -> it.indicators().stream())
                        .filter(it -> it.key().equals(line.indicator()))
                        .findFirst();
        return new Line(
                line.indicator(),
                indicator
                        .map(Indicator::name)
                        .orElseGet(() -> Text.of(line.indicator(), line.indicator())),
                line.points(),
                indicator.map(Indicator::source).orElse(""),
                indicator.map(Indicator::provisional).orElse(true));
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
