package org.banshi.app.publishing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.banshi.catalogue.pack.PackageFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays scenarios in a process of its own, on a scratch database, once per content: whatever they
 * do, this process and its data are out of their reach.
 */
final class ProofInOwnProcess implements GoldenProof {

    private static final Logger LOG = LoggerFactory.getLogger(ProofInOwnProcess.class);

    private static final long MINUTES = 15;

    private final Proofs proofs;
    private final Path bpmn;
    private final Path scratch;

    /**
     * @param scratch where the process may write
     */
    ProofInOwnProcess(Proofs proofs, Path bpmn, Path scratch) {
        this.proofs = proofs;
        this.bpmn = bpmn;
        this.scratch = scratch;
    }

    @Override
    public void require(String service, PackageFiles files) {
        if (proofs.has(files.contentHash())) {
            return;
        }
        LOG.info("playing the golden scenarios of {}, as its content is new ...", service);
        try {
            Files.createDirectories(scratch);
            Path report = Files.createTempFile(scratch, "scenarios-" + service, ".log");
            Process process =
                    new ProcessBuilder(command(service))
                            .redirectErrorStream(true)
                            .redirectOutput(report.toFile())
                            .start();
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly();
            }
            if (!ended || process.exitValue() != 0) {
                throw new UnprovenException(
                        "its golden scenarios did not come true; see " + report);
            }
            Files.deleteIfExists(report);
            proofs.add(files.contentHash(), service);
        } catch (IOException e) {
            throw new UnprovenException("its golden scenarios cannot be played: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnprovenException("interrupted while its golden scenarios were played");
        }
    }

    private List<String> command(String service) {
        List<String> command = new ArrayList<>();
        command.add(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.add("-Dbanshi.bpmn=" + bpmn);
        for (String passed : List.of("banshi.home", "banshi.postgres")) {
            String value = System.getProperty(passed);
            if (value != null) {
                command.add("-D" + passed + "=" + value);
            }
        }
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.banshi.app.Banshi",
                        "scenarios",
                        service));
        return command;
    }
}
