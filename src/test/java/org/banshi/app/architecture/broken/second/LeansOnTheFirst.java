package org.banshi.app.architecture.broken.second;

import org.banshi.app.architecture.broken.first.LeansOnTheSecond;

/** Breaks a rule of the architecture, to prove that the rule bites. */
public record LeansOnTheFirst(LeansOnTheSecond other) {}
