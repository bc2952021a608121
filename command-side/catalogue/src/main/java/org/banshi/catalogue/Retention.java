package org.banshi.catalogue;

import java.time.LocalDate;

/**
 * How long the files of an item's cases are kept.
 *
 * @param granted years for cases in which something was granted
 * @param otherwise years for all others
 * @param source law or rule
 * @param provisional whether the figures are still to be confirmed
 */
public record Retention(int granted, int otherwise, String source, boolean provisional) {

    /**
     * First day on which a case need not be kept any more. Years run from the first of January
     * after the year in which it ended, as those of archives do.
     *
     * @param ended day on which the case, or what it granted, ended
     */
    public LocalDate overOn(LocalDate ended, boolean wasGranted) {
        return LocalDate.of(ended.getYear() + 1 + (wasGranted ? granted : otherwise), 1, 1);
    }
}
