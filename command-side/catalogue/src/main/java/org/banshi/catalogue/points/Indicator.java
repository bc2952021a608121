package org.banshi.catalogue.points;

import java.math.BigDecimal;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table.
 *
 * @param key stable, such as {@code permit-years}
 * @param choice of the indicators with the same word here only the highest counts; null where it
 *     counts by itself
 * @param settlement whether it belongs to the subset for household registration (入户)
 * @param source of the figures
 * @param provisional whether they are to be confirmed
 */
public record Indicator(
        String key,
        Group group,
        Text name,
        Measure measure,
        @Nullable String choice,
        boolean settlement,
        String source,
        boolean provisional) {

    /** Whether the figure behind such points is to be confirmed. */
    public boolean isOpen(BigDecimal points) {
        return provisional || measure.provisional(points);
    }

    /** The three parts of a table. */
    public enum Group {
        BASE,
        PLUS,
        MINUS
    }
}
