package org.banshi.command.domain.arbitration;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.Pending;
import org.banshi.command.contract.arbitration.ServedDocument;

/** What labour arbitration knows of a case, concern by concern: it only evolves. */
public final class ArbitrationState {

    private final Parties parties = new Parties();
    private final Claims claims = new Claims();
    private final Services services = new Services();
    private final Evidence evidence = new Evidence();
    private final Panel panel = new Panel();
    private final Hearings hearings = new Hearings();
    private final Rulings rulings = new Rulings();
    private final Advances advances = new Advances();
    private final PendingMatters pending = new PendingMatters();
    private boolean docketed;
    private boolean collective;

    void on(ArbitrationEvent event, LocalDate day) {
        services.made(event, day);
        pending.on(event, day);
        if (event instanceof ArbitrationEvent.PartyJoined joined) {
            if (parties.find(joined.party()).isEmpty()) {
                hearings.begin();
            }
            parties.on(joined);
        } else if (event instanceof ArbitrationEvent.AccessOpened opened) {
            parties.on(opened);
        } else if (event instanceof ArbitrationEvent.ClaimFiled filed) {
            claims.on(filed);
        } else if (event instanceof ArbitrationEvent.ClaimAccepted accepted) {
            claims.on(accepted);
        } else if (event instanceof ArbitrationEvent.ClaimRefused refused) {
            claims.on(refused);
        } else if (event instanceof ArbitrationEvent.ClaimsDeemedWithdrawn withdrawn) {
            claims.on(withdrawn);
            advances.lapse(withdrawn.claims());
        } else if (event instanceof ArbitrationEvent.ClaimsWithdrawn withdrawn) {
            claims.on(withdrawn);
            advances.lapse(withdrawn.claims());
        } else if (event instanceof ArbitrationEvent.Docketed begun) {
            docketed = true;
            collective = begun.collective();
            bar(begun.disputes());
        } else if (event instanceof ArbitrationEvent.DisputesExtended extended) {
            bar(extended.disputes());
        } else if (event instanceof ArbitrationEvent.AnnouncementPosted posted) {
            services.on(posted);
        } else if (event instanceof ArbitrationEvent.DocumentServed served) {
            services.on(served);
        } else if (event instanceof ArbitrationEvent.EvidenceFiled filed) {
            parties.find(filed.party()).ifPresent(party -> evidence.on(party.side()));
        } else if (event instanceof ArbitrationEvent.Answered answered) {
            services.on(answered, day);
        } else {
            onHearingAndAward(event);
        }
    }

    private void bar(List<String> disputes) {
        for (Claims.Claim claim : claims.that(Claims.Standing.IN_THE_CASE)) {
            String own = parties.find(claim.party()).map(Parties.Party::booking).orElse(null);
            List<String> about =
                    disputes.stream()
                            .filter(it -> Docketing.isAbout(it, own, claim.kind(), claim.since()))
                            .toList();
            claims.bar(claim.key(), about);
        }
    }

    private void onHearingAndAward(ArbitrationEvent event) {
        if (event instanceof ArbitrationEvent.PanelNamed named) {
            if (!panel.isOf(named.arbitrators())) {
                hearings.begin();
            }
            panel.on(named);
        } else if (event instanceof ArbitrationEvent.RecusalAsked asked) {
            panel.on(asked);
        } else if (event instanceof ArbitrationEvent.RecusalDecided decided) {
            panel.on(decided);
        } else if (event instanceof ArbitrationEvent.HearingSet set) {
            hearings.on(set);
        } else if (event instanceof ArbitrationEvent.HearingAdjourned adjourned) {
            hearings.on(adjourned);
        } else if (event instanceof ArbitrationEvent.HearingHeld held) {
            hearings.on(held);
        } else if (event instanceof ArbitrationEvent.Settled settled) {
            rulings.on(settled);
        } else if (event instanceof ArbitrationEvent.SettlementRefused refused) {
            rulings.on(refused);
        } else if (event instanceof ArbitrationEvent.SettlementBound bound) {
            rulings.on(bound);
        } else if (event instanceof ArbitrationEvent.AwardMade award) {
            rulings.on(award);
            claims.on(award);
        } else {
            advances.on(event);
        }
    }

    /** Whether something is on the docket that is not decided yet. */
    public boolean undecided() {
        return docketed && !rulings.over();
    }

    /** What parties brought in and waits to be dealt with; nothing once all is decided. */
    Set<Pending> pending() {
        Set<Pending> kinds = rulings.over() ? new TreeSet<>() : pending.kinds();
        if (!rulings.over() && answerSince().isPresent()) {
            kinds.add(Pending.ANSWER);
        }
        return kinds;
    }

    /** Since when that waits which waits longest; empty where nothing of the kind does. */
    Optional<LocalDate> pendingSince(Pending kind) {
        return kind == Pending.ANSWER ? answerSince() : pending.oldest(kind);
    }

    /** Whether the party asked for another day of the hearing, and nobody decided on it. */
    boolean asksForAnotherDay(String party) {
        return pending.waits(Pending.ADJOURNMENT, party);
    }

    /** When the first answer came that not every claimant has who has to get one. */
    private Optional<LocalDate> answerSince() {
        return services.answerUnservedSince(parties.addressees(ServedDocument.ANSWER));
    }

    /** Whether something is decided, be it a part of what was claimed. */
    public boolean partlyDecided() {
        return !rulings.awards().isEmpty();
    }

    /** Whether nothing of the claimants' is left: it is withdrawn, or counts as withdrawn. */
    public boolean withdrawnBefore() {
        List<Claims.Claim> open = claims.open();
        return !claims.that(Claims.Standing.WITHDRAWN).isEmpty()
                || !open.isEmpty() && open.stream().allMatch(Claims.Claim::counter);
    }

    /** Whether parties and claims have joined. */
    boolean docketed() {
        return docketed;
    }

    /** Ten and more with a common claim, who are told all in one notice (办案规则 64). */
    boolean collective() {
        return collective;
    }

    Parties parties() {
        return parties;
    }

    Claims claims() {
        return claims;
    }

    Services services() {
        return services;
    }

    Evidence evidence() {
        return evidence;
    }

    Panel panel() {
        return panel;
    }

    Hearings hearings() {
        return hearings;
    }

    Rulings rulings() {
        return rulings;
    }

    Advances advances() {
        return advances;
    }
}
