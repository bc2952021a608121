package org.banshi.query.contract.dispute;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as the committee has it before it: what waits for its decision beside the tasks.
 *
 * @param over whether all is decided
 * @param hearings every one, with the parties who did not come
 */
public record Docket(
        String number,
        Text service,
        boolean over,
        List<Dispute.Party> parties,
        List<Dispute.Claim> claims,
        List<String> panel,
        List<Plea> recusals,
        List<Plea> adjournments,
        List<Sitting> hearings,
        List<Dispute.Exhibit> evidence,
        List<Advance> advances) {

    /**
     * What a party asks for.
     *
     * @param about the arbitrator, or the number of the hearing
     * @param grounds null after an erasure
     * @param state {@code open}, {@code granted} or {@code denied}
     * @param answer why it was denied, where the party was told
     */
    public record Plea(
            String party,
            String about,
            LocalDate day,
            @Nullable String grounds,
            String state,
            @Nullable String answer) {}

    /**
     * Payment before the award that a worker asks for.
     *
     * @param asked as that party has it before it
     * @param amount in yuan, for each claim; null: as claimed, or after an erasure
     * @param grounds null after an erasure
     */
    public record Advance(
            Dispute.Advance asked,
            String party,
            @Nullable BigDecimal amount,
            @Nullable String grounds) {}

    /** A hearing and who was missing. */
    public record Sitting(
            int hearing,
            LocalDate day,
            String half,
            String room,
            String state,
            List<String> absent) {}
}
