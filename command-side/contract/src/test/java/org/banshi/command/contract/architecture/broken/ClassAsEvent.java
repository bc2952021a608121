package org.banshi.command.contract.architecture.broken;

import org.banshi.command.contract.message.Event;

/** Breaks a rule on purpose. */
public final class ClassAsEvent implements Event {}
