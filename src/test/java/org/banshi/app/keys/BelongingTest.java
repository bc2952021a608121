package org.banshi.app.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.banshi.app.AppTables;
import org.banshi.app.platform.StartUpException;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class BelongingTest {

    private final JdbcClient jdbc = AppTables.fresh().jdbc();

    @TempDir private Path data;

    @TempDir private Path another;

    @Test
    void opens_the_same_keys_again_and_refuses_others() throws IOException {
        String first = open(data);
        assertThat(open(data)).isEqualTo(first);
        assertThat(data.resolve(Belonging.FILE)).isRegularFile();

        refuses(another, "that are not in " + another.resolve("keys"));
        assertThat(another).isEmptyDirectory();
        FileKeyVault.open(another.resolve("keys"), null).close();
        refuses(another, "are not those of this database");

        Files.delete(data.resolve(Belonging.FILE));
        assertThat(open(data)).isEqualTo(first);
        assertThat(data.resolve(Belonging.FILE)).isRegularFile();
    }

    @Test
    void leaves_a_folder_alone_whose_database_is_another() throws IOException {
        open(data);
        jdbc.sql("DELETE FROM belonging").update();

        refuses(data, "belong to another database");

        assertThat(jdbc.sql("SELECT count(*) FROM belonging").query(Integer.class).single())
                .isZero();
        Files.delete(data.resolve(Belonging.FILE));
        open(data);
        jdbc.sql("UPDATE belonging SET id = gen_random_uuid()").update();
        refuses(data, "belong to another database");
    }

    @Test
    void makes_no_keys_for_a_database_that_was_restored_without_its_own() throws IOException {
        jdbc.sql("UPDATE event_heads SET position = 7").update();

        refuses(data, "restore them (./banshi restore --keys DIR)");

        assertThat(data).isEmptyDirectory();
        FileKeyVault.open(data.resolve("keys"), null).close();
        open(data);
    }

    private void refuses(Path folder, String why) {
        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(StartUpException.class)
                .hasMessageContaining(why);
    }

    private String open(Path folder) {
        try (FileKeyVault vault = Belonging.keys(folder, null, jdbc)) {
            return Belonging.fingerprint(vault);
        }
    }
}
