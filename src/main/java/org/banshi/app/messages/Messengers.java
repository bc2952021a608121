package org.banshi.app.messages;

import java.util.List;
import org.banshi.app.outbound.Outbound;
import org.banshi.process.delivery.MessagePort;
import org.banshi.process.delivery.MessengerMissingException;

/**
 * Finds who sends messages: the messenger that is configured; else a demo keeps them in its outbox,
 * and outside a demo nothing is sent and nobody says that it was.
 */
final class Messengers {

    private static final MessagePort NONE =
            (delivery, channel, address, subject, text) -> {
                throw new MessengerMissingException();
            };

    private Messengers() {}

    static MessagePort of(
            MessageSettings settings, Outbound outbound, boolean demo, MessagePort outbox) {
        if (settings.address() != null) {
            return new HttpMessenger(settings, settings.address(), outbound);
        }
        return demo ? outbox : NONE;
    }

    /** What whoever starts the platform should know. */
    static List<String> notices(MessageSettings settings, boolean demo) {
        return demo || settings.address() != null
                ? List.of()
                : List.of(
                        "NOTE: no messenger is configured (BANSHI_MESSAGES_ADDRESS): no text"
                                + " message and no e-mail is sent. What is to be delivered by one"
                                + " becomes an incident; officers deliver it otherwise, or it is"
                                + " sent when the incident is retried.");
    }
}
