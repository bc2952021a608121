package org.banshi.catalogue.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.banshi.catalogue.LanternLicence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageFilesTest {

    private final PackageFiles lantern = LanternLicence.valid().files();

    @Test
    void come_back_from_a_zip_as_they_went_in() {
        PackageFiles back = PackageFiles.ofZip(lantern.toZip());

        assertThat(back.paths()).isEqualTo(lantern.paths());
        assertThat(back.contentHash()).isEqualTo(lantern.contentHash()).matches("[0-9a-f]{64}");
        assertThat(back.toZip()).isEqualTo(lantern.toZip());
    }

    @Test
    void have_another_hash_when_a_byte_or_a_name_changes() {
        assertThat(of("a", "bc").contentHash())
                .isEqualTo(of("a", "bc").contentHash())
                .isNotEqualTo(of("a", "bd").contentHash())
                .isNotEqualTo(of("ab", "c").contentHash());
    }

    @Test
    void cannot_be_changed_from_outside() {
        lantern.find("service.yaml").orElseThrow()[0] = 0;

        assertThat(lantern.text("service.yaml")).startsWith("name:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../service.yaml", "/service.yaml", "tasks/../../x", "tasks\\..\\x"})
    void refuse_a_zip_that_names_a_file_outside(String name) throws IOException {
        byte[] zip = zip(name, new byte[1]);

        assertThatThrownBy(() -> PackageFiles.ofZip(zip))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outside");
    }

    @Test
    void refuse_a_zip_that_unpacks_to_too_much() throws IOException {
        byte[] bomb = zip("service.yaml", new byte[PackageFiles.LARGEST + 1]);

        assertThatThrownBy(() -> PackageFiles.ofZip(bomb))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too large");
    }

    @Test
    void refuse_what_is_no_zip() {
        assertThatThrownBy(() -> PackageFiles.ofZip("no".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PackageFiles of(String path, String content) {
        return PackageFiles.of(Map.of(path, content.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
            out.closeEntry();
        }
        return bytes.toByteArray();
    }
}
