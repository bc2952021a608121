package org.banshi.command.contract.architecture.broken;

import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.message.Event;

/** Breaks a rule on purpose. */
public record UnmarkedFormEvent(FormData form) implements Event {}
