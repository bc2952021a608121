package org.banshi.command.contract.architecture.broken;

import org.banshi.command.contract.message.Personal;

/** Breaks a rule on purpose. */
public record GossipingRecord(@Personal String name) {}
