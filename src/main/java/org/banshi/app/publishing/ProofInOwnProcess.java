package org.banshi.app.publishing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.banshi.app.platform.ChildProcess;
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
    private final Path scratch;

    /**
     * @param scratch where the process may write
     */
    ProofInOwnProcess(Proofs proofs, Path scratch) {
        this.proofs = proofs;
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
                    new ProcessBuilder(ChildProcess.command(List.of("scenarios", service)))
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
}
