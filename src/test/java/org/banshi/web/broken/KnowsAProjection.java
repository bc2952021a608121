package org.banshi.web.broken;

import org.banshi.query.projection.ReadModels;

/** Breaks a rule of the architecture, to prove that the rule bites. */
public record KnowsAProjection(ReadModels models) {}
