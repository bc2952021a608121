package org.banshi.command.contract.application;

/** How a document reaches a person. */
public enum DeliveryChannel {
    TEXT_MESSAGE,
    EMAIL,
    POST,
    WINDOW
}
