package org.banshi.app.architecture.broken;

import org.banshi.app.signin.broken.OpenSecret;

/** Breaks a rule of the architecture, to prove that the rule bites. */
public record ReadsSessions(OpenSecret secret) {}
