package org.banshi.app.signin.broken;

/** Stands for something that is nobody's business outside the room of log-in. */
public record OpenSecret(String token) {}
