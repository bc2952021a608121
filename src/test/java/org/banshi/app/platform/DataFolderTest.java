package org.banshi.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir private Path temporary;

    @Test
    void belongs_to_one_process_at_a_time() {
        Path folder = temporary.resolve("data");
        try (DataFolder owned = DataFolder.own(folder)) {
            assertThatThrownBy(() -> DataFolder.own(owned.path()))
                    .isInstanceOf(StartUpException.class)
                    .hasMessageContaining("another Banshi")
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()))
                    .hasMessageContaining("BANSHI_DATA");
        }
        DataFolder.own(folder).close();
    }

    @Test
    void is_closed_to_other_people() throws IOException {
        Path folder = DataFolder.create(temporary.resolve("data"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void says_in_one_line_when_it_cannot_be_made() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> DataFolder.own(file.resolve("data")))
                .isInstanceOf(StartUpException.class)
                .hasMessageContaining("data folder")
                .hasMessageContaining(file.toString())
                .extracting(Throwable::getMessage)
                .asString()
                .hasLineCount(1);
    }
}
