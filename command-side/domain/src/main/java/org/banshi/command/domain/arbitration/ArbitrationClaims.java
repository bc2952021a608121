package org.banshi.command.domain.arbitration;

import java.util.List;
import java.util.Set;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.message.Event;

/**
 * What arbitration cases claim: a hearing's half day of each arbitrator, room and party; and a
 * dispute, so that the same one is not before the committee twice. A dispute is free again only
 * when its case was withdrawn by the claimant or taken off the docket (办案规则 34, 35, 39), and not
 * where it was decided before.
 */
public final class ArbitrationClaims implements ClaimRules {

    /** Kind of the claim on half a day. Its key is the slot of {@code arbitration.hearing-set}. */
    public static final String HEARING_SLOT = "hearing-slot";

    /** Kind of the claim on a dispute. */
    public static final String DISPUTE = "arbitration-dispute";

    private static final Changes SLOTS_FREE =
            new Changes(List.of(), List.of(Claim.every(HEARING_SLOT)));
    private static final Changes ALL_FREE =
            new Changes(List.of(), List.of(Claim.every(HEARING_SLOT), Claim.every(DISPUTE)));

    private static final Set<Class<?>> SLOTS_GIVEN_BACK =
            Set.of(
                    ArbitrationEvent.HearingAdjourned.class,
                    ArbitrationEvent.HearingHeld.class,
                    ArbitrationEvent.DeemedWithdrawn.class,
                    ArbitrationEvent.SettlementBound.class);

    private static final Set<Class<?>> GIVEN_UP =
            Set.of(ApplicationEvent.Withdrawn.class, ApplicationEvent.Terminated.class);

    private static final Set<Class<?>> TAKING =
            Set.of(
                    ArbitrationEvent.HearingSet.class,
                    ArbitrationEvent.Docketed.class,
                    ArbitrationEvent.ClaimAccepted.class,
                    ArbitrationEvent.DisputesExtended.class,
                    ArbitrationEvent.DisputesKept.class);

    @Override
    public boolean concerns(Class<? extends Event> type) {
        return TAKING.contains(type)
                || SLOTS_GIVEN_BACK.contains(type)
                || GIVEN_UP.contains(type)
                || type == ArbitrationEvent.ClaimsWithdrawn.class;
    }

    @Override
    public Changes of(String stream, Event event) {
        if (event instanceof ArbitrationEvent.HearingSet set) {
            return taking(HEARING_SLOT, set.slots());
        }
        if (event instanceof ArbitrationEvent.Docketed docketed) {
            return taking(DISPUTE, docketed.disputes());
        }
        if (event instanceof ArbitrationEvent.ClaimAccepted accepted) {
            return taking(DISPUTE, accepted.disputes());
        }
        if (event instanceof ArbitrationEvent.DisputesExtended extended) {
            return taking(DISPUTE, extended.disputes());
        }
        if (event instanceof ArbitrationEvent.ClaimsWithdrawn withdrawn) {
            return new Changes(List.of(), claims(DISPUTE, withdrawn.disputes()));
        }
        if (event instanceof ArbitrationEvent.DisputesKept kept) {
            return taking(DISPUTE, kept.disputes());
        }
        if (SLOTS_GIVEN_BACK.contains(event.getClass())) {
            return SLOTS_FREE;
        }
        return GIVEN_UP.contains(event.getClass()) ? ALL_FREE : Changes.NONE;
    }

    private static Changes taking(String kind, List<String> keys) {
        return new Changes(claims(kind, keys), List.of());
    }

    private static List<Claim> claims(String kind, List<String> keys) {
        return keys.stream().map(key -> new Claim(kind, key)).toList();
    }
}
