package org.banshi.web.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationEvent.StageStarted;
import org.banshi.command.contract.application.SpecialProcedureKind;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.arbitration.Side;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.disability.DisabilityEvent;
import org.banshi.eventstore.Recorded;
import org.jspecify.annotations.Nullable;

/** What of a case's events letters are made of, and which letters these are. */
final class LetterStory {

    /** Template of letters that tell an assessment. */
    static final String ASSESSMENT = "assessment-result";

    private final Map<String, Draft> toApplicant = new LinkedHashMap<>();
    private final Set<String> delivered = new HashSet<>();
    private final Map<String, Cause> docketedOrLater = new LinkedHashMap<>();
    private @Nullable StageStarted stage;
    private long position;

    final Map<String, ArbitrationEvent.PartyJoined> parties = new LinkedHashMap<>();
    final Map<String, ArbitrationEvent.ClaimFiled> claims = new LinkedHashMap<>();
    final List<ArbitrationEvent.Answered> answers = new ArrayList<>();
    final Map<Integer, ArbitrationEvent.EvidenceFiled> exhibits = new LinkedHashMap<>();
    final Map<Integer, ArbitrationEvent.HearingSet> hearings = new LinkedHashMap<>();
    final List<ArbitrationEvent.RecusalDecided> recusals = new ArrayList<>();
    final List<ArbitrationEvent.CopyIssued> copies = new ArrayList<>();
    final Map<Integer, ArbitrationEvent.AwardMade> awards = new LinkedHashMap<>();
    final Map<String, ArbitrationEvent.DocumentServed> served = new LinkedHashMap<>();
    final Map<String, ApplicationEvent.StepCompleted> steps = new LinkedHashMap<>();
    final List<ApplicationEvent.SupplementRequested> supplements = new ArrayList<>();
    final List<DisabilityEvent.Assessed> assessments = new ArrayList<>();
    final Map<Integer, DueDate> objectionUntil = new HashMap<>();
    private final Set<Integer> joinedClaims = new HashSet<>();
    // By party, which hearing was told with the claim; of a collective dispute alone.
    private final Map<String, Integer> toldWithClaim = new HashMap<>();
    private int lastHearing;
    private boolean collective;
    List<String> panel = List.of();
    ApplicationEvent.@Nullable Applied applied;
    @Nullable Applicant applicant;
    ApplicationEvent.@Nullable Accepted accepted;
    ApplicationEvent.@Nullable Concluded concluded;
    ApplicationEvent.@Nullable AcceptanceRefused refused;
    ApplicationEvent.@Nullable SpecialProcedureStarted extension;
    // How the case was broken off, as letters call it.
    @Nullable String brokenOff;

    /** The stage begun last. */
    @Nullable StageStarted stage() {
        return stage;
    }

    static LetterStory of(List<Recorded> story) {
        LetterStory letters = new LetterStory();
        story.forEach(letters::take);
        return letters;
    }

    private void take(Recorded recorded) {
        LocalDate day = recorded.stamp().day();
        position = recorded.position();
        if (recorded.event() instanceof ArbitrationEvent event) {
            take(event, day);
        } else if (recorded.event() instanceof ApplicationEvent.Applied event) {
            applied = event;
            applicant = event.details();
        } else if (recorded.event() instanceof ApplicationEvent.CarriedOn event) {
            applicant = event.details();
        } else if (recorded.event() instanceof StageStarted event) {
            stage = event;
        } else if (recorded.event() instanceof ApplicationEvent.Accepted event) {
            accepted = event;
            applicant("acceptance", "acceptance", day, 0);
        } else if (recorded.event() instanceof ApplicationEvent.SupplementRequested event) {
            supplements.add(event);
            applicant("supplement-" + supplements.size(), "supplement", day, supplements.size());
        } else if (recorded.event() instanceof ApplicationEvent.AcceptanceRefused event) {
            refused = event;
        } else if (recorded.event() instanceof ApplicationEvent.Concluded event) {
            concluded = event;
        } else if (recorded.event() instanceof ApplicationEvent.SpecialProcedureStarted event
                && event.kind() == SpecialProcedureKind.EXTENSION) {
            extension = event;
            cause(key(ServedDocument.EXTENSION, 1), day);
        } else if (recorded.event() instanceof ApplicationEvent.Withdrawn) {
            brokenOff("withdrawn", day);
        } else if (recorded.event() instanceof ApplicationEvent.Terminated) {
            brokenOff("terminated", day);
        } else if (recorded.event() instanceof ApplicationEvent.StepCompleted event) {
            steps.put(event.step(), event);
        } else if (recorded.event() instanceof ApplicationEvent.DeliveryRequested event) {
            applicant(event.delivery(), event.document(), day, about(event));
        } else if (recorded.event() instanceof DisabilityEvent.Assessed event) {
            assessments.add(event);
        } else if (recorded.event() instanceof DisabilityEvent.AssessmentTold event) {
            objectionUntil.put(event.round(), event.objectionUntil());
        } else if (recorded.event() instanceof ApplicationEvent.Delivered event) {
            delivered.add(event.delivery());
        }
    }

    private void take(ArbitrationEvent event, LocalDate day) {
        if (event instanceof ArbitrationEvent.PartyJoined joined) {
            parties.put(joined.party(), joined);
        } else if (event instanceof ArbitrationEvent.ClaimFiled filed) {
            claims.put(filed.claim(), filed);
        } else if (event instanceof ArbitrationEvent.ClaimAccepted taken) {
            joinedClaims.add(number(taken.claim()));
            firstCause(key(ServedDocument.FURTHER_CLAIM, number(taken.claim())), day);
        } else if (event instanceof ArbitrationEvent.Docketed docketed) {
            collective = docketed.collective();
            cause(key(ServedDocument.CLAIM, 1), day);
        } else if (event instanceof ArbitrationEvent.Answered answered) {
            answers.add(answered);
            cause(key(ServedDocument.ANSWER, answers.size()), day);
        } else if (event instanceof ArbitrationEvent.EvidenceFiled filed) {
            exhibits.put(filed.serial(), filed);
            cause(key(ServedDocument.EVIDENCE, filed.serial()), day);
        } else if (event instanceof ArbitrationEvent.PanelNamed named) {
            panel = named.arbitrators();
        } else if (event instanceof ArbitrationEvent.RecusalDecided decided) {
            recusals.add(decided);
            cause(key(ServedDocument.RECUSAL_DECISION, recusals.size()), day);
        } else if (event instanceof ArbitrationEvent.HearingSet set) {
            hearings.put(set.hearing(), set);
            lastHearing = set.hearing();
            cause(key(ServedDocument.HEARING_NOTICE, set.hearing()), day);
        } else if (event instanceof ArbitrationEvent.DeemedWithdrawn) {
            brokenOff("deemed", day);
        } else if (event instanceof ArbitrationEvent.AwardMade made) {
            awards.put(made.award(), made);
        } else if (event instanceof ArbitrationEvent.CopyIssued copy) {
            copies.add(copy);
            cause(key(copy.document(), copy.serial()), day);
        } else if (event instanceof ArbitrationEvent.DocumentServed reached) {
            reached(reached);
        }
    }

    private void brokenOff(String how, LocalDate day) {
        brokenOff = how;
        cause(key(ServedDocument.ENDING, 1), day);
    }

    /** With an answer went all that had come: there were times when only the first was named. */
    private void reached(ArbitrationEvent.DocumentServed reached) {
        if (reached.document() == ServedDocument.CLAIM) {
            toldWithClaim.put(reached.party(), lastHearing);
        }
        served.put(reached.party() + "/" + key(reached.document(), reached.serial()), reached);
        for (int answer = 1;
                reached.document() == ServedDocument.ANSWER && answer <= answers.size();
                answer++) {
            served.putIfAbsent(reached.party() + "/" + key(ServedDocument.ANSWER, answer), reached);
        }
    }

    /** What of an event letters need: its day, and its place in the log. */
    private record Cause(LocalDate day, long position) {}

    private void cause(String document, LocalDate day) {
        docketedOrLater.put(document, new Cause(day, position));
    }

    private void firstCause(String document, LocalDate day) {
        docketedOrLater.putIfAbsent(document, new Cause(day, position));
    }

    private void applicant(String id, String template, LocalDate day, int serial) {
        toApplicant.put(
                id, new Draft(id, template, day, stage, null, null, serial, false, position));
    }

    /** The serial numbers the supplement or the assessment that it is about. */
    private int about(ApplicationEvent.DeliveryRequested event) {
        return event.document().equals(ASSESSMENT) ? assessments.size() : supplements.size();
    }

    /** Letters to the applicant, oldest first. What has no delivery is there when it is made. */
    List<Draft> toApplicant() {
        return toApplicant.values().stream()
                .map(draft -> draft.reached(delivered.contains(draft.id())))
                .toList();
    }

    /** What is served on the parties of a dispute, as far as there is something to serve. */
    List<Draft> toParties() {
        List<Draft> drafts = new ArrayList<>();
        docketedOrLater.forEach(
                (key, cause) ->
                        parties.values().stream()
                                // Of an erased person nothing can be written any more.
                                .filter(party -> party.speaks() && party.details() != null)
                                .filter(party -> concerns(key, party))
                                .forEach(party -> drafts.add(draft(key, cause, party))));
        return drafts;
    }

    private Draft draft(String key, Cause cause, ArbitrationEvent.PartyJoined party) {
        String document = key.substring(0, key.indexOf('/'));
        String word = document.toLowerCase(Locale.ROOT).replace('_', '-');
        int serial = serial(key);
        return new Draft(
                word + "-" + serial + "-" + party.party(),
                "served-" + word,
                cause.day(),
                stage,
                party.party(),
                ServedDocument.valueOf(document),
                serial,
                served.containsKey(party.party() + "/" + key),
                cause.position());
    }

    /** Whom a document has to reach. */
    private boolean concerns(String key, ArbitrationEvent.PartyJoined party) {
        int serial = serial(key);
        return switch (ServedDocument.valueOf(key.substring(0, key.indexOf('/')))) {
            case CLAIM -> party.side() != Side.CLAIMANT;
            case ANSWER -> party.side() == Side.CLAIMANT;
            case HEARING_NOTICE -> serial > toldWithClaim(party);
            case RECUSAL_DECISION -> true;
            case EXTENSION -> knowsOfIt(party);
            case ENDING -> knowsOfIt(party) && !isApplicant(party);
            case FURTHER_CLAIM ->
                    furtherClaims(serial).stream()
                            .anyMatch(claim -> sideOf(claim.party()) != party.side());
            case EVIDENCE -> {
                ArbitrationEvent.EvidenceFiled exhibit = exhibits.get(serial);
                yield exhibit != null && sideOf(exhibit.party()) != party.side();
            }
            case AWARD, SETTLEMENT, ADVANCE_RULING, ADVANCE_DENIAL ->
                    copies.stream()
                            .anyMatch(
                                    copy ->
                                            key(copy.document(), copy.serial()).equals(key)
                                                    && copy.party().equals(party.party())
                                                    && copy.text() != null);
        };
    }

    private boolean knowsOfIt(ArbitrationEvent.PartyJoined party) {
        return party.side() == Side.CLAIMANT
                || served.containsKey(party.party() + "/" + key(ServedDocument.CLAIM, 1));
    }

    /** Who has letters of their own of how the case ends. */
    private boolean isApplicant(ArbitrationEvent.PartyJoined party) {
        return applied != null && party.subject().equals(applied.subject());
    }

    /**
     * The hearing that a party of a collective dispute is told of in one notice with the claim, 0
     * where there is none: such a notice takes the place of those of that hearing and before.
     */
    int toldWithClaim(ArbitrationEvent.PartyJoined party) {
        return collective && party.side() != Side.CLAIMANT
                ? toldWithClaim.getOrDefault(party.party(), lastHearing)
                : 0;
    }

    /** Whether somebody is told of that hearing with the claim. */
    boolean comesWithClaim(int hearing) {
        return parties.values().stream().anyMatch(party -> toldWithClaim(party) == hearing);
    }

    /** The claims with which the case began. */
    List<ArbitrationEvent.ClaimFiled> firstClaims() {
        return claims.values().stream().filter(claim -> claim.decideBy() == null).toList();
    }

    /** A claim that joined the case later; of a group one for each. */
    List<ArbitrationEvent.ClaimFiled> furtherClaims(int serial) {
        return claims.values().stream()
                .filter(claim -> claim.decideBy() != null)
                .filter(claim -> number(claim.claim()) == serial && joinedClaims.contains(serial))
                .toList();
    }

    @Nullable Side sideOf(String party) {
        ArbitrationEvent.PartyJoined found = parties.get(party);
        return found == null ? null : found.side();
    }

    private static String key(ServedDocument document, int serial) {
        return document + "/" + serial;
    }

    private static int serial(String key) {
        return Integer.parseInt(key.substring(key.indexOf('/') + 1));
    }

    private static int number(String claim) {
        return Integer.parseInt(claim.substring(1).split("-")[0]);
    }
}
