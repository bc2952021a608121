package org.banshi.query.projection.points;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.points.LapseReason;
import org.banshi.command.contract.points.ObjectionStage;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.command.contract.points.Score;
import org.banshi.query.contract.points.PointsAccountView.Objection;
import org.jspecify.annotations.Nullable;

/** An account while events are folded into it. */
final class AccountRow {

    /**
     * Offices of newcomer services, by their bodies; each has its seat in a region of its level.
     */
    private static final String OFFICES =
            " newcomer-service:%1$s county-newcomer:%1$s city-newcomer:%2$s";

    /**
     * What is known beside the score.
     *
     * @param asOf day on which the score was counted, and {@code publishedOn} that of publication
     */
    record Fold(
            String lapse,
            @Nullable LocalDate barredUntil,
            List<String> adjustments,
            @Nullable String table,
            @Nullable LocalDate asOf,
            @Nullable LocalDate publishedOn,
            List<Objection> objections) {

        static final Fold NEW = new Fold("", null, List.of(), null, null, null, List.of());
    }

    final String account;
    final String person;
    final String region;
    final String offices;
    long version;
    @Nullable Score score;
    Fold fold;

    AccountRow(
            String account,
            String person,
            String region,
            String offices,
            long version,
            @Nullable Score score,
            Fold fold) {
        this.account = account;
        this.person = person;
        this.region = region;
        this.offices = offices;
        this.version = version;
        this.score = score;
        this.fold = fold;
    }

    static AccountRow of(PointsEvent.AccountOpened opened) {
        return new AccountRow(
                opened.account().value(),
                opened.subject().value(),
                opened.region().value(),
                OFFICES.formatted(opened.region().county(), opened.region().city()),
                -1,
                null,
                Fold.NEW);
    }

    void on(PointsEvent event, long sequence, LocalDate day) {
        version = sequence;
        if (event instanceof PointsEvent.AdjustmentBegun it) {
            List<String> adjustments = new ArrayList<>(fold.adjustments());
            adjustments.add(it.application().value());
            fold = with(adjustments);
        } else if (event instanceof PointsEvent.AdjustmentDropped it) {
            fold = with(without(it.application().value()));
        } else if (event instanceof PointsEvent.ScoreDetermined it) {
            score = it.score();
            fold =
                    new Fold(
                            fold.lapse(),
                            fold.barredUntil(),
                            it.application() == null
                                    ? fold.adjustments()
                                    : without(it.application().value()),
                            it.table(),
                            it.asOf(),
                            day,
                            fold.objections());
        } else if (event instanceof PointsEvent.AccountLapsed it) {
            fold = lapsed(it.reason() == LapseReason.PERMIT_SUSPENDED ? "suspended" : "lapsed");
        } else if (event instanceof PointsEvent.AccountReactivated) {
            fold = lapsed("");
        } else if (event instanceof PointsEvent.AccountVoided it) {
            score = null;
            fold = new Fold(fold.lapse(), it.barredUntil(), List.of(), null, null, null, List.of());
        } else {
            onObjection(event);
        }
    }

    private void onObjection(PointsEvent event) {
        if (event instanceof PointsEvent.ObjectionRaised it) {
            replace(
                    new Objection(
                            it.serial(),
                            it.indicator(),
                            ObjectionStage.WINDOW.name(),
                            it.due(),
                            null));
        } else if (event instanceof PointsEvent.ObjectionPassedOn it) {
            change(it.serial(), it.stage().name(), it.due(), null);
        } else if (event instanceof PointsEvent.ObjectionDecided it) {
            change(it.serial(), null, null, it.upheld());
        }
    }

    private void change(
            int serial, @Nullable String stage, @Nullable DueDate due, @Nullable Boolean upheld) {
        fold.objections().stream()
                .filter(it -> it.serial() == serial)
                .findFirst()
                .ifPresent(
                        it ->
                                replace(
                                        new Objection(
                                                serial,
                                                it.indicator(),
                                                stage == null ? it.stage() : stage,
                                                due,
                                                upheld)));
    }

    private void replace(Objection objection) {
        List<Objection> objections = new ArrayList<>(fold.objections());
        objections.removeIf(it -> it.serial() == objection.serial());
        objections.add(objection);
        fold =
                new Fold(
                        fold.lapse(),
                        fold.barredUntil(),
                        fold.adjustments(),
                        fold.table(),
                        fold.asOf(),
                        fold.publishedOn(),
                        objections);
    }

    private List<String> without(String application) {
        return fold.adjustments().stream().filter(it -> !it.equals(application)).toList();
    }

    private Fold with(List<String> adjustments) {
        return new Fold(
                fold.lapse(),
                fold.barredUntil(),
                adjustments,
                fold.table(),
                fold.asOf(),
                fold.publishedOn(),
                fold.objections());
    }

    private Fold lapsed(String lapse) {
        return new Fold(
                lapse,
                fold.barredUntil(),
                fold.adjustments(),
                fold.table(),
                fold.asOf(),
                fold.publishedOn(),
                fold.objections());
    }
}
