package org.banshi.command.domain.settlement;

import java.time.LocalDate;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.settlement.RankedCandidate;
import org.banshi.command.contract.settlement.RoundEvent;
import org.jspecify.annotations.Nullable;

/** How far a round has come: it only evolves, and holds one line of the list. */
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
    private LocalDate until = LocalDate.MIN;
    private LocalDate confirmBy = LocalDate.MIN;
    private LocalDate noticeUntil = LocalDate.MIN;
    private int quota;
    private int noticeDays;
    private int slices;
    private int candidates;
    private int placed;
    private String digest = "";
    private @Nullable RankedCandidate lastLine;

    void on(RoundEvent event) {
        if (event instanceof RoundEvent.RoundOpened opened) {
            status = Status.OPEN;
            region = opened.region();
            until = opened.until();
            confirmBy = opened.confirmBy();
            quota = opened.quota();
            noticeDays = opened.noticeDays();
        } else if (event instanceof RoundEvent.RankingBegun) {
            status = Status.RANKING;
        } else if (event instanceof RoundEvent.SliceRanked ranked) {
            slices = ranked.slice() + 1;
            candidates += ranked.lines().size();
            placed += (int) ranked.lines().stream().filter(it -> it.rank() <= quota).count();
            digest = ranked.digest();
            if (!ranked.lines().isEmpty()) {
                lastLine = ranked.lines().get(ranked.lines().size() - 1);
            }
        } else if (event instanceof RoundEvent.RankingCompleted) {
            status = Status.RANKED;
            slices = 0;
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

    int quota() {
        return quota;
    }

    int noticeDays() {
        return noticeDays;
    }

    /** How many slices the list, or the notice, has so far. */
    int slices() {
        return slices;
    }

    int candidates() {
        return candidates;
    }

    int placed() {
        return placed;
    }

    /** Of the list so far; empty before its first slice. */
    String digest() {
        return digest;
    }

    @Nullable RankedCandidate lastLine() {
        return lastLine;
    }
}
