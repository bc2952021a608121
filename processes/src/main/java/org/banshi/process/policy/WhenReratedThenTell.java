package org.banshi.process.policy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.banshi.command.contract.application.ApplicationCommand.RequestDelivery;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.DeliveryChannel;
import org.banshi.command.contract.benefit.BenefitEvent.Rerated;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.process.errand.CaseStory;

/**
 * A benefit is paid by a new standard: its person is told, as part of the case that led to it. The
 * reason and the amount stand on the page of the benefit.
 */
public final class WhenReratedThenTell implements Policy {

    /** What is delivered. */
    private static final String DOCUMENT = "rate-change";

    private final CaseStory story;

    public WhenReratedThenTell(CaseStory story) {
        this.story = story;
    }

    @Override
    public String name() {
        return "when-rerated-then-tell";
    }

    @Override
    public Set<Class<? extends Event>> causes() {
        return Set.of(Rerated.class);
    }

    /** Nobody is told about a person whose key was destroyed. */
    @Override
    public List<Command> follows(Event event, Stamp stamp) {
        if (!(event instanceof Rerated rerated)) {
            return List.of();
        }
        return story.last(rerated.application(), Applied.class, it -> it.details() != null)
                .map(it -> List.<Command>of(tell(rerated, stamp)))
                .orElse(List.of());
    }

    private static Command tell(Rerated rerated, Stamp stamp) {
        String name = rerated.benefit() + "/rerated/" + rerated.from();
        return new RequestDelivery(
                rerated.application(),
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString(),
                DOCUMENT,
                DeliveryChannel.TEXT_MESSAGE,
                stamp);
    }
}
