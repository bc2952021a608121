package org.banshi.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.banshi.app.AppTables;
import org.banshi.command.contract.access.JournalCommand;
import org.banshi.command.contract.clock.BusinessClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

class JournalWriterTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final AppTables tables = AppTables.fresh();
    private final Strangers strangers = new Strangers();
    private final List<JournalCommand> commands = new ArrayList<>();

    @TempDir private Path folder;

    @Test
    void goes_on_with_every_count_once_a_disk_that_was_full_takes_lines_again() throws IOException {
        Path disk = folder.resolve("disk");
        Spool spool = new Spool(disk, 10);
        JournalWriter writer = writer(spool);
        writer.start();
        away(disk);
        strangers.count("192.0.2.1", Instant.now().minus(Duration.ofMinutes(3)));
        strangers.count("198.51.100.1", Instant.now().minus(Duration.ofMinutes(3)));
        try {
            await().atMost(SOON).until(() -> !spool.hasRoom());
            assertThatThrownBy(() -> spool.add("answered to nobody", true))
                    .isInstanceOf(UncheckedIOException.class);

            Files.createDirectories(disk);

            await().atMost(SOON).until(() -> counted().size(), size -> size == 2);
            assertThat(counted()).anyMatch(it -> it.contains("192.0.2.0/24"));
            assertThat(spool.hasRoom()).isTrue();
        } finally {
            writer.stop();
        }
    }

    @Test
    void asks_the_log_to_vouch_only_where_something_came_since() {
        Spool spool = new Spool(folder.resolve("spool"), 10);
        JournalWriter writer = writer(spool);
        strangers.count("192.0.2.1", Instant.now().minus(Duration.ofMinutes(3)));
        assertThat(writer.write()).isTrue();

        writer.seal();
        writer.seal();
        assertThat(commands).hasSize(1);

        strangers.count("192.0.2.1", Instant.now().minus(Duration.ofMinutes(3)));
        writer.write();
        writer.seal();
        assertThat(commands).hasSize(2);
        writer.stop();
    }

    private List<String> counted() {
        return tables.jdbc()
                .sql("SELECT content FROM access_entry WHERE kind = 'STRANGERS'")
                .query(String.class)
                .list();
    }

    private static void away(Path disk) throws IOException {
        try (Stream<Path> files = Files.list(disk)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(disk);
    }

    private JournalWriter writer(Spool spool) {
        Journal journal =
                new Journal(
                        new JdbcTemplate(tables.source()),
                        new JdbcTransactionManager(tables.source()),
                        new Nobodies());
        BusinessClock clock = Instant::now;
        return new JournalWriter(
                spool,
                strangers,
                journal,
                commands::add,
                clock,
                Duration.ofMinutes(10),
                Duration.ofDays(180));
    }

    private static final class Nobodies implements CaseOwners {

        @Override
        public Map<String, String> of(Collection<String> numbers) {
            return Map.of();
        }

        @Override
        public List<String> casesOf(String person) {
            return List.of();
        }
    }
}
