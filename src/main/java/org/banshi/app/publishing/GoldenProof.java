package org.banshi.app.publishing;

import org.banshi.catalogue.pack.PackageFiles;

/** Whether a package does what its golden scenarios say. */
@FunctionalInterface
public interface GoldenProof {

    /** Believes every package; where the scenarios themselves are played. */
    GoldenProof NOT_ASKED = (service, files) -> {};

    /**
     * Returns when the scenarios came true, now or earlier.
     *
     * @throws UnprovenException when they do not
     */
    void require(String service, PackageFiles files);
}
