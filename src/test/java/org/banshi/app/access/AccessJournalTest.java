package org.banshi.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.banshi.app.BanshiTest;
import org.banshi.app.access.Desk.Permit;
import org.banshi.command.contract.clock.BusinessClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who looked at whose data is known, and found by whoever may look for it. */
@BanshiTest
class AccessJournalTest {

    private static final String CITIZEN = "citizen-000911";
    private static final String SEARCHES = "/api/v1/audit/access-searches";

    private final Desk desk;
    private final JdbcClient jdbc;
    private final JournalWriter writer;
    private final Strangers strangers;
    private final Journal journal;
    private final BusinessClock clock;
    private final AccessSearch search;

    @Autowired
    AccessJournalTest(
            TestRestTemplate http,
            JdbcClient jdbc,
            JournalWriter writer,
            Strangers strangers,
            AccessSearch search,
            Journal journal,
            BusinessClock clock) {
        this.desk = new Desk(http);
        this.jdbc = jdbc;
        this.writer = writer;
        this.strangers = strangers;
        this.search = search;
        this.journal = journal;
        this.clock = clock;
    }

    @Test
    void notes_who_read_whose_case_on_what_ground_and_who_could_not() {
        Permit permit = desk.file(CITIZEN, "440106", Desk.OFFICER);
        String file = "/api/v1/applications/" + permit.number() + "/file";
        desk.get("yuexiu-newcomer", file);
        desk.get("operator", file);
        desk.get("", file);
        desk.get(CITIZEN, "/api/v1/applications/" + permit.number() + "/progress");
        desk.get("tianhe-supervisor", "/api/v1/tasks?q=" + permit.number());

        List<String> entries = entries(Map.of("number", permit.number()));

        String endpoint = " GET /api/v1/applications/{number}/file ";
        assertThat(entries)
                .contains(
                        Desk.OFFICER + endpoint + "READ OFFICE ANSWERED",
                        "yuexiu-newcomer" + endpoint + "READ OFFICE ABSENT",
                        "operator" + endpoint + "READ NONE REFUSED",
                        CITIZEN + " GET /api/v1/applications/{number}/progress READ OWN ANSWERED",
                        "tianhe-supervisor GET /api/v1/tasks READ SUPERVISION ANSWERED");
        assertThat(entries(ofPerson("MISUSE"))).containsAll(entries);
    }

    @Test
    void counts_what_strangers_are_refused_and_writes_no_line_for_each() {
        Permit permit = desk.file(CITIZEN, "440106", Desk.OFFICER);
        strangers.all();
        for (int i = 0; i < 3; i++) {
            desk.get("", "/api/v1/applications/" + permit.number() + "/file");
        }
        desk.post("", "/api/v1/sessions", Map.of("account", "nobody-at-all", "password", "x"));

        List<Access> counted = strangers.all();

        assertThat(entries(Map.of("number", permit.number())))
                .noneMatch(it -> it.contains("/file READ NONE REFUSED"));
        assertThat(counted)
                .allSatisfy(it -> assertThat(it.kind()).isEqualTo(Access.Kind.STRANGERS))
                .anySatisfy(it -> assertThat(it.object()).isEqualTo("127.0.0.0/24"));
        assertThat(
                        counted.stream()
                                .mapToInt(it -> Integer.parseInt(it.operation().split(" ")[0]))
                                .sum())
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    void shows_others_looks_also_after_many_of_ones_own() {
        Permit permit = desk.file(CITIZEN, "440106", Desk.OFFICER);
        desk.get(Desk.OFFICER, "/api/v1/applications/" + permit.number() + "/file");
        for (int i = 0; i < 5; i++) {
            desk.get(CITIZEN, "/api/v1/applications");
        }
        writer.write();

        assertThat(search.byOthers(person(), CITIZEN, 3))
                .extracting(it -> it.access().account())
                .hasSize(3)
                .contains(Desk.OFFICER)
                .doesNotContain(CITIZEN);
    }

    @Test
    void starts_over_what_a_full_disk_left_of_a_line_and_says_that_it_is_lost(@TempDir Path folder)
            throws IOException {
        UUID dead = UUID.randomUUID();
        Files.writeString(folder.resolve(dead + ".lock"), "");
        Files.writeString(folder.resolve(dead + ".0000000000.lines"), "{\"id\":\"{\"id\":1}\n");
        JournalWriter restarted =
                new JournalWriter(
                        new Spool(folder, 10),
                        new Strangers(),
                        journal,
                        command -> {},
                        clock,
                        Duration.ofHours(1),
                        Duration.ofDays(1_000));

        restarted.start();
        restarted.stop();

        assertThat(entries(Map.of("kind", "INTERRUPTION", "limit", 200)))
                .anyMatch(it -> it.contains("1 of its entries are lost"));
    }

    @Test
    void shows_full_numbers_only_on_a_ground_that_is_noted() {
        Permit permit = desk.file(CITIZEN, "440106", Desk.OFFICER);
        String path = "/api/v1/applications/" + permit.number();
        String masked = desk.ok(desk.get(Desk.OFFICER, path + "/file")).at("/applicant").toString();
        assertThat(masked).contains("***********");

        assertThat(status(desk.post(Desk.OFFICER, path + "/reveals", Map.of()))).isEqualTo(400);
        assertThat(status(desk.post(Desk.OFFICER, path + "/reveals", Map.of("ground", "OWN"))))
                .isEqualTo(400);
        assertThat(
                        status(
                                desk.post(
                                        Desk.OFFICER,
                                        path + "/reveals",
                                        Map.of("ground", "CONTACT", "reference", "张三"))))
                .isEqualTo(400);
        for (String other : List.of("yuexiu-newcomer", "tianhe-police")) {
            assertThat(status(desk.post(other, path + "/reveals", Map.of("ground", "CONTACT"))))
                    .as(other)
                    .isEqualTo(404);
        }
        assertThat(status(desk.post("auditor", path + "/reveals", Map.of("ground", "CONTACT"))))
                .isEqualTo(403);
        JsonNode shown =
                desk.ok(
                        desk.post(
                                Desk.OFFICER,
                                path + "/reveals",
                                Map.of("ground", "CONTACT", "reference", "TH-2026-7")));

        assertThat(shown.at("/applicant/identityNumber").asText()).matches("\\d{17}[\\dX]");
        assertThat(entries(Map.of("number", permit.number(), "kind", "REVEAL")))
                .containsExactly(
                        Desk.OFFICER
                                + " POST /api/v1/applications/{number}/reveals REVEAL CONTACT"
                                + " ANSWERED TH-2026-7");
    }

    @Test
    void lets_only_auditors_search_and_by_person_only_with_a_ground() {
        assertThat(status(desk.post("security-1", SEARCHES, Map.of()))).isEqualTo(403);
        assertThat(status(desk.post("auditor", SEARCHES, Map.of("person", person()))))
                .isEqualTo(400);
        assertThat(status(desk.post("auditor", SEARCHES, Map.of("kind", "PEEK")))).isEqualTo(400);

        desk.ok(desk.post("auditor", SEARCHES, ofPerson("INSPECTION")));

        assertThat(entries(Map.of("kind", "SEARCH", "account", "auditor")))
                .contains("auditor POST /api/v1/audit/access-searches SEARCH INSPECTION ANSWERED");
        assertThat(entries(Map.of("account", "security-1", "outcome", "REFUSED")))
                .contains("security-1 POST /api/v1/audit/access-searches ACT NONE REFUSED");
    }

    @Test
    void notes_log_ins_and_who_took_the_log_away() {
        desk.post("", "/api/v1/sessions", Map.of("account", "auditor", "password", "guessed"));
        desk.headers("auditor");
        assertThat(desk.text("auditor", "/api/v1/audit/export?reference=AUDIT-1&to=1"))
                .isNotEmpty();

        assertThat(entries(Map.of("account", "auditor")))
                .contains(
                        "auditor PASSWORD LOG_IN NONE REFUSED",
                        "auditor PASSWORD LOG_IN NONE ANSWERED",
                        "auditor GET /api/v1/audit/export EXPORT AUDIT ANSWERED AUDIT-1");
    }

    @Test
    void pages_through_a_period_without_gap_or_repetition() {
        for (int i = 0; i < 5; i++) {
            desk.get(CITIZEN, "/api/v1/applications");
        }
        writer.write();
        Map<String, Object> wanted = Map.of("account", CITIZEN, "kind", "READ", "limit", 2);
        JsonNode first = desk.ok(desk.post("auditor", SEARCHES, wanted));
        JsonNode second =
                desk.ok(
                        desk.post(
                                "auditor",
                                SEARCHES,
                                Map.of(
                                        "account",
                                        CITIZEN,
                                        "kind",
                                        "READ",
                                        "limit",
                                        2,
                                        "cursor",
                                        first.path("next").asText())));

        List<Long> positions = new ArrayList<>();
        for (JsonNode page : List.of(first, second)) {
            page.path("rows").forEach(row -> positions.add(row.path("position").asLong()));
        }
        assertThat(positions).hasSize(4).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(positions).doesNotHaveDuplicates();
    }

    private Map<String, Object> ofPerson(String ground) {
        return Map.of("person", person(), "ground", ground, "limit", 200);
    }

    private String person() {
        return jdbc.sql("select person from account where account = ?")
                .param(CITIZEN)
                .query(String.class)
                .single();
    }

    private List<String> entries(Map<String, Object> wanted) {
        writer.write();
        JsonNode page = desk.ok(desk.post("auditor", SEARCHES, wanted));
        return StreamSupport.stream(page.path("rows").spliterator(), false)
                .map(row -> row.path("access"))
                .map(
                        it ->
                                String.join(
                                                " ",
                                                it.path("account").asText(),
                                                it.path("operation").asText(),
                                                it.path("kind").asText(),
                                                it.path("ground").asText(),
                                                it.path("outcome").asText(),
                                                it.path("reference").asText("").replace("null", ""))
                                        .strip())
                .toList();
    }

    private static int status(ResponseEntity<JsonNode> answer) {
        return answer.getStatusCode().value();
    }
}
