package org.banshi.command.contract.architecture.broken;

import org.axonframework.messaging.MetaData;
import org.banshi.command.contract.message.Event;

/** Breaks a rule on purpose. */
public record KnowsAxon(MetaData metadata) implements Event {}
