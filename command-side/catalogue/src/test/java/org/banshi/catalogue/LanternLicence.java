package org.banshi.catalogue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.pack.PackageLoader;
import org.banshi.catalogue.reference.YamlReferenceData;
import org.banshi.command.contract.application.ServiceVersion;

/** An invented item (灯笼许可) that has a part of every kind. */
public final class LanternLicence {

    public static final String NAME = "lantern-licence";
    public static final Path BPMN = Path.of("src/test/resources/bpmn");
    public static final ServiceVersion VERSION = new ServiceVersion(NAME, 1);

    private final Map<String, byte[]> files = new TreeMap<>();

    private LanternLicence() {
        PackageFiles valid = PackageFiles.ofFolder(BPMN.resolve("services").resolve(NAME));
        valid.paths().forEach(path -> files.put(path, valid.find(path).orElseThrow()));
    }

    /** The item as it is published: valid. */
    public static LanternLicence valid() {
        return new LanternLicence();
    }

    public static ReferenceData reference() {
        return YamlReferenceData.read(BPMN);
    }

    public static ServiceDefinition definition() {
        return new PackageLoader(reference()).load(VERSION, valid().files());
    }

    /** The first place where {@code text} stands in {@code file} says {@code instead}. */
    public LanternLicence replace(String file, String text, String instead) {
        String content = new String(files.get(file), StandardCharsets.UTF_8);
        int at = content.indexOf(text);
        if (at < 0) {
            throw new IllegalArgumentException(file + " does not say " + text);
        }
        return write(
                file, content.substring(0, at) + instead + content.substring(at + text.length()));
    }

    public LanternLicence write(String file, String content) {
        return write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    public LanternLicence write(String file, byte[] content) {
        files.put(file, content);
        return this;
    }

    public LanternLicence remove(String file) {
        files.remove(file);
        return this;
    }

    public PackageFiles files() {
        return PackageFiles.of(files);
    }
}
