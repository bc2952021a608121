package org.banshi.query.projection.points;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.points.DepartmentAnswer;
import org.banshi.command.contract.points.LapseReason;
import org.banshi.command.contract.points.ObjectionStage;
import org.banshi.command.contract.points.ObjectionTerm;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.command.contract.points.Score;
import org.banshi.query.contract.points.PointsAccountView.Said;
import org.jspecify.annotations.Nullable;

/** An account while events are folded into it. */
final class AccountRow {

    /**
     * Offices of newcomer services, by their bodies; each has its seat in a region of its level.
     */
    private static final String OFFICES =
            " newcomer-service:%1$s county-newcomer:%1$s city-newcomer:%2$s";

    /** What an indicator rests on. */
    record Item(
            String indicator,
            String origin,
            LocalDate on,
            List<String> evidence,
            List<DepartmentAnswer> answers) {}

    /** An objection; {@code upheld} is null while it is open. */
    record Raised(
            int serial,
            String indicator,
            String stage,
            @Nullable DueDate due,
            @Nullable Boolean upheld,
            @Nullable LocalDate raisedOn) {}

    /**
     * What is known beside the score, in clear.
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
            List<Raised> objections,
            @Nullable String cause,
            List<Item> items,
            ObjectionTerm term) {

        /** A row that an older program wrote says nothing of items, nor of single lines. */
        Fold {
            items = items == null ? List.of() : items;
            term = term == null ? new ObjectionTerm(Map.of(), Set.of(), publishedOn) : term;
        }
    }

    /** What is known beside the score, of the person. */
    record Told(@Nullable LocalDate nextOn, Map<Integer, Said> said) {}

    final String account;
    final String person;
    final String region;
    final String offices;
    long version;
    @Nullable Score score;
    private String lapse = "";
    private @Nullable LocalDate barredUntil;
    private final List<String> adjustments = new ArrayList<>();
    private @Nullable String table;
    private @Nullable LocalDate asOf;
    private @Nullable LocalDate publishedOn;
    private @Nullable String cause;
    private @Nullable LocalDate nextOn;
    private final List<Raised> objections = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private ObjectionTerm term = ObjectionTerm.NONE;
    private final Map<Integer, Said> said = new TreeMap<>();

    private AccountRow(String account, String person, String region, String offices, long version) {
        this.account = account;
        this.person = person;
        this.region = region;
        this.offices = offices;
        this.version = version;
    }

    /** As it was written. */
    AccountRow(
            String account,
            String person,
            String region,
            String offices,
            long version,
            @Nullable Score score,
            Fold fold,
            @Nullable Told told) {
        this(account, person, region, offices, version);
        this.score = score;
        this.lapse = fold.lapse();
        this.barredUntil = fold.barredUntil();
        this.adjustments.addAll(fold.adjustments());
        this.table = fold.table();
        this.asOf = fold.asOf();
        this.publishedOn = fold.publishedOn();
        this.cause = fold.cause();
        this.objections.addAll(fold.objections());
        this.items.addAll(fold.items());
        this.term = fold.term();
        if (told != null) {
            this.nextOn = told.nextOn();
            this.said.putAll(told.said());
        }
    }

    static AccountRow of(PointsEvent.AccountOpened opened) {
        return new AccountRow(
                opened.account().value(),
                opened.subject().value(),
                opened.region().value(),
                OFFICES.formatted(opened.region().county(), opened.region().city()),
                -1);
    }

    Fold fold() {
        return new Fold(
                lapse,
                barredUntil,
                List.copyOf(adjustments),
                table,
                asOf,
                publishedOn,
                List.copyOf(objections),
                cause,
                List.copyOf(items),
                term);
    }

    /** Null where there is nothing to tell. */
    @Nullable Told told() {
        return nextOn == null && said.isEmpty() ? null : new Told(nextOn, new TreeMap<>(said));
    }

    /** The first last day of those objections that wait; null where none does. */
    @Nullable LocalDate objectionDue() {
        return objections.stream()
                .map(Raised::due)
                .filter(it -> it != null)
                .map(DueDate::day)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    void on(PointsEvent event, long sequence, LocalDate day) {
        version = sequence;
        if (event instanceof PointsEvent.AdjustmentBegun it) {
            adjustments.add(it.application().value());
        } else if (event instanceof PointsEvent.AdjustmentDropped it) {
            adjustments.remove(it.application().value());
        } else if (event instanceof PointsEvent.ItemRecorded it) {
            items.removeIf(item -> item.indicator().equals(it.indicator()));
            items.add(
                    new Item(it.indicator(), it.origin().name(), day, it.evidence(), it.answers()));
            term = term.recorded(it.indicator());
        } else if (event instanceof PointsEvent.ItemWithdrawn it) {
            items.removeIf(item -> item.indicator().equals(it.indicator()));
        } else if (event instanceof PointsEvent.ScoreDetermined it) {
            scored(it, day);
        } else if (event instanceof PointsEvent.AccountLapsed it) {
            lapse = it.reason() == LapseReason.PERMIT_SUSPENDED ? "suspended" : "lapsed";
        } else if (event instanceof PointsEvent.AccountReactivated) {
            lapse = "";
        } else if (event instanceof PointsEvent.AccountVoided it) {
            empty();
            barredUntil = it.barredUntil();
            lapse = lapse.equals("suspended") ? lapse : "";
        } else {
            onObjection(event, day);
        }
    }

    private void scored(PointsEvent.ScoreDetermined it, LocalDate day) {
        term = term.scored(score, it.score(), it.cause(), day);
        score = it.score();
        if (it.application() != null) {
            adjustments.remove(it.application().value());
        }
        table = it.table();
        asOf = it.asOf();
        publishedOn = day;
        cause = it.cause().name();
        nextOn = it.nextOn();
    }

    private void empty() {
        score = null;
        term = ObjectionTerm.NONE;
        adjustments.clear();
        table = null;
        asOf = null;
        publishedOn = null;
        cause = null;
        nextOn = null;
        objections.clear();
        items.clear();
        said.clear();
    }

    private void onObjection(PointsEvent event, LocalDate day) {
        if (event instanceof PointsEvent.ObjectionRaised it) {
            objections.removeIf(one -> one.serial() == it.serial());
            objections.add(
                    new Raised(
                            it.serial(),
                            it.indicator(),
                            ObjectionStage.WINDOW.name(),
                            it.due(),
                            null,
                            day));
            said.put(it.serial(), new Said(it.objection(), null, null));
        } else if (event instanceof PointsEvent.ObjectionPassedOn it) {
            change(it.serial(), it.stage().name(), it.due(), null);
            Said before = said(it.serial());
            said.put(it.serial(), new Said(before.objection(), it.opinion(), null));
        } else if (event instanceof PointsEvent.ObjectionDecided it) {
            change(it.serial(), null, null, it.upheld());
            Said before = said(it.serial());
            said.put(it.serial(), new Said(before.objection(), before.opinion(), it.findings()));
        }
    }

    private Said said(int serial) {
        return said.getOrDefault(serial, new Said(null, null, null));
    }

    private void change(
            int serial, @Nullable String stage, @Nullable DueDate due, @Nullable Boolean upheld) {
        objections.replaceAll(
                it ->
                        it.serial() == serial
                                ? new Raised(
                                        serial,
                                        it.indicator(),
                                        stage == null ? it.stage() : stage,
                                        due,
                                        upheld,
                                        it.raisedOn())
                                : it);
    }
}
