package org.banshi.query.contract.dispute;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.application.Material;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.arbitration.AwardedItem;
import org.banshi.command.contract.arbitration.ClaimKind;
import org.banshi.command.contract.arbitration.Role;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.arbitration.ServiceWay;
import org.banshi.command.contract.arbitration.Side;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A dispute from the seat of one party: what it filed itself and what was served on it. Numbers,
 * phones and addresses of others are not in it, nor what others asked of the panel.
 *
 * @param party key of the party that looks
 * @param due last day for the award, null while there is none
 * @param over whether all is decided
 * @param ending how the case ended, in words; null while it goes on
 */
public record Dispute(
        String number,
        Text service,
        String party,
        Side side,
        @Nullable DueDate due,
        boolean over,
        @Nullable Text ending,
        List<Party> parties,
        List<Claim> claims,
        @Nullable DueDate answerBy,
        List<Answer> answers,
        List<String> panel,
        List<Hearing> hearings,
        List<Served> served,
        List<Copy> copies,
        List<Request> requests,
        List<Exhibit> evidence,
        List<Advance> advances) {

    /** Somebody who takes part; {@code name} is null after an erasure. */
    public record Party(String key, Side side, Role role, @Nullable String name) {}

    /**
     * Evidence that the party filed, or that was served on it.
     *
     * @param proves what it is to prove, in its party's words; null after an erasure
     * @param served whether it reached the other side
     */
    public record Exhibit(
            int serial,
            String party,
            List<Material> papers,
            @Nullable String proves,
            boolean served) {}

    /**
     * What the party asked of the panel itself; nobody else's is told.
     *
     * @param kind {@code recusal} or {@code adjournment}
     * @param about the arbitrator, or empty
     * @param state {@code open}, {@code granted} or {@code denied}
     * @param answer why it was denied, where the party was told
     */
    public record Request(
            String kind, String about, LocalDate day, String state, @Nullable String answer) {}

    /**
     * A claim that concerns the party.
     *
     * @param standing {@code filed} while it is not decided whether it joins the case, {@code
     *     joined}, {@code refused}, {@code taken-back} by its party, or {@code withdrawn} by not
     *     coming to the hearing
     * @param decideBy until when that is decided, for one that came later
     */
    public record Claim(
            String key,
            String party,
            ClaimKind kind,
            LocalDate since,
            boolean counter,
            @Nullable BigDecimal amount,
            @Nullable String grounds,
            String standing,
            @Nullable DueDate decideBy) {}

    /** The party's own answer, or one that was served on it. */
    public record Answer(String party, @Nullable String answer) {}

    /**
     * A hearing of which the party was told.
     *
     * @param missed whether the party was told and did not come
     */
    public record Hearing(
            int hearing, LocalDate day, String half, String room, String state, boolean missed) {}

    /**
     * Payment before the award that the party or its representative asked for, or on which a
     * decision was served on it.
     *
     * @param advance number of the request in the case
     * @param claims keys of the claims
     * @param state {@code open}, {@code granted}, {@code denied}, {@code handed-over} to a court,
     *     or {@code moot} where the case ended before a decision
     * @param court to which it was handed over for execution
     */
    public record Advance(
            int advance,
            List<String> claims,
            LocalDate askedOn,
            String state,
            @Nullable String court,
            @Nullable LocalDate handedOverOn) {}

    /** A document that reached the party. */
    public record Served(
            ServedDocument document,
            int serial,
            LocalDate day,
            ServiceWay way,
            List<Remedy> remedies) {}

    /** The party's copy of a settlement or an award. */
    public record Copy(
            ServedDocument document,
            int serial,
            @Nullable List<AwardedItem> items,
            @Nullable String text) {}
}
