package org.banshi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.command.contract.application.ServiceVersion;
import org.junit.jupiter.api.Test;

class PublishedCatalogueTest {

    private final PublishedCatalogue catalogue = new PublishedCatalogue(LanternLicence.reference());

    @Test
    void a_case_keeps_the_version_that_it_pinned() {
        PackageFiles first = LanternLicence.valid().files();
        PackageFiles second =
                LanternLicence.valid().replace("service.yaml", "灯笼许可", "新灯笼许可").files();
        catalogue.add(LanternLicence.VERSION, first);
        catalogue.add(new ServiceVersion(LanternLicence.NAME, 2), second);

        assertThat(catalogue.find(LanternLicence.VERSION).orElseThrow().name().zh())
                .isEqualTo("灯笼许可");
        assertThat(catalogue.current(LanternLicence.NAME).orElseThrow().name().zh())
                .isEqualTo("新灯笼许可");
        assertThat(catalogue.current())
                .extracting(ServiceDefinition::version)
                .containsExactly(new ServiceVersion(LanternLicence.NAME, 2));
    }

    @Test
    void a_version_never_changes() {
        catalogue.add(LanternLicence.VERSION, LanternLicence.valid().files());
        catalogue.add(
                LanternLicence.VERSION,
                LanternLicence.valid().replace("service.yaml", "灯笼许可", "假灯笼").files());

        assertThat(catalogue.current(LanternLicence.NAME).orElseThrow().name().zh())
                .isEqualTo("灯笼许可");
    }

    @Test
    void reads_a_package_when_first_asked_and_only_once() {
        AtomicInteger reads = new AtomicInteger();
        catalogue.add(
                LanternLicence.VERSION,
                () -> {
                    reads.incrementAndGet();
                    return LanternLicence.valid().files();
                });
        assertThat(reads).hasValue(0);

        IntStream.range(0, 50).parallel().forEach(i -> catalogue.find(LanternLicence.VERSION));

        assertThat(reads).hasValue(1);
    }

    /** As of a case that another node began on a version that it has published just now. */
    @Test
    void looks_for_news_before_it_says_that_a_version_was_not_published() {
        AtomicInteger looks = new AtomicInteger();
        List<PublishedCatalogue> itself = new ArrayList<>();
        PublishedCatalogue behind =
                new PublishedCatalogue(
                        LanternLicence.reference(),
                        () -> {
                            looks.incrementAndGet();
                            itself.get(0)
                                    .add(LanternLicence.VERSION, LanternLicence.valid().files());
                        });
        itself.add(behind);

        assertThat(behind.find(LanternLicence.VERSION)).isPresent();
        assertThat(behind.find(LanternLicence.VERSION)).isPresent();
        assertThat(looks).hasValue(1);
        assertThat(behind.find(new ServiceVersion(LanternLicence.NAME, 2))).isEmpty();
    }

    @Test
    void knows_nothing_of_what_was_not_published() {
        assertThat(catalogue.find(LanternLicence.VERSION)).isEmpty();
        assertThat(catalogue.current("moon-licence")).isEmpty();
        assertThat(catalogue.current()).isEmpty();
    }

    @Test
    void a_folder_is_read_as_first_versions() {
        PublishedCatalogue folder = DirectoryCatalogue.read(LanternLicence.BPMN);

        assertThat(folder.find(LanternLicence.VERSION)).isPresent();
        assertThat(folder.reference().categories()).containsKey("festivals");
    }
}
