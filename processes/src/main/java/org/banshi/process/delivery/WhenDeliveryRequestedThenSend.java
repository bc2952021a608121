package org.banshi.process.delivery;

import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.command.contract.application.ApplicationCommand;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ApplicationEvent.DeliveryRequested;
import org.banshi.command.contract.application.DeliveryChannel;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stamp;
import org.banshi.process.errand.CaseStory;
import org.banshi.process.errand.Errand;
import org.banshi.process.errand.TicketWriter.Wanted;
import org.jspecify.annotations.Nullable;

/**
 * Tells an applicant by text message or e-mail that a document is there, and records the delivery.
 * Post and window are delivered by officers, who record it on the case's page or in a step.
 */
public final class WhenDeliveryRequestedThenSend implements Errand {

    /** Name of the reader and of the actor. */
    public static final String NAME = "when-delivery-requested-then-send";

    private static final Set<DeliveryChannel> CHANNELS =
            Set.of(DeliveryChannel.TEXT_MESSAGE, DeliveryChannel.EMAIL);

    private final MessagePort messages;
    private final CaseStory story;
    private final CommandGateway commands;
    private final BusinessClock clock;

    public WhenDeliveryRequestedThenSend(
            MessagePort messages, CaseStory story, CommandGateway commands, BusinessClock clock) {
        this.messages = messages;
        this.story = story;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return NAME;
    }

    @Override
    public void run(Ticket ticket) {
        Optional<DeliveryRequested> requested =
                story.last(
                        ticket.application(),
                        DeliveryRequested.class,
                        it -> it.delivery().equals(ticket.key()));
        Optional<Applied> applied = story.last(ticket.application(), Applied.class, it -> true);
        if (requested.isPresent() && applied.isPresent()) {
            String proof = send(requested.get(), applied.get().number());
            commands.sendAndWait(
                    new ApplicationCommand.RecordDelivery(
                            ticket.application(),
                            ticket.key(),
                            clock.today(),
                            proof,
                            new Stamp(clock.now(), Actor.system(NAME))));
        }
    }

    /** The words name no service: the phone may be shared. */
    private String send(DeliveryRequested requested, String number) {
        return messages.send(
                requested.delivery(),
                requested.channel(),
                requested.address(),
                "您有新的文书 A document for you",
                "您办理的事项（编号 %s）有新的文书，请登录查看。There is a document on case %s; log in to read it."
                        .formatted(number, number));
    }

    /** What asks for a message: a document that can be sent. */
    public static @Nullable Wanted wanted(Event event) {
        return event instanceof DeliveryRequested requested
                        && CHANNELS.contains(requested.channel())
                ? new Wanted(requested.application(), requested.delivery())
                : null;
    }
}
