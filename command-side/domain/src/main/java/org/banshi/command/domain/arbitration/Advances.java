package org.banshi.command.domain.arbitration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.jspecify.annotations.Nullable;

/** What was asked to be paid before the award, and how far each request has come: only evolves. */
final class Advances {

    /** Where a request stands. */
    enum Standing {
        OPEN,
        GRANTED,
        DENIED,
        /** It was granted on a claim that is withdrawn since. */
        LAPSED,
        HANDED_OVER
    }

    private final List<Advance> advances = new ArrayList<>();

    /**
     * A request.
     *
     * @param amount for each claim; null: as claimed, or after an erasure
     * @param ruledOn when it was granted, null otherwise
     */
    record Advance(
            int number,
            List<String> claims,
            @Nullable BigDecimal amount,
            Standing standing,
            @Nullable LocalDate ruledOn) {}

    void on(ArbitrationEvent event) {
        if (event instanceof ArbitrationEvent.AdvanceAsked asked) {
            advances.add(
                    new Advance(
                            asked.advance(), asked.claims(), asked.amount(), Standing.OPEN, null));
        } else if (event instanceof ArbitrationEvent.AdvanceGranted granted) {
            move(granted.advance(), Standing.GRANTED, granted.day());
        } else if (event instanceof ArbitrationEvent.AdvanceDenied denied) {
            move(denied.advance(), Standing.DENIED, null);
        } else if (event instanceof ArbitrationEvent.AdvanceHandedOver handed) {
            move(handed.advance(), Standing.HANDED_OVER, handed.day());
        }
    }

    /** What was granted on any of the claims is not handed over any more. */
    void lapse(List<String> withdrawn) {
        for (Advance it : List.copyOf(advances)) {
            if (it.standing() == Standing.GRANTED
                    && it.claims().stream().anyMatch(withdrawn::contains)) {
                move(it.number(), Standing.LAPSED, it.ruledOn());
            }
        }
    }

    private void move(int number, Standing next, @Nullable LocalDate day) {
        advances.replaceAll(
                it ->
                        it.number() == number
                                ? new Advance(number, it.claims(), it.amount(), next, day)
                                : it);
    }

    Optional<Advance> find(int number) {
        return advances.stream().filter(it -> it.number() == number).findFirst();
    }

    /** Whether it is asked for a claim, or granted on it. */
    boolean covers(String claim) {
        return advances.stream()
                .filter(it -> it.standing() != Standing.DENIED)
                .filter(it -> it.standing() != Standing.LAPSED)
                .anyMatch(it -> it.claims().contains(claim));
    }

    boolean anyOpen() {
        return advances.stream().anyMatch(it -> it.standing() == Standing.OPEN);
    }

    int count() {
        return advances.size();
    }

    /** Numbers of those that were granted, whatever came of them: each ruling is served. */
    List<Integer> granted() {
        return that(Set.of(Standing.GRANTED, Standing.LAPSED, Standing.HANDED_OVER));
    }

    /** Numbers of those that were denied. */
    List<Integer> denied() {
        return that(Set.of(Standing.DENIED));
    }

    private List<Integer> that(Set<Standing> standings) {
        return advances.stream()
                .filter(it -> standings.contains(it.standing()))
                .map(Advance::number)
                .toList();
    }
}
