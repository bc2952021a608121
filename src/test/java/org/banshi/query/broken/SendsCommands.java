package org.banshi.query.broken;

import org.axonframework.commandhandling.CommandBus;

/** Breaks a rule of the architecture, to prove that the rule bites. */
public record SendsCommands(CommandBus bus) {}
