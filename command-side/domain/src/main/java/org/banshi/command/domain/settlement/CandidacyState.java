package org.banshi.command.domain.settlement;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.settlement.CandidacyEvent;
import org.jspecify.annotations.Nullable;

/** Where a candidacy stands: it only evolves. */
final class CandidacyState {

    enum Status {
        UNKNOWN,
        ENTERED,
        PLACED,
        CONFIRMED,
        PUBLISHED,
        CARD_ISSUED,
        MOVED,
        WITHDRAWN,
        STRUCK_OFF,
        GIVEN_UP,
        REVOKED
    }

    private Status status = Status.UNKNOWN;
    private @Nullable PersonId subject;
    private @Nullable RegionCode region;
    private LocalDate confirmBy = LocalDate.MIN;
    private LocalDate noticeUntil = LocalDate.MIN;
    private int openObjections;
    private final Set<String> objectors = new HashSet<>();

    void on(CandidacyEvent event, Actor by) {
        if (event instanceof CandidacyEvent.Entered entered) {
            status = Status.ENTERED;
            subject = entered.subject();
            region = entered.region();
        } else if (event instanceof CandidacyEvent.Placed placed) {
            status = Status.PLACED;
            confirmBy = placed.confirmBy();
        } else if (event instanceof CandidacyEvent.Published published) {
            status = Status.PUBLISHED;
            noticeUntil = published.until().day();
        } else if (event instanceof CandidacyEvent.ObjectionRaised) {
            openObjections++;
            objectors.add(key(by));
        } else if (event instanceof CandidacyEvent.ObjectionsResolved) {
            openObjections = 0;
        } else {
            status = after(event);
        }
    }

    private Status after(CandidacyEvent event) {
        if (event instanceof CandidacyEvent.Withdrawn) {
            return Status.WITHDRAWN;
        }
        if (event instanceof CandidacyEvent.StruckOff) {
            return Status.STRUCK_OFF;
        }
        if (event instanceof CandidacyEvent.ConfirmedOnSite) {
            return Status.CONFIRMED;
        }
        if (event instanceof CandidacyEvent.GivenUp) {
            return Status.GIVEN_UP;
        }
        if (event instanceof CandidacyEvent.CardIssued) {
            return Status.CARD_ISSUED;
        }
        if (event instanceof CandidacyEvent.HouseholdMoved) {
            return Status.MOVED;
        }
        return event instanceof CandidacyEvent.Revoked ? Status.REVOKED : status;
    }

    Status status() {
        return status;
    }

    @Nullable PersonId subject() {
        return subject;
    }

    @Nullable RegionCode region() {
        return region;
    }

    /** Last day of the on-site check. */
    LocalDate confirmBy() {
        return confirmBy;
    }

    LocalDate noticeUntil() {
        return noticeUntil;
    }

    int openObjections() {
        return openObjections;
    }

    boolean objectedBefore(Actor by) {
        return by.kind() == Actor.Kind.CITIZEN && objectors.contains(key(by));
    }

    private static String key(Actor by) {
        PersonId person = by.person();
        return person == null ? "account " + by.account() : "person " + person.value();
    }
}
