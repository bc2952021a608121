package org.banshi.app.casefile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.application.SpecialProcedureKind;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.PartyDetails;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.dispute.Dispute;
import org.banshi.query.contract.dispute.Docket;
import org.banshi.query.contract.progress.CaseStatus;
import org.banshi.query.projection.progress.Endings;
import org.jspecify.annotations.Nullable;

/**
 * Folds a case's events into what one party may know: what it filed, and what was served on it.
 * Nothing that only the other side or the committee knows is ever taken.
 */
final class DisputeView {

    private static final String JOINED = "joined";

    private final String self;
    private final Map<String, Dispute.Party> parties = new LinkedHashMap<>();
    private final Map<String, Dispute.Claim> claims = new LinkedHashMap<>();
    private final List<Dispute.Answer> answers = new ArrayList<>();
    private final Map<Integer, Dispute.Hearing> hearings = new LinkedHashMap<>();
    private final List<Dispute.Served> served = new ArrayList<>();
    private final List<Dispute.Copy> copies = new ArrayList<>();
    private final Set<String> heardOf = new HashSet<>();
    private int answersHeard;
    private final Map<Integer, List<String>> absent = new LinkedHashMap<>();
    private final List<Dispute.Exhibit> evidence = new ArrayList<>();
    private final Pleas pleas = new Pleas();
    private final Advances advances = new Advances();
    private @Nullable ServiceVersion service;
    private @Nullable DueDate due;
    private @Nullable DueDate answerBy;
    private List<String> panel = List.of();
    private boolean over;
    private @Nullable CaseStatus end;
    private final List<Recorded> story = new ArrayList<>();

    DisputeView(String self) {
        this.self = self;
    }

    void take(Recorded recorded) {
        story.add(recorded);
        Event event = recorded.event();
        if (event instanceof ApplicationEvent.Applied applied) {
            service = applied.service();
        } else if (event instanceof ApplicationEvent.VersionChanged changed) {
            service = changed.to();
        } else if (event instanceof ApplicationEvent.Accepted accepted) {
            due = accepted.due();
        } else if (event instanceof ApplicationEvent.Resumed resumed) {
            due = resumed.caseDue();
        } else if (event instanceof ApplicationEvent.SpecialProcedureStarted started
                && started.kind() == SpecialProcedureKind.EXTENSION) {
            due = started.due();
        } else if (event instanceof ApplicationEvent.Withdrawn) {
            end(CaseStatus.WITHDRAWN);
        } else if (event instanceof ApplicationEvent.Terminated) {
            end(CaseStatus.TERMINATED);
        } else if (event instanceof ApplicationEvent.Concluded) {
            end(CaseStatus.CLOSED);
        } else if (event instanceof ArbitrationEvent arbitration) {
            pleas.take(arbitration, recorded.stamp().day());
            advances.take(arbitration, recorded.stamp().day());
            take(arbitration);
        }
    }

    private void take(ArbitrationEvent event) {
        if (event instanceof ArbitrationEvent.PartyJoined joined) {
            // The details of a person whose key was destroyed are null.
            PartyDetails details = joined.details();
            parties.put(
                    joined.party(),
                    new Dispute.Party(
                            joined.party(),
                            joined.side(),
                            joined.role(),
                            details == null ? null : details.name()));
        } else if (event instanceof ArbitrationEvent.ClaimFiled filed) {
            claims.put(
                    filed.claim(),
                    new Dispute.Claim(
                            filed.claim(),
                            filed.party(),
                            filed.kind(),
                            filed.since(),
                            filed.counter(),
                            filed.amount(),
                            filed.grounds(),
                            filed.decideBy() == null ? JOINED : "filed",
                            filed.decideBy()));
        } else if (event instanceof ArbitrationEvent.ClaimAccepted taken) {
            claims.computeIfPresent(taken.claim(), (key, claim) -> now(claim, JOINED));
        } else if (event instanceof ArbitrationEvent.ClaimRefused refused) {
            claims.computeIfPresent(refused.claim(), (key, claim) -> now(claim, "refused"));
        } else if (event instanceof ArbitrationEvent.ClaimsDeemedWithdrawn withdrawn) {
            nowAll(withdrawn.claims(), "withdrawn");
        } else if (event instanceof ArbitrationEvent.ClaimsWithdrawn withdrawn) {
            nowAll(withdrawn.claims(), "taken-back");
        } else if (event instanceof ArbitrationEvent.EvidenceFiled filed) {
            evidence.add(
                    new Dispute.Exhibit(
                            filed.serial(),
                            filed.party(),
                            filed.materials(),
                            filed.proves(),
                            false));
        } else if (event instanceof ArbitrationEvent.Answered answered) {
            answers.add(new Dispute.Answer(answered.party(), answered.answer()));
        } else if (event instanceof ArbitrationEvent.PanelNamed named) {
            panel = named.arbitrators();
        } else if (event instanceof ArbitrationEvent.ClockRestarted restarted) {
            due = restarted.due();
        } else if (event instanceof ArbitrationEvent.AnnouncementPosted posted) {
            due = posted.caseDue();
        } else if (event instanceof ArbitrationEvent.DocumentServed reached) {
            serve(reached);
        } else if (event instanceof ArbitrationEvent.CopyIssued copy && isSelf(copy.party())) {
            copies.add(new Dispute.Copy(copy.document(), copy.serial(), copy.items(), copy.text()));
        } else {
            takeHearing(event);
        }
    }

    private void takeHearing(ArbitrationEvent event) {
        if (event instanceof ArbitrationEvent.HearingSet set) {
            hearings.put(
                    set.hearing(),
                    new Dispute.Hearing(
                            set.hearing(), set.day(), set.half().name(), set.room(), "set", false));
        } else if (event instanceof ArbitrationEvent.HearingAdjourned adjourned) {
            hearings.computeIfPresent(
                    adjourned.hearing(), (number, hearing) -> now(hearing, "adjourned"));
        } else if (event instanceof ArbitrationEvent.HearingHeld held) {
            hearings.computeIfPresent(
                    held.hearing(),
                    (number, hearing) -> missed(hearing, held.absent().contains(self)));
            absent.put(held.hearing(), held.absent());
        } else if (event instanceof ArbitrationEvent.DeemedWithdrawn) {
            end(CaseStatus.WITHDRAWN);
        }
    }

    private void nowAll(List<String> keys, String standing) {
        keys.forEach(key -> claims.computeIfPresent(key, (same, claim) -> now(claim, standing)));
    }

    private void end(CaseStatus status) {
        over = true;
        advances.end(status != CaseStatus.CLOSED);
        end = status;
    }

    /** The item's own words for it, or else those of the status. */
    private @Nullable Text ending(ServiceDefinition definition) {
        return end == null
                ? null
                : Endings.of(story, definition)
                        .map(mark -> definition.endings().get(mark).status())
                        .orElse(end.words());
    }

    private void serve(ArbitrationEvent.DocumentServed reached) {
        if (reached.document() == ServedDocument.EVIDENCE) {
            evidence.replaceAll(
                    one ->
                            one.serial() == reached.serial()
                                    ? new Dispute.Exhibit(
                                            one.serial(),
                                            one.party(),
                                            one.papers(),
                                            one.proves(),
                                            true)
                                    : one);
        }
        if (!isSelf(reached.party())) {
            return;
        }
        heardOf.add(reached.document() + "/" + reached.serial());
        if (reached.document() == ServedDocument.ANSWER) {
            answersHeard = answers.size();
        }
        if (reached.answerBy() != null) {
            answerBy = reached.answerBy();
        }
        served.add(
                new Dispute.Served(
                        reached.document(),
                        reached.serial(),
                        reached.day(),
                        reached.way(),
                        reached.remedies()));
    }

    /** Everybody who takes part, in the order in which they joined. */
    List<Dispute.Party> parties() {
        return List.copyOf(parties.values());
    }

    /** Empty where the party is none of the case. */
    Optional<Dispute> dispute(String number, Catalogue catalogue) {
        Dispute.Party own = parties.get(self);
        if (own == null || service == null) {
            return Optional.empty();
        }
        ServiceVersion version = service;
        return catalogue
                .find(version)
                .map(
                        definition ->
                                new Dispute(
                                        number,
                                        definition.name(),
                                        self,
                                        own.side(),
                                        due,
                                        over,
                                        ending(definition),
                                        List.copyOf(parties.values()),
                                        claims.values().stream().filter(this::known).toList(),
                                        answerBy,
                                        knownAnswers(),
                                        panel,
                                        hearings.values().stream().filter(this::known).toList(),
                                        List.copyOf(served),
                                        copies.stream().filter(this::known).toList(),
                                        pleas.of(self),
                                        evidence.stream().filter(this::known).toList(),
                                        advances.of(self, ownClaims(), this::knowsAdvance)));
    }

    /** The own ones; those of the other side once they were served. */
    private boolean known(Dispute.Claim claim) {
        if (isSelf(claim.party())) {
            return true;
        }
        Dispute.Party own = parties.get(self);
        Dispute.Party other = parties.get(claim.party());
        boolean sameSide = own != null && other != null && own.side() == other.side();
        String further = ServedDocument.FURTHER_CLAIM + "/" + number(claim.key());
        return !sameSide && (heardOf.contains(further) || !claim.counter() && servedClaim());
    }

    private Set<String> ownClaims() {
        return claims.values().stream()
                .filter(it -> isSelf(it.party()))
                .map(Dispute.Claim::key)
                .collect(Collectors.toSet());
    }

    private boolean servedClaim() {
        return heardOf.contains(ServedDocument.CLAIM + "/1");
    }

    /** With an answer that is passed on goes all that had come by then. */
    private List<Dispute.Answer> knownAnswers() {
        return IntStream.range(0, answers.size())
                .filter(at -> isSelf(answers.get(at).party()) || at < answersHeard)
                .mapToObj(answers::get)
                .toList();
    }

    private boolean known(Dispute.Hearing hearing) {
        return heardOf.contains(ServedDocument.HEARING_NOTICE + "/" + hearing.hearing());
    }

    private boolean knowsAdvance(int number) {
        return heardOf.contains(ServedDocument.ADVANCE_RULING + "/" + number)
                || heardOf.contains(ServedDocument.ADVANCE_DENIAL + "/" + number);
    }

    private boolean known(Dispute.Exhibit exhibit) {
        return isSelf(exhibit.party())
                || heardOf.contains(ServedDocument.EVIDENCE + "/" + exhibit.serial());
    }

    /** A settlement is the parties' own words; an award is known when it was served. */
    private boolean known(Dispute.Copy copy) {
        return copy.document() == ServedDocument.SETTLEMENT
                || heardOf.contains(copy.document() + "/" + copy.serial());
    }

    private boolean isSelf(String party) {
        return party.equals(self);
    }

    private static String number(String claim) {
        return claim.substring(1).split("-")[0];
    }

    private static Dispute.Hearing now(Dispute.Hearing hearing, String state) {
        return new Dispute.Hearing(
                hearing.hearing(),
                hearing.day(),
                hearing.half(),
                hearing.room(),
                state,
                hearing.missed());
    }

    private static Dispute.Hearing missed(Dispute.Hearing hearing, boolean missed) {
        return new Dispute.Hearing(
                hearing.hearing(), hearing.day(), hearing.half(), hearing.room(), "held", missed);
    }

    private static Dispute.Claim now(Dispute.Claim claim, String standing) {
        return new Dispute.Claim(
                claim.key(),
                claim.party(),
                claim.kind(),
                claim.since(),
                claim.counter(),
                claim.amount(),
                claim.grounds(),
                standing,
                claim.decideBy());
    }

    /** As the committee has it before it. */
    Optional<Docket> docket(String number, Catalogue catalogue) {
        return Optional.ofNullable(service)
                .flatMap(catalogue::find)
                .map(
                        definition ->
                                new Docket(
                                        number,
                                        definition.name(),
                                        over,
                                        parties(),
                                        List.copyOf(claims.values()),
                                        panel,
                                        pleas.recusals(),
                                        pleas.adjournments(),
                                        hearings.values().stream().map(this::sitting).toList(),
                                        List.copyOf(evidence),
                                        advances.all()));
    }

    private Docket.Sitting sitting(Dispute.Hearing hearing) {
        return new Docket.Sitting(
                hearing.hearing(),
                hearing.day(),
                hearing.half(),
                hearing.room(),
                hearing.state(),
                absent.getOrDefault(hearing.hearing(), List.of()));
    }
}
