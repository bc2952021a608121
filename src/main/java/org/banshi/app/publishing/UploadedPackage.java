package org.banshi.app.publishing;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.banshi.catalogue.manifest.ManifestReader;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.XmlElement;
import org.banshi.catalogue.source.XmlSource;

/**
 * What somebody handed in: the files of one item, with or without its folder around them.
 *
 * @param service the folder's name, or without one the id of the process
 */
record UploadedPackage(String service, PackageFiles files) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+){0,8}");
    private static final int LONGEST_NAME = 60;
    private static final Pattern IN_FOLDER = Pattern.compile("([^/]+)/" + ManifestReader.FILE);
    private static final String PROCESS = "process.bpmn";

    /**
     * Reads a ZIP.
     *
     * @throws IllegalArgumentException when it is none, too large, or tells no item
     */
    static UploadedPackage read(byte[] zip) {
        PackageFiles all = PackageFiles.ofZip(zip);
        Optional<String> folder =
                all.has(ManifestReader.FILE)
                        ? Optional.empty()
                        : all.paths().stream()
                                .map(IN_FOLDER::matcher)
                                .filter(Matcher::matches)
                                .map(it -> it.group(1))
                                .findFirst();
        PackageFiles files = folder.map(it -> below(all, it)).orElse(all);
        String service = folder.orElseGet(() -> process(files));
        if (!NAME.matcher(service).matches() || service.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    service.isEmpty()
                            ? "it does not tell which item it is: service.yaml or process.bpmn is"
                                    + " missing"
                            : '"'
                                    + service
                                    + "\" is no key of an item: name the folder by it, such as"
                                    + " temporary-assistance");
        }
        return new UploadedPackage(service, files);
    }

    private static PackageFiles below(PackageFiles all, String folder) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String path : all.paths()) {
            if (!path.startsWith(folder + "/")) {
                throw new IllegalArgumentException("a file lies outside the package");
            }
            files.put(path.substring(folder.length() + 1), all.find(path).orElseThrow());
        }
        return PackageFiles.of(files);
    }

    private static String process(PackageFiles files) {
        return files.find(PROCESS)
                .flatMap(it -> XmlSource.read(PROCESS, it, new Findings()))
                .flatMap(root -> root.children("process").stream().findFirst())
                .map(XmlElement::id)
                .orElse("");
    }
}
