package org.banshi.command.domain.points;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.points.ItemOrigin;
import org.banshi.command.contract.points.LapseReason;
import org.banshi.command.contract.points.ObjectionStage;
import org.banshi.command.contract.points.ObjectionTerm;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.command.contract.points.Score;
import org.jspecify.annotations.Nullable;

/** What the deciders know of an account: it only evolves. Null where an erasure left nothing. */
final class PointsState {

    private @Nullable PersonId subject;
    private @Nullable RegionCode region;
    private @Nullable LocalDate birthDate;
    private final Map<String, FormData> items = new LinkedHashMap<>();
    private final Set<String> claimed = new HashSet<>();
    private final Set<ApplicationId> adjustments = new HashSet<>();
    private final Map<Integer, Objection> objections = new HashMap<>();
    private @Nullable Score score;
    private @Nullable String table;
    private ObjectionTerm term = ObjectionTerm.NONE;
    private @Nullable LapseReason lapsed;
    private @Nullable LocalDate barredUntil;

    /** An objection to one indicator of the score; {@code open} until it is decided. */
    record Objection(String indicator, ObjectionStage stage, boolean open) {}

    void on(PointsEvent event, LocalDate day) {
        if (event instanceof PointsEvent.AccountOpened opened) {
            subject = opened.subject();
            region = opened.region();
            birthDate = opened.birthDate();
        } else if (event instanceof PointsEvent.AdjustmentBegun begun) {
            adjustments.add(begun.application());
        } else if (event instanceof PointsEvent.AdjustmentDropped dropped) {
            adjustments.remove(dropped.application());
        } else if (event instanceof PointsEvent.ItemRecorded recorded) {
            FormData facts = recorded.facts();
            items.put(recorded.indicator(), facts == null ? FormData.empty() : facts);
            term = term.recorded(recorded.indicator());
            if (recorded.origin() == ItemOrigin.PUSHED) {
                claimed.remove(recorded.indicator());
            } else {
                claimed.add(recorded.indicator());
            }
        } else if (event instanceof PointsEvent.ItemWithdrawn withdrawn) {
            items.remove(withdrawn.indicator());
            claimed.remove(withdrawn.indicator());
        } else if (event instanceof PointsEvent.ScoreDetermined determined) {
            adjustments.remove(determined.application());
            term = term.scored(score, determined.score(), determined.cause(), day);
            score = determined.score();
            table = determined.table();
        } else if (event instanceof PointsEvent.AccountLapsed it) {
            lapsed = it.reason();
        } else if (event instanceof PointsEvent.AccountReactivated) {
            lapsed = null;
        } else if (event instanceof PointsEvent.AccountVoided voided) {
            items.clear();
            claimed.clear();
            adjustments.clear();
            objections.clear();
            score = null;
            table = null;
            term = ObjectionTerm.NONE;
            barredUntil = voided.barredUntil();
            // Whoever was settled by what was false is settled no more: the years count, not for
            // ever.
            lapsed = lapsed == LapseReason.SETTLED ? null : lapsed;
        } else {
            onObjection(event);
        }
    }

    private void onObjection(PointsEvent event) {
        if (event instanceof PointsEvent.ObjectionRaised raised) {
            objections.put(
                    raised.serial(),
                    new Objection(raised.indicator(), ObjectionStage.WINDOW, true));
        } else if (event instanceof PointsEvent.ObjectionPassedOn passed) {
            objections.computeIfPresent(
                    passed.serial(),
                    (serial, it) -> new Objection(it.indicator(), passed.stage(), true));
        } else if (event instanceof PointsEvent.ObjectionDecided decided) {
            objections.computeIfPresent(
                    decided.serial(),
                    (serial, it) -> new Objection(it.indicator(), it.stage(), false));
        }
    }

    /** Whose account; null before it is opened. */
    @Nullable PersonId subject() {
        return subject;
    }

    @Nullable RegionCode region() {
        return region;
    }

    @Nullable LocalDate birthDate() {
        return birthDate;
    }

    /** Facts by indicator. */
    Map<String, FormData> items() {
        return Collections.unmodifiableMap(items);
    }

    /** Whether the holder claims it, rather than a department. */
    boolean isClaimed(String indicator) {
        return claimed.contains(indicator);
    }

    /** Whether an application was decided on, so that there is something to add up. */
    boolean claimsAnything() {
        return !claimed.isEmpty();
    }

    boolean isAdjustedBy(ApplicationId application) {
        return adjustments.contains(application);
    }

    @Nullable Score score() {
        return score;
    }

    /** Version of the table behind the score. */
    @Nullable String table() {
        return table;
    }

    /** Since when the lines of the score stand as they do. */
    ObjectionTerm term() {
        return term;
    }

    @Nullable LapseReason lapsed() {
        return lapsed;
    }

    boolean barredOn(LocalDate day) {
        return barredUntil != null && day.isBefore(barredUntil);
    }

    @Nullable LocalDate barredUntil() {
        return barredUntil;
    }

    /** How many objections there were. */
    int objections() {
        return objections.keySet().stream().mapToInt(it -> it).max().orElse(0);
    }

    @Nullable Objection objection(int serial) {
        return objections.get(serial);
    }

    boolean objectionOpenTo(String indicator) {
        return objections.values().stream()
                .anyMatch(it -> it.open() && it.indicator().equals(indicator));
    }
}
