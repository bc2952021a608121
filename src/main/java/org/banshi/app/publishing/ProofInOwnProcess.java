package org.banshi.app.publishing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.banshi.app.platform.ChildProcess;
import org.banshi.catalogue.pack.PackageFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Plays scenarios in a process of its own, on a scratch database, once per content: whatever they
 * do, this process and its data are out of their reach.
 */
final class ProofInOwnProcess implements GoldenProof {

    private static final Logger LOG = LoggerFactory.getLogger(ProofInOwnProcess.class);

    private static final long MINUTES = 15;

    private static final String SERVICES = "services";

    private final Proofs proofs;
    private final Path scratch;
    private final Path bpmn;

    /**
     * @param scratch where the process may write
     * @param bpmn the folder with the reference data that packages rest on
     */
    ProofInOwnProcess(Proofs proofs, Path scratch, Path bpmn) {
        this.proofs = proofs;
        this.scratch = scratch;
        this.bpmn = bpmn;
    }

    @Override
    public boolean isGiven(PackageFiles files) {
        return proofs.has(files.contentHash());
    }

    @Override
    public void give(String service, PackageFiles files, Consumer<String> told) {
        LOG.info("playing the golden scenarios of {}, as its content is new ...", service);
        try {
            Files.createDirectories(scratch);
            Path folder = Files.createTempDirectory(scratch, "bpmn-");
            Path report = Files.createTempFile(scratch, "scenarios-" + service, ".log");
            try {
                lay(bpmn, folder, service, files);
                if (!play(folder, service, report, told)) {
                    throw new UnprovenException(
                            "its golden scenarios did not come true; see " + report);
                }
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
            Files.deleteIfExists(report);
            proofs.add(files.contentHash(), service);
        } catch (IOException | UncheckedIOException e) {
            throw new UnprovenException("its golden scenarios cannot be played: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnprovenException("interrupted while its golden scenarios were played");
        }
    }

    private static boolean play(Path folder, String service, Path report, Consumer<String> told)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                ChildProcess.command(
                                        Map.of("banshi.bpmn", folder.toString()),
                                        List.of("scenarios", service)))
                        .redirectErrorStream(true)
                        .start();
        try {
            Thread reader = new Thread(() -> read(process, report, told), "scenario-report");
            reader.setDaemon(true);
            reader.start();
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            if (ended) {
                reader.join();
            }
            return ended && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }

    private static void read(Process process, Path report, Consumer<String> told) {
        try (BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        process.getInputStream(), StandardCharsets.UTF_8));
                Writer kept = Files.newBufferedWriter(report)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                kept.write(line + "\n");
                kept.flush();
                told.accept(line);
            }
        } catch (IOException | RuntimeException e) {
            // What came of the scenarios is the process's exit, not its words.
            LOG.warn("cannot follow the report of scenarios: {}", e.getClass().getName());
        }
    }

    /**
     * Exactly what is to be proven, on the reference data of now and beside the other items: what a
     * case leads to may begin one of another item, such as a review.
     */
    static void lay(Path bpmn, Path folder, String service, PackageFiles files) throws IOException {
        FileSystemUtils.copyRecursively(bpmn, folder);
        Path target = folder.resolve(SERVICES).resolve(service);
        FileSystemUtils.deleteRecursively(target);
        for (String path : files.paths()) {
            Path file = target.resolve(path).normalize();
            if (!file.startsWith(target)) {
                throw new IOException("a file lies outside the package");
            }
            Files.createDirectories(file.getParent());
            Files.write(file, files.find(path).orElseThrow());
        }
    }
}
