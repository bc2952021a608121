package org.banshi.query.projection.progress;

import java.util.ArrayList;
import java.util.List;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.application.ApplicationEvent.StageStarted;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.Pending;
import org.banshi.command.contract.message.Event;

/**
 * What a labour dispute changes on the applicant's page. Several offices and the other side act at
 * a time: their acts are told in the story, while the page goes on to be about the stage.
 */
final class DisputeProgress {

    private DisputeProgress() {}

    /** Whether it leaves the page's words as they are. */
    static boolean isStill(Event event) {
        return event instanceof ArbitrationEvent
                && !(event instanceof ArbitrationEvent.DeemedWithdrawn);
    }

    /**
     * Whether an office deals with what a party brought in, while the case goes on as it was: it is
     * nobody else's business that there is something, before it is served.
     */
    static boolean isBeside(StageStarted stage, ServiceDefinition service) {
        Step step = service.steps().get(stage.step());
        return step != null
                && step.outcomes().stream().anyMatch(it -> Pending.of(it.act()).isPresent());
    }

    static void remember(Case c, ArbitrationEvent event) {
        if (event instanceof ArbitrationEvent.SettlementBound
                || event instanceof ArbitrationEvent.AwardMade) {
            // In part, too: nobody withdraws any more.
            c.decided = true;
        } else if (event instanceof ArbitrationEvent.DocumentServed served
                && served.subject().equals(c.person)) {
            // The applicant's own; each award has its own last day.
            List<Remedy> remedies = new ArrayList<>(c.remedies);
            remedies.addAll(served.remedies());
            c.remedies = List.copyOf(remedies);
        }
    }
}
