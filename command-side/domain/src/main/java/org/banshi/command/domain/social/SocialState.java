package org.banshi.command.domain.social;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.person.PersonId;
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
    private boolean noticeForOpinion;
    private boolean opinionFell;
    private boolean opinionRenewed;
    private final Set<String> objectors = new HashSet<>();
    private int unresolvedObjections;
    private @Nullable String decision;

    void on(SocialEvent event, Actor by) {
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
            on(given);
        } else if (event instanceof SocialEvent.PublicNoticePosted posted) {
            noticeFrom = posted.from();
            noticeUntil = posted.until();
            noticeEnded = false;
            noticeForOpinion = true;
            opinionRenewed = false;
            objectors.clear();
        } else if (event instanceof SocialEvent.ObjectionRaised) {
            objectors.add(key(by));
            unresolvedObjections++;
        } else if (event instanceof SocialEvent.ObjectionResolved resolved) {
            unresolvedObjections--;
            if (resolved.outcome().equals(SocialWords.CHANGE)) {
                opinion = null;
                opinionFell = true;
            }
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

    /**
     * A new opinion in favour needs a notice of its own, unless it took the place of one that fell
     * by an objection (example C14). With an opinion against, the notice comes down and what was
     * objected to it is settled.
     */
    private void on(SocialEvent.OpinionGiven given) {
        opinion = given.outcome();
        put("opinion", "outcome", given.outcome());
        opinionRenewed = opinionFell;
        opinionFell = false;
        if (!opinionRenewed) {
            noticeForOpinion = false;
        }
        if (!opinionInFavour()) {
            noticeForOpinion = false;
            noticeFrom = null;
            noticeUntil = null;
            noticeEnded = false;
            unresolvedObjections = 0;
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

    /** Whether the opinion in force was put up, or took the place of one that was. */
    boolean noticeForOpinion() {
        return noticeForOpinion;
    }

    /** Whether a notice is up that an opinion renewed after an objection needs no more. */
    boolean noticeStands() {
        return opinionRenewed && noticeForOpinion && !noticeEnded;
    }

    /** Whether that person objected to the notice before; officers take in what others say. */
    boolean objectedBefore(Actor by) {
        return by.kind() == Actor.Kind.CITIZEN && objectors.contains(key(by));
    }

    int unresolvedObjections() {
        return unresolvedObjections;
    }

    private static String key(Actor by) {
        PersonId person = by.person();
        return person == null ? "account " + by.account() : "person " + person.value();
    }

    private void put(String fact, @Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        facts.put(fact, values);
    }
}
