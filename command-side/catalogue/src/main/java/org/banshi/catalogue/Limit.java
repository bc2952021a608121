package org.banshi.catalogue;

import org.banshi.command.contract.application.TermUnit;

/**
 * How long something may take.
 *
 * @param amount in {@code unit}
 * @param source law, notice or promise that sets it
 * @param provisional whether the figure is still to be confirmed
 */
public record Limit(int amount, TermUnit unit, String source, boolean provisional) {}
