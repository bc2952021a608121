package org.banshi.app;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.DirectoryCatalogue;
import org.banshi.catalogue.pack.PackageFiles;

/** The packages that are shipped, read once for all tests of a JVM. */
public final class Shipped {

    private static final Path FOLDER = Path.of("../bpmn");

    private Shipped() {}

    /** What applies of them, with the reference data. */
    public static Catalogue catalogue() {
        return Read.CATALOGUE;
    }

    /** Their files, by the service's name. */
    public static Map<String, PackageFiles> packages() {
        return Found.PACKAGES;
    }

    private static final class Read {
        static final Catalogue CATALOGUE = DirectoryCatalogue.read(FOLDER);
    }

    private static final class Found {
        static final Map<String, PackageFiles> PACKAGES =
                Collections.unmodifiableMap(DirectoryCatalogue.packages(FOLDER));
    }
}
