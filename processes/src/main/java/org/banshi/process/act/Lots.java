package org.banshi.process.act;

import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.social.Lot;

/** Hands out places in the rows of cases of which some are drawn. */
public interface Lots {

    /**
     * The next place of the item's cases in {@code county} and {@code year}; given back where the
     * case rolls back.
     *
     * @param service item
     * @param percent of its cases that are drawn at least: another share is another row
     */
    Lot next(String service, int percent, RegionCode county, int year);
}
