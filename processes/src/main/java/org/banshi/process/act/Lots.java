package org.banshi.process.act;

import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.social.Lot;

/** Hands out places in the rows of cases of which some are drawn. */
public interface Lots {

    /** The next place of {@code county} in {@code year}; given back where the case rolls back. */
    Lot next(RegionCode county, int year);
}
