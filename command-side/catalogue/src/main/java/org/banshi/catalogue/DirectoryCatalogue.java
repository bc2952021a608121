package org.banshi.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.reference.YamlReferenceData;
import org.banshi.command.contract.application.ServiceVersion;

/** The packages of a {@code bpmn/} folder, straight from its files. */
public final class DirectoryCatalogue {

    private DirectoryCatalogue() {}

    /** Every package of the folder as version 1, unchecked; for tools and tests. */
    public static PublishedCatalogue read(Path folder) {
        PublishedCatalogue catalogue = new PublishedCatalogue(YamlReferenceData.read(folder));
        packages(folder)
                .forEach((name, files) -> catalogue.add(new ServiceVersion(name, 1), files));
        return catalogue;
    }

    /** The files of every package below {@code services/}, by name of the item. */
    public static Map<String, PackageFiles> packages(Path folder) {
        Map<String, PackageFiles> packages = new TreeMap<>();
        for (Path service : folders(folder.resolve("services"))) {
            packages.put(service.getFileName().toString(), PackageFiles.ofFolder(service));
        }
        return packages;
    }

    private static List<Path> folders(Path parent) {
        try (Stream<Path> paths = Files.list(parent)) {
            return paths.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
