package org.banshi.app.scenario;

import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.social.Lot;
import org.banshi.process.act.Lots;

/** The lot falls as the scenario that is being played says: the first is always drawn. */
final class StageLots implements Lots {

    /** By which the second is not. */
    private static final String SEED = "stage";

    private volatile boolean spared;

    void set(boolean spared) {
        this.spared = spared;
    }

    @Override
    public Lot next(String service, int percent, RegionCode county, int year) {
        return new Lot(service, county, year, spared ? 2 : 1, SEED);
    }
}
