package org.banshi.app.scenario;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.banshi.app.Launch;
import org.banshi.app.Subcommand;
import org.banshi.app.platform.Setting;
import org.banshi.app.platform.StartUpException;
import org.banshi.app.publishing.Proofs;
import org.banshi.catalogue.DirectoryCatalogue;
import org.banshi.catalogue.pack.PackageFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** Plays golden scenarios on a database made for it and thrown away after. */
public final class ScenariosCommand implements Subcommand {

    /** Jobs are run by the player, when the scenario's time has come. */
    private static final Map<String, Object> SETTINGS =
            Map.of(
                    "spring.profiles.active",
                    ScenarioWiring.PROFILE,
                    "camunda.bpm.job-execution.enabled",
                    false);

    @Override
    public String name() {
        return "scenarios";
    }

    @Override
    public String summary() {
        return "play the golden scenarios of packages: scenarios [--proofs FOLDER] [SERVICE ...]";
    }

    @Override
    public int run(List<String> arguments) throws IOException {
        List<String> services = new ArrayList<>(arguments);
        @Nullable Path proofs = null;
        if (services.size() >= 2 && services.get(0).equals("--proofs")) {
            proofs = Path.of(services.get(1));
            services.subList(0, 2).clear();
        }
        Path bpmn = Setting.of("banshi.bpmn").map(Path::of).orElse(Launch.home().resolve("bpmn"));
        Map<String, PackageFiles> packages = DirectoryCatalogue.packages(bpmn);
        for (String service : services) {
            if (!packages.containsKey(service)) {
                throw new StartUpException("there is no package " + service + " in " + bpmn);
            }
        }
        packages.keySet().retainAll(services.isEmpty() ? packages.keySet() : services);
        return play(packages, Theatre::play, proofs(proofs)) ? 0 : 1;
    }

    /** Keeps a proof of each package whose scenarios came true; {@code folder} may be null. */
    static BiConsumer<String, PackageFiles> proofs(@Nullable Path folder) {
        return folder == null
                ? (service, files) -> {}
                : (service, files) -> new Proofs(List.of(folder)).add(files.contentHash(), service);
    }

    /** One way to play a package. */
    interface Play {
        Theatre.Report play(Theatre theatre, String service, PackageFiles files, PrintStream out);
    }

    /**
     * Plays all scenarios of packages and prints what came of them.
     *
     * @param proven told of each of which all came true
     */
    static boolean play(
            Map<String, PackageFiles> packages, Play play, BiConsumer<String, PackageFiles> proven)
            throws IOException {
        Path scratch = Files.createTempDirectory("banshi-scenarios");
        boolean allTrue = true;
        try (Launch.Running running = Launch.scratch(scratch, SETTINGS)) {
            Theatre theatre = running.context().getBean(Theatre.class);
            for (Map.Entry<String, PackageFiles> one : packages.entrySet()) {
                boolean cameTrue =
                        play.play(theatre, one.getKey(), one.getValue(), System.out).cameTrue();
                if (cameTrue) {
                    proven.accept(one.getKey(), one.getValue());
                }
                allTrue &= cameTrue;
            }
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
        return allTrue;
    }
}
