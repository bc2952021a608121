package org.banshi.query.contract.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Which services are there? Answers {@code List<ServiceRow>}, offered ones first.
 *
 * @param region of the citizen, or null for anywhere
 * @param text words that a citizen uses, or null for all
 */
public record FindServices(@Nullable String region, @Nullable String text) {}
