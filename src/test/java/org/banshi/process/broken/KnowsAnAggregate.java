package org.banshi.process.broken;

import org.banshi.command.domain.application.Application;

/** Breaks a rule of the architecture, to prove that the rule bites. */
public record KnowsAnAggregate(Application application) {}
