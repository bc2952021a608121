package org.banshi.command.contract.architecture.broken;

import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stored;

/** Breaks a rule on purpose. */
@Stored("OddlyNamed")
public record OddlyNamedEvent() implements Event {}
