package org.banshi.catalogue.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody can put into a ZIP to reach what is not theirs. */
class HostileZipTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../service.yaml",
                "a/../../service.yaml",
                "/etc/passwd",
                "C:/windows.yaml",
                "..\\service.yaml",
                "a//service.yaml",
                "./service.yaml",
                "a/..",
                "a\u0000b"
            })
    void refuses_names_that_lead_elsewhere(String name) throws IOException {
        byte[] zip = zip(name);
        assertThatThrownBy(() -> PackageFiles.ofZip(zip))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_a_link() throws IOException {
        byte[] zip = zip("service.yaml");
        assertThat(PackageFiles.ofZip(zip).paths()).containsExactly("service.yaml");

        assertThatThrownBy(() -> PackageFiles.ofZip(asLink(zip))).hasMessageContaining("link");
    }

    @Test
    void refuses_more_entries_than_any_package_has_though_they_are_folders() throws IOException {
        String[] folders = new String[501];
        for (int at = 0; at < folders.length; at++) {
            folders[at] = "folder-" + at + "/";
        }
        byte[] zip = zip(folders);

        assertThatThrownBy(() -> PackageFiles.ofZip(zip)).hasMessageContaining("too large");
    }

    @Test
    void leaves_out_what_is_hidden() throws IOException {
        assertThat(
                        PackageFiles.ofZip(
                                        zip(
                                                "service.yaml",
                                                ".git/config",
                                                "a/.DS_Store",
                                                "__MACOSX/x"))
                                .paths())
                .containsExactly("service.yaml");
    }

    /** The mode that Unix tools write for a symbolic link, into the central directory. */
    private static byte[] asLink(byte[] zip) {
        byte[] link = zip.clone();
        for (int at = 0; at + 46 < link.length; at++) {
            if (link[at] == 'P' && link[at + 1] == 'K' && link[at + 2] == 1 && link[at + 3] == 2) {
                link[at + 41] = (byte) 0xA1;
            }
        }
        return link;
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                if (!name.endsWith("/")) {
                    out.write(new byte[] {1});
                }
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
