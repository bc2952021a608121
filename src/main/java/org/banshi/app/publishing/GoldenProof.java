package org.banshi.app.publishing;

import java.util.function.Consumer;
import org.banshi.catalogue.pack.PackageFiles;

/** Whether a package holds together and does what its golden scenarios say. */
interface GoldenProof {

    /** Believes every package; where packages are proven, and in tests. */
    GoldenProof NOT_ASKED =
            new GoldenProof() {
                @Override
                public boolean isGiven(PackageFiles files) {
                    return true;
                }

                @Override
                public void give(String service, PackageFiles files, Consumer<String> told) {
                    throw new UnsupportedOperationException();
                }
            };

    /** Whether it was proven before that this content holds. */
    boolean isGiven(PackageFiles files);

    /**
     * Plays the scenarios; from then on the proof is given.
     *
     * @param told gets each line of the report as soon as it is known
     * @throws UnprovenException when they do not come true
     */
    void give(String service, PackageFiles files, Consumer<String> told);
}
