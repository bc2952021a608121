package org.banshi.query.projection.progress;

import java.util.List;
import java.util.Optional;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.ServiceDefinition.Ending;
import org.banshi.command.contract.application.ApplicationEvent.AcceptanceRefused;
import org.banshi.command.contract.application.ApplicationEvent.Concluded;
import org.banshi.command.contract.application.ApplicationEvent.RuleDecided;
import org.banshi.command.contract.application.ApplicationEvent.StageStarted;
import org.banshi.command.contract.application.ApplicationEvent.StepCompleted;
import org.banshi.command.contract.application.ApplicationEvent.Terminated;
import org.banshi.command.contract.application.ApplicationEvent.Withdrawn;
import org.banshi.command.contract.arbitration.ArbitrationEvent.DeemedWithdrawn;
import org.banshi.command.contract.message.Event;
import org.banshi.eventstore.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * Which of the item's own endings a case comes to, while its events are folded. A conclusion ends
 * the case by the newest mark before it; any other end by its own mark alone.
 *
 * @param step the stage begun last
 * @param mark the newest mark for which the item has words
 * @param ended the mark by which the case ended
 */
public record Endings(@Nullable String step, @Nullable String mark, @Nullable String ended) {

    /** Nothing has happened yet. */
    public static final Endings NONE = new Endings(null, null, null);

    /** After one more event. */
    public Endings after(Recorded recorded, ServiceDefinition service) {
        Event event = recorded.event();
        if (event instanceof StageStarted started) {
            return new Endings(started.step(), mark, ended);
        }
        String own = own(recorded, service);
        String newest = own == null ? mark : own;
        if (event instanceof Concluded) {
            return new Endings(step, newest, newest);
        }
        return ends(event) ? new Endings(step, newest, own) : new Endings(step, newest, ended);
    }

    /** The mark by which a whole story ended; empty where the item has no words for it. */
    public static Optional<String> of(List<Recorded> story, ServiceDefinition service) {
        Endings endings = NONE;
        for (Recorded recorded : story) {
            endings = endings.after(recorded, service);
        }
        return Optional.ofNullable(endings.ended);
    }

    /** The words for how the case ended, or null. */
    @Nullable Ending words(ServiceDefinition service) {
        return ended == null ? null : service.endings().get(ended);
    }

    private @Nullable String own(Recorded recorded, ServiceDefinition service) {
        List<String> marks =
                recorded.event() instanceof RuleDecided rule
                        ? List.of(rule.decision() + "/" + rule.outcome())
                        : recorded.event() instanceof StepCompleted done
                                ? List.of(done.step() + "/" + done.outcome())
                                : List.of(step + "/" + recorded.name(), recorded.name());
        return marks.stream().filter(service.endings()::containsKey).findFirst().orElse(null);
    }

    private static boolean ends(Event event) {
        return event instanceof AcceptanceRefused
                || event instanceof Withdrawn
                || event instanceof Terminated
                || event instanceof DeemedWithdrawn;
    }
}
