package org.banshi.query.projection.points;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.settlement.CandidacyEvent;
import org.banshi.command.contract.settlement.RankedCandidate;
import org.banshi.command.contract.settlement.RoundEvent;
import org.banshi.query.contract.points.RoundView;
import org.jspecify.annotations.Nullable;

/** A round while events are folded into it. What it counts, it counts once: see the projection. */
final class RoundRow {

    final String round;
    final String region;
    final int year;
    private String status = "open";
    private final LocalDate from;
    private final LocalDate until;
    private final int quota;
    private final LocalDate confirmBy;
    private final int noticeDays;
    private final boolean provisional;
    private int candidates;
    private int slices;
    private int ranked;
    private int placed;
    private RoundView.@Nullable Edge edge;
    private int told;
    private int confirmed;
    private int givenUp;
    private int published;
    private int cards;
    private int moved;
    private int revoked;
    private @Nullable String digest;
    private @Nullable Instant begunAt;
    private @Nullable Instant completedAt;
    private @Nullable DueDate noticeUntil;

    RoundRow(RoundEvent.RoundOpened opened) {
        this.round = opened.round().value();
        this.region = opened.region().value();
        this.year = opened.year();
        this.from = opened.from();
        this.until = opened.until();
        this.quota = opened.quota();
        this.confirmBy = opened.confirmBy();
        this.noticeDays = opened.noticeDays();
        this.provisional = opened.provisional();
    }

    /** As it was written. */
    RoundRow(RoundView view) {
        this.round = view.round();
        this.region = view.region();
        this.year = view.year();
        this.status = view.status();
        this.from = view.from();
        this.until = view.until();
        this.quota = view.quota();
        this.confirmBy = view.confirmBy();
        this.noticeDays = view.noticeDays();
        this.provisional = view.provisional();
        this.candidates = view.candidates();
        this.slices = view.slices();
        this.ranked = view.ranked();
        this.placed = view.placed();
        this.edge = view.edge();
        this.told = view.told();
        this.confirmed = view.confirmed();
        this.givenUp = view.givenUp();
        this.published = view.published();
        this.cards = view.cards();
        this.moved = view.moved();
        this.revoked = view.revoked();
        this.digest = view.digest();
        this.begunAt = view.begunAt();
        this.completedAt = view.completedAt();
        this.noticeUntil = view.noticeUntil();
    }

    RoundView view() {
        return new RoundView(
                round,
                region,
                year,
                status,
                from,
                until,
                quota,
                confirmBy,
                noticeDays,
                provisional,
                candidates,
                slices,
                ranked,
                placed,
                edge,
                told,
                confirmed,
                givenUp,
                published,
                cards,
                moved,
                revoked,
                digest,
                begunAt,
                completedAt,
                noticeUntil);
    }

    void on(RoundEvent event, Instant at) {
        if (event instanceof RoundEvent.RankingBegun) {
            status = "ranking";
            begunAt = at;
        } else if (event instanceof RoundEvent.SliceRanked slice && slice.slice() == slices) {
            slices++;
            ranked = slice.soFar().candidates();
            placed = slice.soFar().placed();
            slice.lines().stream().filter(it -> it.rank() <= quota).forEach(this::edge);
        } else if (event instanceof RoundEvent.RankingCompleted completed) {
            status = "ranked";
            digest = completed.digest();
            completedAt = at;
        } else if (event instanceof RoundEvent.NoticePosted posted) {
            status = "posting";
            noticeUntil = posted.until();
        } else if (event instanceof RoundEvent.NoticeSlicePosted posted && posted.last()) {
            status = "notice";
        } else if (event instanceof RoundEvent.RoundClosed) {
            status = "closed";
        }
    }

    private void edge(RankedCandidate line) {
        boolean tied = edge != null && edge.rank() == line.rank();
        BigDecimal base = line.keys().base();
        edge =
                new RoundView.Edge(
                        line.rank(),
                        base,
                        line.keys().medicalMonths(),
                        line.keys().permitMonths(),
                        tied ? edge.tied() + 1 : 1);
    }

    /** Counts what happened to one candidate. */
    void count(CandidacyEvent event) {
        if (event instanceof CandidacyEvent.Entered) {
            // Who enters later is not in the list.
            candidates += status.equals("open") ? 1 : 0;
        } else if (event instanceof CandidacyEvent.Withdrawn
                || event instanceof CandidacyEvent.StruckOff) {
            candidates -= status.equals("open") ? 1 : 0;
        } else if (event instanceof CandidacyEvent.Placed) {
            told++;
        } else if (event instanceof CandidacyEvent.ConfirmedOnSite) {
            confirmed++;
        } else if (event instanceof CandidacyEvent.GivenUp) {
            givenUp++;
        } else if (event instanceof CandidacyEvent.Published) {
            published++;
        } else if (event instanceof CandidacyEvent.CardIssued) {
            cards++;
        } else if (event instanceof CandidacyEvent.HouseholdMoved) {
            moved++;
        } else if (event instanceof CandidacyEvent.Revoked) {
            revoked++;
        }
    }
}
