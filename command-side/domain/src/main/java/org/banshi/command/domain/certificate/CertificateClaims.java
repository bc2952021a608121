package org.banshi.command.domain.certificate;

import java.util.List;
import org.banshi.command.contract.certificate.CancelReason;
import org.banshi.command.contract.certificate.CertificateEvent;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.person.RecordedDeaths;

/**
 * One disability certificate a person: claimed when it is issued, free when it is cancelled. What
 * is cancelled as its holder died says so until they are issued another.
 */
public final class CertificateClaims implements ClaimRules {

    /** Kind of the claim. Its key is the keyed hash of the holder's identity number. */
    public static final String HOLDER = "disability-certificate";

    @Override
    public boolean concerns(Class<? extends Event> type) {
        return type == CertificateEvent.Issued.class
                || type == CertificateEvent.Recorded.class
                || type == CertificateEvent.Cancelled.class;
    }

    @Override
    public Changes of(String stream, Event event) {
        if (event instanceof CertificateEvent.Issued issued) {
            return held(issued.holderKey());
        }
        if (event instanceof CertificateEvent.Recorded recorded) {
            return held(recorded.holderKey());
        }
        if (event instanceof CertificateEvent.Cancelled cancelled) {
            return new Changes(
                    cancelled.reason() == CancelReason.DEATH
                            ? List.of(RecordedDeaths.claim(cancelled.subject(), stream))
                            : List.of(),
                    List.of(Claim.every(HOLDER)));
        }
        return Changes.NONE;
    }

    private static Changes held(String holderKey) {
        return new Changes(
                List.of(new Claim(HOLDER, holderKey)), List.of(Claim.every(RecordedDeaths.CLAIM)));
    }
}
