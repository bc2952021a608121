package org.banshi.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.banshi.app.TestDatabase;
import org.banshi.app.platform.Database;
import org.banshi.app.platform.StartUpException;
import org.banshi.eventstore.LogExport;
import org.banshi.eventstore.tree.Checkpoint;
import org.banshi.eventstore.tree.ConsistencyProof;
import org.banshi.eventstore.tree.InclusionProof;
import org.banshi.eventstore.tree.MerkleLeaf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What {@code ./banshi checkpoint} and {@code ./banshi verify} say of a small log. */
class VerifyCommandTest {

    private static final HexFormat HEX = HexFormat.of();

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private DataSource source;
    private JdbcTemplate jdbc;
    private Path data;

    @BeforeEach
    void a_stream_of_five_events(@TempDir Path folder) {
        data = folder;
        Database database = TestDatabase.migrated();
        source = Auditing.source(database);
        jdbc = new JdbcTemplate(source);
        jdbc.update("insert into event_type values (1, 'small.thing')");
        for (int sequence = 0; sequence < 5; sequence++) {
            append(sequence);
        }
    }

    private void append(int sequence) {
        UUID id = UUID.randomUUID();
        byte[] leaf = MerkleLeaf.of("small", "one", sequence, "small.thing", 1, id, "{}", "{}");
        String streams = sequence == 0 ? "'{1}', '{small}', '{one}'" : "'{}', '{}', '{}'";
        jdbc.queryForMap(
                """
                select * from append_group(%s, '{1}', '{%d}', '{1}', '{1}', array[?::uuid], '{{}}',
                    '{{}}', array[?::bytea], '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}',
                    '{}', '{}', false)
                """
                        .formatted(streams, sequence)
                        .replace("'{{}}'", "array['{}']"),
                id,
                leaf);
    }

    private int verify(Map<String, String> options) throws Exception {
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        return VerifyCommand.log(source, options, data, out);
    }

    private Checkpoint checkpoint() {
        return Auditing.checkpoints(source, data).newest();
    }

    private String written(Checkpoint... checkpoints) throws Exception {
        Path file = data.resolve("checkpoints");
        StringBuilder lines = new StringBuilder();
        for (Checkpoint checkpoint : checkpoints) {
            lines.append(CheckpointFile.line(checkpoint));
        }
        Files.writeString(file, lines);
        return file.toString();
    }

    @Test
    void says_good_and_how_much_it_was() throws Exception {
        String file = written(checkpoint());

        assertThat(verify(Map.of("--checkpoint", file))).isZero();
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("verify: good; 5 events, positions 1 to 5, 1 checkpoints");
    }

    @Test
    void says_what_was_tampered_with_and_where() throws Exception {
        jdbc.update("update event_log set payload = '[]' where position = 3");

        assertThat(verify(Map.of())).isEqualTo(1);
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains(
                        "verify: TAMPERED position 3: what the event holds does not lead to its leaf");
        assertThat(verify(Map.of("--from", "4"))).isZero();
        assertThat(verify(Map.of("--from", "1", "--to", "3"))).isEqualTo(1);
    }

    @Test
    void refuses_a_checkpoint_that_somebody_else_signed() throws Exception {
        Checkpoint own = checkpoint();
        String file =
                written(
                        new Checkpoint(
                                own.origin(),
                                4,
                                own.root(),
                                own.chain(),
                                own.time(),
                                own.key(),
                                own.signature()));

        assertThat(verify(Map.of("--checkpoint", file))).isEqualTo(1);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("is not signed with key");
    }

    @Test
    void verifies_an_export_elsewhere_with_the_public_key_alone() throws Exception {
        String key = Auditing.key(data).publicHalf().text();
        Map<String, String> options =
                Map.of(
                        "--file",
                        exported().toString(),
                        "--checkpoint",
                        written(checkpoint()),
                        "--public-key",
                        key);

        assertThat(verifyElsewhere(options)).isZero();
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("verify: good; 5 events, positions 1 to 5, 1 checkpoints");
        assertThat(data.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void says_what_is_wrong_with_an_export_and_where() throws Exception {
        Path file = exported();
        List<String> lines = Files.readAllLines(file);
        lines.set(2, lines.get(2).replace("\"data\":{}", "\"data\":[]"));
        Files.write(file, lines);

        assertThat(verifyElsewhere(Map.of("--file", file.toString()))).isEqualTo(1);
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains(
                        "verify: TAMPERED position 3: what the event holds does not lead to its leaf");
    }

    @Test
    void needs_a_key_for_checkpoints_and_an_export_from_the_beginning() throws Exception {
        Path file = exported();
        String checkpoints = written(checkpoint());
        List<String> lines = Files.readAllLines(file);

        assertThatThrownBy(
                        () ->
                                verifyElsewhere(
                                        Map.of(
                                                "--file",
                                                file.toString(),
                                                "--checkpoint",
                                                checkpoints)))
                .isInstanceOf(StartUpException.class)
                .hasMessageContaining("--public-key");
        Files.write(file, lines.subList(1, 5));
        assertThatThrownBy(() -> verifyElsewhere(Map.of("--file", file.toString())))
                .isInstanceOf(StartUpException.class)
                .hasMessageContaining("begins later than the log");
    }

    /** Where there is neither database nor key. */
    private int verifyElsewhere(Map<String, String> options) {
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        return VerifyCommand.file(options, data.resolve("elsewhere"), out);
    }

    private Path exported() throws Exception {
        Path file = data.resolve("log.ndjson");
        try (OutputStream out = Files.newOutputStream(file)) {
            new LogExport(source).write(1, Long.MAX_VALUE, out);
        }
        return file;
    }

    @Test
    void knows_its_options() {
        assertThat(VerifyCommand.options(List.of())).isEmpty();
        assertThat(VerifyCommand.options(List.of("--from", "3", "--to", "9"))).hasSize(2);
        assertThat(VerifyCommand.options(List.of("--from", "0"))).isNull();
        assertThat(VerifyCommand.options(List.of("--from"))).isNull();
        assertThat(VerifyCommand.options(List.of("--case", "x", "--to", "9"))).isNull();
        assertThat(VerifyCommand.options(List.of("--all", "x"))).isNull();
        assertThat(VerifyCommand.options(List.of("--file", "x", "--to", "9"))).isNull();
        assertThat(VerifyCommand.options(List.of("--file", "x", "--case", "9"))).isNull();
        assertThat(VerifyCommand.options(List.of("--public-key", "x"))).isNull();
    }

    @Test
    void says_that_no_case_has_a_number() throws Exception {
        assertThat(verify(Map.of("--case", "none"))).isEqualTo(2);
    }

    @Test
    void gives_auditors_proofs_that_hold() {
        Checkpoint early = checkpoint();
        append(5);
        append(6);
        Audits audits = new Audits(source, data);
        Audits.Standing standing = audits.standing(early.size()).orElseThrow();
        Audits.Inclusion inclusion = audits.inclusion(3).orElseThrow();

        byte[] root = HEX.parseHex(standing.checkpoint().root());
        assertThat(
                        new ConsistencyProof(
                                        early.size(),
                                        7,
                                        standing.growth().stream().map(HEX::parseHex).toList())
                                .joins(HEX.parseHex(early.root()), root))
                .isTrue();
        assertThat(
                        new InclusionProof(
                                        2, 7, inclusion.path().stream().map(HEX::parseHex).toList())
                                .leads(HEX.parseHex(inclusion.leaf()), root))
                .isTrue();
        assertThat(audits.inclusion(8)).isEmpty();
        Audits.Evidence evidence = audits.evidence("one", null).orElseThrow();
        assertThat(evidence.found().good()).isTrue();
        assertThat(evidence.proof().position()).isEqualTo(7);
        assertThat(evidence.line()).contains("\"size\":7");
        assertThat(audits.evidence("one", 8L)).isEmpty();
        assertThat(audits.standing(8)).isEmpty();
    }
}
