package org.banshi.app.architecture.broken.first;

import org.banshi.app.architecture.broken.second.LeansOnTheFirst;

/** Breaks a rule of the architecture, to prove that the rule bites. */
public record LeansOnTheSecond(LeansOnTheFirst other) {}
