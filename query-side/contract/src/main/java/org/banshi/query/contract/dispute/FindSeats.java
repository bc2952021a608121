package org.banshi.query.contract.dispute;

import org.banshi.query.contract.access.Scope;

/**
 * As which parties does the scope's own person take part in disputes? Newest first, at most 200.
 * Answers {@code List<Seat>}.
 */
public record FindSeats(Scope scope) {}
