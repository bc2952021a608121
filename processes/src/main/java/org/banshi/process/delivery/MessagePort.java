package org.banshi.process.delivery;

import org.banshi.command.contract.application.DeliveryChannel;

/** Text messages and e-mails to people. */
public interface MessagePort {

    /**
     * Hand a message over. Called outside any transaction that changes a case.
     *
     * @param delivery id of the delivery; handing the same one over twice sends one message
     * @param address phone number or e-mail address
     * @return the proof of delivery, for the record
     * @throws MessengerMissingException where nothing sends messages: it was not sent
     * @throws RuntimeException where it may not have been taken, and is to be handed over again
     */
    String send(
            String delivery, DeliveryChannel channel, String address, String subject, String text);
}
