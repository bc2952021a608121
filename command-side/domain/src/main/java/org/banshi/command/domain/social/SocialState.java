package org.banshi.command.domain.social;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.social.SocialEvent;
import org.jspecify.annotations.Nullable;

/** What social assistance knows of a case: it only evolves. */
public final class SocialState {

    private final Map<String, Object> facts = new LinkedHashMap<>();
    private boolean visited;
    private @Nullable String opinion;
    private @Nullable LocalDate noticeFrom;
    private @Nullable DueDate noticeUntil;
    private boolean noticeEnded;
    private boolean objectionResolved;
    private int unresolvedObjections;
    private @Nullable String decision;

    void on(SocialEvent event) {
        if (event instanceof SocialEvent.InformationChecked checked) {
            put(
                    "informationCheck",
                    "outcome",
                    checked.outcome(),
                    "monthlyIncome",
                    checked.monthlyIncome(),
                    "financialAssets",
                    checked.financialAssets());
        } else if (event instanceof SocialEvent.HomeVisited visit) {
            visited = true;
            put(
                    "homeVisit",
                    "evaluatedIncome",
                    visit.evaluatedIncome(),
                    "day",
                    visit.day().toString());
        } else if (event instanceof SocialEvent.OpinionGiven given) {
            opinion = given.outcome();
            put("opinion", "outcome", given.outcome());
        } else if (event instanceof SocialEvent.PublicNoticePosted posted) {
            noticeFrom = posted.from();
            noticeUntil = posted.until();
            noticeEnded = false;
            objectionResolved = false;
        } else if (event instanceof SocialEvent.ObjectionRaised) {
            unresolvedObjections++;
        } else if (event instanceof SocialEvent.ObjectionResolved) {
            unresolvedObjections--;
            objectionResolved = true;
        } else if (event instanceof SocialEvent.PublicNoticeEnded) {
            noticeEnded = true;
        } else if (event instanceof SocialEvent.Confirmed confirmed) {
            decision = confirmed.outcome();
            LocalDate firstMonth = confirmed.firstMonth();
            put(
                    "confirmed",
                    "outcome",
                    confirmed.outcome(),
                    "monthlyAmount",
                    confirmed.monthlyAmount(),
                    "firstMonth",
                    firstMonth == null ? null : firstMonth.toString());
        }
    }

    /** The family's facts by name, for decision tables and result lines. */
    public Map<String, Object> facts() {
        return facts;
    }

    /** Whether the deciding body confirmed the benefit. */
    public boolean confirmed() {
        return SocialWords.APPROVE.equals(decision);
    }

    boolean decided() {
        return decision != null;
    }

    boolean visited() {
        return visited;
    }

    boolean opinionGiven() {
        return opinion != null;
    }

    boolean opinionInFavour() {
        return SocialWords.AGREE.equals(opinion);
    }

    /** The notice that was posted last, null where none was. */
    @Nullable DueDate noticeUntil() {
        return noticeUntil;
    }

    /** Whether a notice is up on {@code day}; its last day counts. */
    boolean noticeUpOn(LocalDate day) {
        return noticeFrom != null
                && noticeUntil != null
                && !day.isBefore(noticeFrom)
                && !day.isAfter(noticeUntil.day());
    }

    boolean noticeEnded() {
        return noticeEnded;
    }

    /** A resolved objection carries its own examination: no second notice is asked for. */
    boolean objectionResolved() {
        return objectionResolved;
    }

    int unresolvedObjections() {
        return unresolvedObjections;
    }

    private void put(String fact, @Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        facts.put(fact, values);
    }
}
