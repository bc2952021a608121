package org.banshi.catalogue.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    @ValueSource(
            strings = {
                "../service.yaml",
                "/service.yaml",
                "tasks/../../x",
                "tasks\\..\\x",
                "tasks//x",
                "./x",
                "..",
                "/",
                "c:x",
                "a\u2028/../../x",
                "a\u2029/../../x",
                "a\u0085/../../x",
                "a\u2028x",
                "a\u2029x",
                "a\u0085x",
                "a\u0000x",
                "a\nx",
                "a\u202ex"
            })
    void refuse_a_zip_that_names_a_file_outside(String name) throws IOException {
        byte[] zip = zip(name, new byte[1]);

        assertThatThrownBy(() -> PackageFiles.ofZip(zip))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outside");
    }

    @Test
    void refuse_a_name_that_is_too_long_however_it_is_made_up() throws IOException {
        for (String name : List.of("a/".repeat(30_000) + "x", "x".repeat(256))) {
            byte[] zip = zip(name, new byte[1]);

            assertThatThrownBy(() -> PackageFiles.ofZip(zip))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("outside");
        }
        String longest = "名/" + "x".repeat(253);
        assertThat(PackageFiles.ofZip(zip(longest, new byte[1])).paths()).containsExactly(longest);
    }

    @Test
    void leave_out_what_is_hidden_and_folders() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String name : List.of("tasks/", ".git/x", "__MACOSX/x", "tasks/.x", "tasks/a")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(1);
                out.closeEntry();
            }
        }

        assertThat(PackageFiles.ofZip(bytes.toByteArray()).paths()).containsExactly("tasks/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"service.yaml", ".x", "__MACOSX/x", "tasks/", ".git/"})
    void refuse_a_zip_that_unpacks_to_too_much(String name) throws IOException {
        byte[] bomb = zip(name, new byte[PackageFiles.LARGEST + 1]);

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
