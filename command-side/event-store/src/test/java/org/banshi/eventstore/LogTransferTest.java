package org.banshi.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.banshi.eventstore.Node.begun;
import static org.banshi.eventstore.Node.closed;
import static org.banshi.eventstore.Node.written;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.banshi.command.contract.claim.Claim;
import org.banshi.command.contract.claim.ClaimRules;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.eventstore.codec.EventTypes;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class LogTransferTest {

    private static final String HEAD =
            "select position, recorded_at::text, frontier::text, encode(chain, 'hex') as chain"
                    + " from event_head";
    private static final String CLAIMS =
            "select c.kind, c.key, s.name from event_claim c join event_stream s on s.id = c.stream"
                    + " order by 1, 2";

    private final HikariDataSource dataSource = TestDatabase.fresh();
    private final FileKeyVault vault = Node.vault();
    private final Node node = new Node(dataSource, vault, EventStoreAssembly.Settings.DEFAULT);

    @AfterEach
    void close() {
        node.close();
        dataSource.close();
    }

    @Test
    void an_import_of_an_export_gives_an_equal_export_head_and_claims() throws Exception {
        tellStories(200);
        byte[] first = export(1, Long.MAX_VALUE);
        Map<String, Object> head = node.jdbc.queryForMap(HEAD);
        List<Map<String, Object>> claims = node.jdbc.queryForList(CLAIMS);
        List<Map<String, Object>> subtrees =
                node.jdbc.queryForList("select level, nth, encode(root, 'hex') from event_subtree");

        // Whole, and so that many a story begins in one batch and ends in another.
        for (int batch : List.of(10_000, 50)) {
            try (HikariDataSource other = TestDatabase.fresh()) {
                LogImport.Imported imported = importInto(other, first, batch);

                assertThat(export(other, 1, Long.MAX_VALUE)).isEqualTo(first);
                assertThat(imported.events()).isEqualTo(600).isEqualTo(head.get("position"));
                assertThat(imported.chain()).isEqualTo(head.get("chain"));
                JdbcTemplate there = new JdbcTemplate(other);
                assertThat(there.queryForMap(HEAD)).isEqualTo(head);
                assertThat(there.queryForList(CLAIMS)).isEqualTo(claims).hasSize(100);
                assertThat(
                                there.queryForList(
                                        "select level, nth, encode(root, 'hex') from event_subtree"))
                        .isEqualTo(subtrees)
                        .hasSize(2);
            }
        }
    }

    @Test
    void an_imported_log_is_read_and_gone_on_with() throws Exception {
        tellStories(3);
        byte[] exported = export(1, Long.MAX_VALUE);

        try (HikariDataSource other = TestDatabase.fresh()) {
            importInto(other, exported);
            try (Node next = new Node(other, vault, EventStoreAssembly.Settings.DEFAULT)) {
                assertThat(next.jdbc.queryForMap("select name, position from subscription_token"))
                        .isEqualTo(Map.of("name", "automation", "position", 9L));
                next.append("diary-1", 3, written("diary-1", 9));
                next.append("another", 0, begun("another"));

                assertThat(next.names("diary-1"))
                        .containsExactly(
                                "diary.begun", "diary.written", "diary.closed", "diary.written");
                assertThat(next.log().head()).isEqualTo(11);
                assertThatThrownBy(
                                () -> next.append("thief", 0, begun("thief", "title of diary-2")))
                        .isInstanceOf(ClaimConflictException.class);
            }
        }
    }

    @Test
    void a_line_is_a_cloud_event_and_holds_nothing_personal_in_plain() throws Exception {
        node.append("diary", 0, begun("diary"), written("diary", 1));

        String text = new String(export(1, Long.MAX_VALUE), StandardCharsets.UTF_8);
        JsonNode first = new ObjectMapper().readTree(text.split("\n")[0]);
        JsonNode last = new ObjectMapper().readTree(text.split("\n")[1]);

        assertThat(text).doesNotContain("page 1");
        assertThat(last.get("specversion").textValue()).isEqualTo("1.0");
        assertThat(last.get("type").textValue()).isEqualTo("diary.written");
        assertThat(Instant.parse(last.get("time").textValue())).isEqualTo(Node.WHEN);
        assertThat(last.get("position").textValue()).isEqualTo("2");
        assertThat(last.get("stream").textValue()).isEqualTo("diary");
        assertThat(last.get("data").get("page").intValue()).isEqualTo(1);
        assertThat(last.get("chain").textValue())
                .isEqualTo(node.jdbc.queryForMap(HEAD).get("chain"));
        assertThat(first.has("chain")).isFalse();
        last.fieldNames().forEachRemaining(it -> assertThat(it).matches("[a-z0-9]{1,20}"));
    }

    @Test
    void names_and_payloads_of_any_characters_come_back_as_they_were() throws Exception {
        String odd = "日记 \"quoted\" \\ \t and \u0001";
        Map<String, String> metadata = new HashMap<>(StampMetadata.of(Node.STAMP));
        metadata.put("note", "a \"quote\", a \\ and\na line");
        node.store()
                .publish(new GenericDomainEventMessage<>("diary", odd, 0, begun(odd), metadata));
        byte[] exported = export(1, Long.MAX_VALUE);

        try (HikariDataSource other = TestDatabase.fresh()) {
            importInto(other, exported);

            assertThat(export(other, 1, Long.MAX_VALUE)).isEqualTo(exported);
            try (Node next = new Node(other)) {
                Recorded event = next.log().readStream(odd).get(0);
                assertThat(event.event()).isEqualTo(begun(odd));
                assertThat(event.metadata()).isEqualTo(metadata);
            }
        }
    }

    @Test
    void a_payload_of_several_lines_is_exported_in_base64() throws Exception {
        node.append("diary", 0, begun("diary"));
        node.jdbc.update("update event_log set payload = replace(payload, ',', E',\\n')");

        JsonNode line = new ObjectMapper().readTree(export(1, 1));

        assertThat(new String(line.get("data_base64").binaryValue(), StandardCharsets.UTF_8))
                .contains("\"title of diary\"")
                .contains("\n");
    }

    @Test
    void a_payload_that_no_reader_could_read_is_no_line_of_an_export() throws Exception {
        node.append("diary", 0, begun("diary"));
        String plain = new String(export(1, 1), StandardCharsets.UTF_8);
        node.jdbc.update("update event_log set payload = replace(payload, ',', E',\\n')");
        String coded = new String(export(1, 1), StandardCharsets.UTF_8);
        String data = "\"data_base64\":\"";
        int at = coded.indexOf(data) + data.length();
        String marked =
                Base64.getEncoder().encodeToString("\uFEFF{\n}".getBytes(StandardCharsets.UTF_8));

        for (String line :
                List.of(
                        plain.replace("\"data\":{", "\"data\":\uFEFF{"),
                        coded.substring(0, at) + marked + "\"}\n")) {
            LogLineReader reader =
                    new LogLineReader(
                            new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
            assertThatThrownBy(reader::next)
                    .isInstanceOf(ImportRefusedException.class)
                    .hasMessageContaining("is not as an export writes it");
        }
        assertThat(
                        new LogLineReader(
                                        new ByteArrayInputStream(
                                                plain.getBytes(StandardCharsets.UTF_8)))
                                .next())
                .isNotNull();
    }

    @Test
    void a_part_of_the_log_is_exported_alone() throws Exception {
        tellStories(4);
        String[] all = new String(export(1, 12), StandardCharsets.UTF_8).split("\n");

        assertThat(new String(export(4, 7), StandardCharsets.UTF_8).split("\n"))
                .containsExactly(Arrays.copyOfRange(all, 3, 7));
        assertThat(export(13, 20)).isEmpty();
    }

    @Test
    void a_store_that_is_not_empty_is_refused() throws Exception {
        tellStories(1);
        byte[] exported = export(1, Long.MAX_VALUE);

        assertThatThrownBy(() -> importInto(dataSource, exported))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessage("the store is not empty");
    }

    @Test
    void every_kind_of_change_is_refused_at_its_line_and_leaves_the_store_empty() throws Exception {
        tellStories(3);
        String exported = new String(export(1, Long.MAX_VALUE), StandardCharsets.UTF_8);
        String[] lines = exported.split("\n");
        String swapped =
                exported.replace(lines[3], "?").replace(lines[6], lines[3]).replace("?", lines[6]);
        String removed = exported.replace(lines[4] + "\n", "");
        String doubled = exported.replace(lines[4] + "\n", lines[4] + "\n" + lines[4] + "\n");
        String changed = exported.replace(lines[4], lines[4].replace("\"page\":1", "\"page\":2"));
        String later =
                exported.replace(
                        lines[3],
                        lines[3].replaceFirst("recordedtime\":\"20", "recordedtime\":\"30"));
        String spaced = exported.replace(lines[4], lines[4].replace("\",\"", "\", \""));
        String cut = exported.substring(0, exported.length() - 20);
        String endlessNumber =
                exported.replace(
                        lines[4],
                        lines[4].replaceFirst("sequence\":\"1", "sequence\":\"11111111111"));
        String upperCase =
                exported.replace(
                        lines[4],
                        lines[4].replaceFirst(
                                "leaf\":\"([0-9a-f]+)", "leaf\":\"" + "A".repeat(64)));
        String endless = exported.substring(0, exported.length() - lines[8].length() - 1);
        try (HikariDataSource other = TestDatabase.fresh()) {
            refusedAt(other, swapped, 4);
            refusedAt(other, removed, 5);
            refusedAt(other, doubled, 6);
            refusedAt(other, changed, 5);
            refusedAt(other, later, 4);
            refusedAt(other, spaced, 5);
            refusedAt(other, cut, 9);
            refusedAt(other, endlessNumber, 5);
            refusedAt(other, upperCase, 5);
            refusedAt(other, endless, 8);
            refusedAt(other, exported.substring(lines[0].length() + 1), 1);

            assertThat(node.log().head()).isZero();
            assertThat(node.jdbc.queryForObject("select count(*) from event_log", Long.class))
                    .isZero();
            importInto(other, exported.getBytes(StandardCharsets.UTF_8));
            assertThat(node.log().head()).isEqualTo(9);
        }
    }

    @Test
    void a_claim_that_two_streams_hold_is_refused_whenever_the_second_takes_it() throws Exception {
        tellStories(2);
        byte[] exported = export(1, Long.MAX_VALUE);
        ClaimRules oneBeginning = (stream, event) -> takes(event instanceof DiaryEvent.Begun, "it");
        ClaimRules oneFirstPage =
                (stream, event) ->
                        takes(event instanceof DiaryEvent.Written it && it.page() == 1, "it");
        ClaimRules oneAStream = (stream, event) -> takes(true, stream);

        try (HikariDataSource other = TestDatabase.fresh()) {
            for (int batch : List.of(1, 3, 100)) {
                assertThatThrownBy(() -> importInto(other, exported, batch, oneBeginning))
                        .isInstanceOf(ImportRefusedException.class)
                        .hasMessageContaining("takes a claim that another stream holds");
                assertThatThrownBy(() -> importInto(other, exported, batch, oneFirstPage))
                        .isInstanceOf(ImportRefusedException.class)
                        .hasMessageContaining("takes a claim that another stream holds");
            }

            importInto(other, exported, 1, oneAStream);

            assertThat(new JdbcTemplate(other).queryForList(CLAIMS)).hasSize(2);
        }
    }

    private static ClaimRules.Changes takes(boolean does, String key) {
        return does
                ? new ClaimRules.Changes(List.of(new Claim("kind", key)), List.of())
                : ClaimRules.Changes.NONE;
    }

    @Test
    void an_event_of_an_unknown_type_is_refused_at_its_line() throws Exception {
        node.append("diary", 0, begun("diary"));
        byte[] exported = export(1, Long.MAX_VALUE);

        try (HikariDataSource other = TestDatabase.fresh()) {
            LogImport older =
                    new LogImport(
                            other,
                            EventTypes.of(List.of(EngineEvent.class)),
                            Node.TITLES,
                            Node.vault(),
                            List.of());
            assertThatThrownBy(() -> older.read(new ByteArrayInputStream(exported), List.of()))
                    .hasMessage("line 1: is of a type that this program does not know");
        }
    }

    @Test
    void a_stream_is_read_as_of_a_position() {
        tellStories(2);

        assertThat(node.log().readStreamUntil("diary-1", 5))
                .extracting(Recorded::name)
                .containsExactly("diary.begun", "diary.written");
        assertThat(node.log().readStreamUntil("diary-1", 3)).isEmpty();
    }

    /** Three events each: every second one is closed and gives its title up. */
    private void tellStories(int count) {
        for (int i = 0; i < count; i++) {
            String diary = "diary-" + i;
            node.append(diary, 0, begun(diary));
            DiaryEvent last = i % 2 == 1 ? closed(diary, "title of " + diary) : written(diary, 2);
            node.append(diary, 1, written(diary, 1), last);
        }
    }

    private static void refusedAt(HikariDataSource into, String text, long line) {
        assertThatThrownBy(() -> importInto(into, text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        ImportRefusedException.class,
                        refused -> assertThat(refused.line()).isEqualTo(line));
    }

    private static LogImport.Imported importInto(HikariDataSource into, byte[] exported)
            throws Exception {
        return importInto(into, exported, 1_000);
    }

    private static LogImport.Imported importInto(HikariDataSource into, byte[] exported, int batch)
            throws Exception {
        return importInto(into, exported, batch, Node.TITLES);
    }

    private static LogImport.Imported importInto(
            HikariDataSource into, byte[] exported, int batch, ClaimRules rules) throws Exception {
        return new LogImport(
                        into,
                        EventTypes.of(List.of(DiaryEvent.class)),
                        rules,
                        Node.vault(),
                        List.of(),
                        batch)
                .read(new ByteArrayInputStream(exported), List.of("automation"));
    }

    private byte[] export(long from, long to) throws IOException {
        return export(dataSource, from, to);
    }

    private static byte[] export(HikariDataSource source, long from, long to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new LogExport(source).write(from, to, out);
        return out.toByteArray();
    }
}
