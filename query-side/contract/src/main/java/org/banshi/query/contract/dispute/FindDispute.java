package org.banshi.query.contract.dispute;

import org.banshi.query.contract.access.Scope;

/**
 * What does a dispute look like from the seat of the scope's own person? Answers {@code
 * Optional<Dispute>}; empty for everybody who is no party.
 */
public record FindDispute(String number, Scope scope) {}
