package org.banshi.app.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.query.contract.dispute.Dispute;
import org.banshi.query.contract.dispute.Docket;
import org.jspecify.annotations.Nullable;

/** What workers asked to be paid before the award, and what came of it. */
final class Advances {

    private static final String OPEN = "open";
    private static final String GRANTED = "granted";
    private static final String LAPSED = "lapsed";

    private final List<Docket.Advance> advances = new ArrayList<>();

    void take(ArbitrationEvent event, LocalDate day) {
        if (event instanceof ArbitrationEvent.AdvanceAsked asked) {
            advances.add(
                    new Docket.Advance(
                            new Dispute.Advance(
                                    asked.advance(), asked.claims(), day, OPEN, null, null),
                            asked.party(),
                            asked.amount(),
                            asked.grounds()));
        } else if (event instanceof ArbitrationEvent.AdvanceGranted granted) {
            change(granted.advance(), it -> now(it, GRANTED, null, null));
        } else if (event instanceof ArbitrationEvent.AdvanceDenied denied) {
            change(denied.advance(), it -> now(it, "denied", null, null));
        } else if (event instanceof ArbitrationEvent.AdvanceHandedOver handed) {
            change(handed.advance(), it -> now(it, "handed-over", handed.court(), handed.day()));
        } else if (event instanceof ArbitrationEvent.ClaimsWithdrawn withdrawn) {
            lapse(withdrawn.claims());
        } else if (event instanceof ArbitrationEvent.ClaimsDeemedWithdrawn withdrawn) {
            lapse(withdrawn.claims());
        } else if (event instanceof ArbitrationEvent.SettlementBound) {
            end(false);
        }
    }

    /** What was granted on a claim that is withdrawn since is not handed over any more. */
    private void lapse(List<String> withdrawn) {
        advances.replaceAll(
                it ->
                        it.asked().state().equals(GRANTED)
                                        && it.asked().claims().stream()
                                                .anyMatch(withdrawn::contains)
                                ? with(it, now(it.asked(), LAPSED, null, null))
                                : it);
    }

    /**
     * Nothing is decided on it any more.
     *
     * @param brokenOff without a decision on the dispute: what was granted and not handed over is
     *     not handed over any more
     */
    void end(boolean brokenOff) {
        replace(OPEN, "moot");
        if (brokenOff) {
            replace(GRANTED, LAPSED);
        }
    }

    private void replace(String state, String next) {
        advances.replaceAll(
                it ->
                        it.asked().state().equals(state)
                                ? with(it, now(it.asked(), next, null, null))
                                : it);
    }

    private void change(int number, UnaryOperator<Dispute.Advance> next) {
        advances.replaceAll(
                it -> it.asked().advance() == number ? with(it, next.apply(it.asked())) : it);
    }

    private static Docket.Advance with(Docket.Advance it, Dispute.Advance asked) {
        return new Docket.Advance(asked, it.party(), it.amount(), it.grounds());
    }

    private static Dispute.Advance now(
            Dispute.Advance it, String state, @Nullable String court, @Nullable LocalDate day) {
        return new Dispute.Advance(it.advance(), it.claims(), it.askedOn(), state, court, day);
    }

    /** Every one, for the committee. */
    List<Docket.Advance> all() {
        return List.copyOf(advances);
    }

    /**
     * The party's own, and those that are known to it. Of what its representative asked, too, for
     * several at once it sees its own share.
     *
     * @param own keys of the party's claims
     */
    List<Dispute.Advance> of(String party, Set<String> own, IntPredicate known) {
        return advances.stream()
                .map(
                        it ->
                                it.party().equals(party) || known.test(it.asked().advance())
                                        ? it.asked()
                                        : share(it.asked(), own))
                .filter(it -> !it.claims().isEmpty())
                .toList();
    }

    private static Dispute.Advance share(Dispute.Advance it, Set<String> own) {
        return new Dispute.Advance(
                it.advance(),
                it.claims().stream().filter(own::contains).toList(),
                it.askedOn(),
                it.state(),
                it.court(),
                it.handedOverOn());
    }
}
