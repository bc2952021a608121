package org.banshi.command.domain.settlement;

import java.time.LocalDate;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.settlement.RoundEvent;
import org.jspecify.annotations.Nullable;

/** How far a round has come: it only evolves. */
final class RoundState {

    enum Status {
        UNKNOWN,
        OPEN,
        RANKING,
        RANKED,
        POSTING,
        NOTICE,
        CLOSED
    }

    private Status status = Status.UNKNOWN;
    private @Nullable RegionCode region;
    private LocalDate from = LocalDate.MIN;
    private LocalDate until = LocalDate.MIN;
    private LocalDate confirmBy = LocalDate.MIN;
    private LocalDate noticeUntil = LocalDate.MIN;
    private int noticeDays;
    private int slices;

    void on(RoundEvent event) {
        if (event instanceof RoundEvent.RoundOpened opened) {
            status = Status.OPEN;
            region = opened.region();
            from = opened.from();
            until = opened.until();
            confirmBy = opened.confirmBy();
            noticeDays = opened.noticeDays();
        } else if (event instanceof RoundEvent.RankingBegun) {
            status = Status.RANKING;
        } else if (event instanceof RoundEvent.RankingCompleted) {
            status = Status.RANKED;
        } else if (event instanceof RoundEvent.NoticePosted posted) {
            status = Status.POSTING;
            noticeUntil = posted.until().day();
        } else if (event instanceof RoundEvent.NoticeSlicePosted posted) {
            slices = posted.slice() + 1;
            status = posted.last() ? Status.NOTICE : Status.POSTING;
        } else if (event instanceof RoundEvent.RoundClosed) {
            status = Status.CLOSED;
        }
    }

    Status status() {
        return status;
    }

    @Nullable RegionCode region() {
        return region;
    }

    /** First day of the window. */
    LocalDate from() {
        return from;
    }

    /** Last day of the window. */
    LocalDate until() {
        return until;
    }

    /** Last day of the on-site check. */
    LocalDate confirmBy() {
        return confirmBy;
    }

    LocalDate noticeUntil() {
        return noticeUntil;
    }

    int noticeDays() {
        return noticeDays;
    }

    /** How many slices the notice has so far. */
    int slices() {
        return slices;
    }
}
