package org.banshi.app.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.query.contract.dispute.Dispute;
import org.banshi.query.contract.dispute.Docket;
import org.jspecify.annotations.Nullable;

/** What parties of a dispute asked of its panel, and what came of it. */
final class Pleas {

    private static final String OPEN = "open";
    private static final String GRANTED = "granted";
    private static final String DENIED = "denied";

    private final List<Docket.Plea> recusals = new ArrayList<>();
    private final List<Docket.Plea> adjournments = new ArrayList<>();

    void take(ArbitrationEvent event, LocalDate day) {
        if (event instanceof ArbitrationEvent.RecusalAsked asked) {
            recusals.add(
                    new Docket.Plea(
                            asked.party(), asked.arbitrator(), day, asked.grounds(), OPEN, null));
        } else if (event instanceof ArbitrationEvent.RecusalDecided decided) {
            settle(
                    recusals,
                    plea -> plea.about().equals(decided.arbitrator()),
                    decided.upheld() ? GRANTED : DENIED);
        } else if (event instanceof ArbitrationEvent.AdjournmentAsked asked) {
            adjournments.add(
                    new Docket.Plea(
                            asked.party(),
                            String.valueOf(asked.hearing()),
                            day,
                            asked.grounds(),
                            OPEN,
                            null));
        } else if (event instanceof ArbitrationEvent.AdjournmentDenied denied) {
            settle(
                    adjournments,
                    of(denied.hearing()).and(plea -> plea.party().equals(denied.party())),
                    DENIED,
                    denied.reason());
        } else if (event instanceof ArbitrationEvent.HearingAdjourned adjourned) {
            settle(adjournments, of(adjourned.hearing()), GRANTED);
        } else if (event instanceof ArbitrationEvent.HearingHeld held) {
            settle(adjournments, of(held.hearing()), DENIED);
        } else if (event instanceof ArbitrationEvent.DeemedWithdrawn deemed) {
            settle(adjournments, of(deemed.hearing()), DENIED);
        }
    }

    private static Predicate<Docket.Plea> of(int hearing) {
        return plea -> plea.about().equals(String.valueOf(hearing));
    }

    private static void settle(
            List<Docket.Plea> pleas, Predicate<Docket.Plea> concerned, String state) {
        settle(pleas, concerned, state, null);
    }

    private static void settle(
            List<Docket.Plea> pleas,
            Predicate<Docket.Plea> concerned,
            String state,
            @Nullable String answer) {
        pleas.replaceAll(
                plea ->
                        plea.state().equals(OPEN) && concerned.test(plea)
                                ? new Docket.Plea(
                                        plea.party(),
                                        plea.about(),
                                        plea.day(),
                                        plea.grounds(),
                                        state,
                                        answer)
                                : plea);
    }

    List<Docket.Plea> recusals() {
        return List.copyOf(recusals);
    }

    List<Docket.Plea> adjournments() {
        return List.copyOf(adjournments);
    }

    /** The party's own. */
    List<Dispute.Request> of(String party) {
        return Stream.concat(
                        recusals.stream()
                                .filter(plea -> plea.party().equals(party))
                                .map(
                                        plea ->
                                                new Dispute.Request(
                                                        "recusal",
                                                        plea.about(),
                                                        plea.day(),
                                                        plea.state(),
                                                        null)),
                        adjournments.stream()
                                .filter(plea -> plea.party().equals(party))
                                .map(
                                        plea ->
                                                new Dispute.Request(
                                                        "adjournment",
                                                        "",
                                                        plea.day(),
                                                        plea.state(),
                                                        plea.answer())))
                .toList();
    }
}
