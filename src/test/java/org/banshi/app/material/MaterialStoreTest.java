package org.banshi.app.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.banshi.app.AppTables;
import org.banshi.app.material.MaterialRefusedException.Fault;
import org.banshi.command.contract.person.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class MaterialStoreTest {

    private static final AppTables TABLES = AppTables.fresh();
    private static final PersonId PERSON = new PersonId("person-1");
    private static final Instant NOW = Instant.parse("2026-09-14T01:00:00Z");
    private static final byte[] PDF = "%PDF-1.4\n李梅的户口簿".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PNG =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGA"
                                    + "WjR9awAAAABJRU5ErkJggg==");

    private final MaterialStore store =
            new MaterialStore(
                    TABLES.folder().resolve("materials"), TABLES.personal(), TABLES.jdbc());

    @Test
    void gives_back_what_it_was_given() {
        StoredMaterial kept = store.store(PERSON, PDF, NOW);

        assertThat(store.find(kept.id())).contains(kept);
        assertThat(store.read(kept)).hasValue(PDF);
        assertThat(kept.mediaType()).isEqualTo("application/pdf");
        assertThat(kept.size()).isEqualTo(PDF.length);
        assertThat(kept.sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void keeps_nothing_readable_on_the_disk() throws IOException {
        store.store(PERSON, PDF, NOW);

        try (Stream<Path> files = Files.walk(TABLES.folder().resolve("materials"))) {
            List<Path> papers = files.filter(Files::isRegularFile).toList();
            assertThat(papers).isNotEmpty();
            for (Path paper : papers) {
                String content = new String(Files.readAllBytes(paper), StandardCharsets.UTF_8);
                assertThat(content).doesNotContain("%PDF-").doesNotContain("李梅");
                assertThat(paper.toString()).doesNotEndWith(".part");
            }
        }
    }

    @Test
    void judges_by_the_content_alone() {
        assertThat(store.store(PERSON, PNG, NOW).mediaType()).isEqualTo("image/png");
        for (String other :
                List.of(
                        "<svg onload='x'>",
                        "MZ\u0090\0",
                        "#!/bin/sh\n",
                        "<html><script>",
                        "text")) {
            refuses(other.getBytes(StandardCharsets.ISO_8859_1), Fault.TYPE_NOT_ALLOWED);
        }
    }

    @Test
    void refuses_what_is_empty_or_larger_than_ten_megabytes() {
        byte[] most = Arrays.copyOf(PDF, (int) MaterialStore.MAX_SIZE);

        assertThat(store.store(PERSON, most, NOW).size()).isEqualTo(MaterialStore.MAX_SIZE);
        refuses(Arrays.copyOf(PDF, most.length + 1), Fault.TOO_LARGE);
        refuses(new byte[0], Fault.EMPTY);
    }

    @Test
    void finds_nothing_by_something_that_is_no_id() {
        assertThat(store.find("../../etc/passwd")).isEmpty();
        assertThat(store.find("00000000-0000-0000-0000-000000000000")).isEmpty();
    }

    @Test
    void finds_many_in_one_question_and_nobody_elses() {
        StoredMaterial one = store.store(PERSON, PDF, NOW);
        StoredMaterial two = store.store(PERSON, PNG, NOW);
        StoredMaterial others = store.store(new PersonId("person-2"), PDF, NOW);
        AtomicInteger questions = new AtomicInteger();
        JdbcClient counted =
                JdbcClient.create(
                        new DelegatingDataSource(TABLES.source()) {
                            @Override
                            public Connection getConnection() throws SQLException {
                                questions.incrementAndGet();
                                return super.getConnection();
                            }
                        });
        MaterialStore asked =
                new MaterialStore(TABLES.folder().resolve("materials"), TABLES.personal(), counted);
        String gone = "00000000-0000-0000-0000-000000000000";

        assertThat(asked.find(PERSON, List.of("none", gone, two.id(), others.id(), one.id())))
                .containsOnly(Map.entry(one.id(), one), Map.entry(two.id(), two));
        assertThat(questions).hasValue(1);
        assertThat(asked.find(PERSON, List.of("none"))).isEmpty();
        assertThat(questions).hasValue(1);
    }

    private void refuses(byte[] bytes, Fault fault) {
        assertThatThrownBy(() -> store.store(PERSON, bytes, NOW))
                .isInstanceOfSatisfying(
                        MaterialRefusedException.class,
                        refused -> assertThat(refused.fault()).isEqualTo(fault));
    }
}
