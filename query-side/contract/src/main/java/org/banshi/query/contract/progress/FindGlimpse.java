package org.banshi.query.contract.progress;

/**
 * Where does the case of this number stand, for somebody who has its query code? Answers {@code
 * Optional<Glimpse>}.
 */
public record FindGlimpse(String number, String queryCode) {}
