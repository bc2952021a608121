package org.banshi.process.points;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.points.LapseReason;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.command.contract.points.Score;
import org.jspecify.annotations.Nullable;

/** An account as its events tell it, for whoever asks the register. */
final class AccountFold {

    private final Map<String, FormData> items = new HashMap<>();
    private final Set<ApplicationId> adjustments = new HashSet<>();
    private boolean opened;
    private @Nullable LocalDate birthDate;
    private @Nullable Score score;
    private @Nullable LapseReason lapsed;
    private @Nullable LocalDate barredUntil;

    void on(Object event) {
        if (event instanceof PointsEvent.AccountOpened it) {
            opened = true;
            birthDate = it.birthDate();
        } else if (event instanceof PointsEvent.AdjustmentBegun it) {
            adjustments.add(it.application());
        } else if (event instanceof PointsEvent.AdjustmentDropped it) {
            adjustments.remove(it.application());
        } else if (event instanceof PointsEvent.ItemRecorded it) {
            items.put(it.indicator(), it.facts() == null ? FormData.empty() : it.facts());
        } else if (event instanceof PointsEvent.ItemWithdrawn it) {
            items.remove(it.indicator());
        } else if (event instanceof PointsEvent.ScoreDetermined it) {
            adjustments.remove(it.application());
            score = it.score();
        } else if (event instanceof PointsEvent.AccountLapsed it) {
            lapsed = it.reason();
        } else if (event instanceof PointsEvent.AccountReactivated) {
            lapsed = null;
        } else if (event instanceof PointsEvent.AccountVoided it) {
            items.clear();
            adjustments.clear();
            score = null;
            barredUntil = it.barredUntil();
            lapsed = lapsed == LapseReason.SETTLED ? null : lapsed;
        }
    }

    String status(LocalDate today) {
        if (!opened) {
            return "none";
        }
        if (lapsed != null) {
            return lapsed == LapseReason.PERMIT_SUSPENDED ? "suspended" : "lapsed";
        }
        return barredUntil != null && today.isBefore(barredUntil) ? "barred" : "active";
    }

    boolean adjusting() {
        return !adjustments.isEmpty();
    }

    @Nullable Score score() {
        return score;
    }

    @Nullable LocalDate birthDate() {
        return birthDate;
    }

    /** What counts for an indicator, by name. */
    @Nullable Object fact(String indicator, String name) {
        FormData facts = items.get(indicator);
        return facts == null ? null : facts.values().get(name);
    }
}
