package org.banshi.command.domain.disability;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.disability.DisabilityEvent;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;

/** What the family knows of a case: it only evolves. */
final class DisabilityState {

    private final Map<String, Object> facts = new LinkedHashMap<>();
    private DisabilityEvent.@Nullable Assessed assessment;
    private int round;
    private boolean awaited = true;
    private @Nullable DueDate objectionUntil;
    private boolean agreed;
    private @Nullable LocalDate noticeFrom;
    private @Nullable DueDate noticeUntil;
    private boolean noticeEnded;
    private final Set<String> objectors = new HashSet<>();
    private int unresolvedObjections;

    void on(DisabilityEvent event, Actor by) {
        if (event instanceof DisabilityEvent.Assessed assessed) {
            on(assessed);
        } else if (event instanceof DisabilityEvent.AssessmentTold told) {
            objectionUntil = told.objectionUntil();
        } else if (event instanceof DisabilityEvent.AssessmentAccepted) {
            agreed = true;
        } else if (event instanceof DisabilityEvent.AssessmentDisputed) {
            awaited = true;
        } else if (event instanceof DisabilityEvent.NoticePosted posted) {
            noticeFrom = posted.from();
            noticeUntil = posted.until();
            noticeEnded = false;
            objectors.clear();
        } else if (event instanceof DisabilityEvent.NoticeObjectedTo) {
            objectors.add(key(by));
            unresolvedObjections++;
        } else if (event instanceof DisabilityEvent.NoticeObjectionResolved resolved) {
            on(resolved);
        } else if (event instanceof DisabilityEvent.SubsidyReckoned reckoned) {
            on(reckoned);
        } else if (event instanceof DisabilityEvent.NoticeEnded) {
            noticeEnded = true;
        }
    }

    private void on(DisabilityEvent.Assessed assessed) {
        assessment = assessed;
        round = assessed.round();
        awaited = false;
        agreed = false;
        objectionUntil = null;
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("outcome", assessed.outcome());
        values.put("round", assessed.round());
        values.put("category", assessed.category() == null ? null : assessed.category().name());
        values.put("level", assessed.level());
        values.put("assessedOn", assessed.assessedOn().toString());
        values.put("hospital", assessed.hospital());
        facts.put(DisabilityWords.ASSESSMENT, values);
    }

    /** What was erased is null, and then no fact. */
    private void on(DisabilityEvent.SubsidyReckoned reckoned) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("firstMonth", reckoned.firstMonth().toString());
        values.put("living", reckoned.living());
        values.put("nursing", reckoned.nursing());
        values.put("livingArrears", reckoned.livingArrears());
        values.put("nursingArrears", reckoned.nursingArrears());
        boolean erased = reckoned.living() == null || reckoned.nursing() == null;
        if (!erased) {
            BigDecimal monthly = reckoned.living().add(reckoned.nursing());
            values.put("monthly", monthly);
            values.put(
                    "firstPayment",
                    monthly.add(reckoned.livingArrears()).add(reckoned.nursingArrears()));
        }
        facts.put(DisabilityWords.SUBSIDY, values);
    }

    /** Where the assessment falls, the notice of it comes down; whoever objected was heard. */
    private void on(DisabilityEvent.NoticeObjectionResolved resolved) {
        unresolvedObjections--;
        if (resolved.outcome().equals(DisabilityWords.REASSESS)) {
            unresolvedObjections = 0;
            awaited = true;
            round = 0;
            noticeFrom = null;
            noticeUntil = null;
            noticeEnded = false;
        }
    }

    /** What was found, by name, for decision tables and result lines. */
    Map<String, Object> facts() {
        return facts;
    }

    /** The one that counts; null before the first. */
    DisabilityEvent.@Nullable Assessed assessment() {
        return assessment;
    }

    /** Whether an assessment is to be made: the first, or another after a dispute or objection. */
    boolean awaited() {
        return awaited;
    }

    /** Of the assessment made last; 0 where none counts. */
    int round() {
        return round;
    }

    /** Until when the applicant may object; null where they were not told a result yet. */
    @Nullable DueDate objectionUntil() {
        return objectionUntil;
    }

    boolean agreed() {
        return agreed;
    }

    /** Of the notice in force, null where none is. */
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

    /** Whether that person objected before; officers take in what others say. */
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
}
