package org.banshi.app.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.banshi.catalogue.DirectoryCatalogue;
import org.banshi.catalogue.pack.PackageFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a package is proven on. */
class ProofInOwnProcessTest {

    @TempDir private Path folder;

    @Test
    void lays_exactly_the_package_beside_the_other_items_and_the_reference_data() throws Exception {
        PackageFiles files =
                PackageFiles.of(Map.of("service.yaml", "name: x".getBytes(StandardCharsets.UTF_8)));

        ProofInOwnProcess.lay(Path.of("../bpmn"), folder, "destitute-support", files);

        Map<String, PackageFiles> laid = DirectoryCatalogue.packages(folder);
        assertThat(laid.get("destitute-support").contentHash()).isEqualTo(files.contentHash());
        assertThat(laid)
                .containsKeys("benefit-review", "minimum-living-allowance")
                .hasSameSizeAs(DirectoryCatalogue.packages(Path.of("../bpmn")));
        assertThat(Files.isRegularFile(folder.resolve("bodies.yaml"))).isTrue();
    }
}
