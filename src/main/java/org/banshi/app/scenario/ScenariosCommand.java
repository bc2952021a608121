package org.banshi.app.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.banshi.app.Launch;
import org.banshi.app.Subcommand;
import org.banshi.app.platform.Setting;
import org.banshi.app.platform.StartUpException;
import org.banshi.app.publishing.Proofs;
import org.banshi.catalogue.DirectoryCatalogue;
import org.banshi.catalogue.pack.PackageFiles;
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
        Path proofs = null;
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
        return play(packages, proofs) ? 0 : 1;
    }

    private static boolean play(Map<String, PackageFiles> packages, Path proofs)
            throws IOException {
        Path scratch = Files.createTempDirectory("banshi-scenarios");
        boolean allTrue = true;
        try (Launch.Running running = Launch.scratch(scratch, SETTINGS)) {
            Theatre theatre = running.context().getBean(Theatre.class);
            for (Map.Entry<String, PackageFiles> one : packages.entrySet()) {
                boolean cameTrue =
                        theatre.play(one.getKey(), one.getValue(), System.out).cameTrue();
                if (cameTrue && proofs != null) {
                    new Proofs(List.of(proofs)).add(one.getValue().contentHash(), one.getKey());
                }
                allTrue &= cameTrue;
            }
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
        return allTrue;
    }
}
