package org.banshi.command.contract.architecture.broken;

import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;

/** Breaks a rule on purpose. */
public record AimlessCommand(String target, Stamp stamp) implements Command {}
