package org.banshi.app.scenario;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.banshi.app.Launch;
import org.banshi.app.Subcommand;
import org.banshi.app.platform.Setting;
import org.banshi.app.platform.StartUpException;
import org.banshi.catalogue.DirectoryCatalogue;
import org.banshi.catalogue.InvalidPackageException;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.check.PackageValidator;
import org.banshi.catalogue.manifest.ManifestReader;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.reference.YamlReferenceData;
import org.banshi.catalogue.source.Finding;

/**
 * What the writer of a package asks again and again: all that has to be mended, by file and line;
 * and where nothing has, whether its scenarios come true. Nothing is published.
 */
public final class CheckCommand implements Subcommand {

    private final Path bpmn;
    private final PrintStream out;
    private final boolean chinese;

    public CheckCommand() {
        this(
                Setting.of("banshi.bpmn").map(Path::of).orElse(Launch.home().resolve("bpmn")),
                System.out,
                Locale.getDefault());
    }

    /**
     * @param bpmn the folder with the data that packages rest on, and with those that are shipped
     * @param reader whose language it is told in: Chinese where it is theirs, else English
     */
    CheckCommand(Path bpmn, PrintStream out, Locale reader) {
        this.bpmn = bpmn;
        this.out = out;
        this.chinese = reader.getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String summary() {
        return "check packages and play their scenarios: check [FOLDER | SERVICE ...]";
    }

    @Override
    public int run(List<String> arguments) throws IOException {
        Map<String, Path> folders = folders(arguments);
        PackageValidator validator = new PackageValidator(reference());
        Map<String, PackageFiles> playable = new TreeMap<>();
        Set<String> mistaken = new TreeSet<>();
        folders.forEach(
                (service, folder) -> {
                    PackageFiles files = PackageFiles.ofFolder(folder);
                    List<Finding> findings = validator.validate(service, files);
                    findings.forEach(
                            it -> out.println(folder + "/" + (chinese ? it.inChinese() : it)));
                    if (!findings.isEmpty()) {
                        out.printf(
                                chinese ? "%s：%d 处要更正%n" : "%s: %d to mend%n",
                                service,
                                findings.size());
                        mistaken.add(service);
                    }
                    if (findings.isEmpty() || validator.faults(service, files).isEmpty()) {
                        playable.put(service, files);
                    }
                });
        boolean cameTrue = playable.isEmpty() || play(playable, mistaken);
        return cameTrue && mistaken.isEmpty() ? 0 : 1;
    }

    /** Whatever scenarios there are, even where others are missing; that proves nothing then. */
    private boolean play(Map<String, PackageFiles> playable, Set<String> mistaken)
            throws IOException {
        out.printf(
                chinese ? "正在演练情景：%s ……%n" : "Playing the scenarios of %s ...%n",
                String.join(chinese ? "、" : ", ", playable.keySet()));
        // Where the application begins to log, it goes by what stands outside of it.
        System.setProperty("logging.level.root", "error");
        System.setProperty("logging.level.org.banshi", "error");
        BiConsumer<String, PackageFiles> proofs =
                ScenariosCommand.proofs(Setting.of("banshi.proofs").map(Path::of).orElse(null));
        return ScenariosCommand.play(
                playable,
                Theatre::perform,
                (service, files) -> {
                    if (!mistaken.contains(service)) {
                        proofs.accept(service, files);
                    }
                });
    }

    private ReferenceData reference() {
        try {
            return YamlReferenceData.read(bpmn);
        } catch (InvalidPackageException broken) {
            throw new StartUpException(broken.getMessage());
        }
    }

    private Map<String, Path> folders(List<String> arguments) {
        Map<String, Path> folders = new TreeMap<>();
        for (String argument : arguments) {
            Path folder = folder(argument);
            folders.put(folder.toAbsolutePath().normalize().getFileName().toString(), folder);
        }
        if (arguments.isEmpty()) {
            DirectoryCatalogue.packages(bpmn)
                    .keySet()
                    .forEach(it -> folders.put(it, bpmn.resolve("services").resolve(it)));
        }
        return folders;
    }

    /** A folder of files, wherever it is, or a service that is shipped. */
    private Path folder(String argument) {
        Path shipped = bpmn.resolve("services").resolve(argument);
        for (Path folder : List.of(Path.of(argument), shipped)) {
            if (Files.isDirectory(folder)) {
                if (!Files.isRegularFile(folder.resolve(ManifestReader.FILE))) {
                    throw new StartUpException(
                            folder + " is no package: it has no " + ManifestReader.FILE);
                }
                return folder;
            }
        }
        throw new StartUpException(
                "there is no folder " + argument + ", and no service of that name in " + bpmn);
    }
}
