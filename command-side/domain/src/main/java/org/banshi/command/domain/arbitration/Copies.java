package org.banshi.command.domain.arbitration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.AwardedItem;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.jspecify.annotations.Nullable;

/** Each party's own copy of what the panel ruled; a member of a group reads of the own claims. */
final class Copies {

    /** A claim with what is ruled on it, yuan with two decimals; null where it is no sum. */
    record Item(Claims.Claim claim, @Nullable BigDecimal amount) {

        AwardedItem awarded() {
            return new AwardedItem(claim.key(), amount);
        }
    }

    private Copies() {}

    static List<ArbitrationEvent.CopyIssued> of(
            ArbitrationCase it,
            ArbitrationState state,
            ServedDocument document,
            int serial,
            List<Item> items,
            String reasons) {
        List<ArbitrationEvent.CopyIssued> copies = new ArrayList<>();
        for (Parties.Party party : state.parties().all()) {
            List<AwardedItem> own =
                    items.stream()
                            .filter(item -> concerns(item.claim(), party, state))
                            .map(Item::awarded)
                            .toList();
            if (!own.isEmpty()) {
                copies.add(
                        new ArbitrationEvent.CopyIssued(
                                it.id(),
                                party.person(),
                                party.key(),
                                document,
                                serial,
                                own,
                                reasons));
            }
        }
        return copies;
    }

    private static boolean concerns(
            Claims.Claim claim, Parties.Party party, ArbitrationState state) {
        return claim.party().equals(party.key())
                || state.parties()
                        .find(claim.party())
                        .map(claimant -> claimant.side() != party.side())
                        .orElse(true);
    }
}
