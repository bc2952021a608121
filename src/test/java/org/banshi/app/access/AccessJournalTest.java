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
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.BanshiTest;
import org.banshi.app.access.Desk.Permit;
import org.banshi.app.access.JournalCheck.Fault;
import org.banshi.app.access.JournalCheck.Found;
import org.banshi.command.contract.access.JournalCommand;
import org.banshi.command.contract.access.JournalEvent;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.eventstore.EventLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who looked at whose data is known, and cannot be altered unseen. */
@BanshiTest
class AccessJournalTest {

    private static final String CITIZEN = "citizen-000911";
    private static final String SEARCHES = "/api/v1/audit/access-searches";

    private final Desk desk;
    private final JdbcClient jdbc;
    private final JournalWriter writer;
    private final JournalCheck check;
    private final TransactionTemplate transaction;
    private final PlatformTransactionManager transactions;
    private final JdbcTemplate template;
    private final Strangers strangers;
    private final Journal journal;
    private final BusinessClock clock;
    private final AccessSearch search;
    private final CommandGateway commands;
    private final EventLog log;

    @Autowired
    AccessJournalTest(
            TestRestTemplate http,
            JdbcClient jdbc,
            JournalWriter writer,
            JournalCheck check,
            PlatformTransactionManager transactions,
            JdbcTemplate template,
            Strangers strangers,
            AccessSearch search,
            Journal journal,
            BusinessClock clock,
            CommandGateway commands,
            EventLog log) {
        this.desk = new Desk(http);
        this.jdbc = jdbc;
        this.writer = writer;
        this.check = check;
        this.transactions = transactions;
        this.template = template;
        this.strangers = strangers;
        this.search = search;
        this.journal = journal;
        this.clock = clock;
        this.commands = commands;
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
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
    void checks_one_moment_though_it_is_shortened_meanwhile() {
        desk.get(CITIZEN, "/api/v1/applications");
        writer.write();
        writer.seal();
        JournalCheck slow =
                new JournalCheck(
                        template,
                        transactions,
                        seal -> {
                            assertThat(
                                            TransactionSynchronizationManager
                                                    .isActualTransactionActive())
                                    .as("the driver reads in slices")
                                    .isTrue();
                            CompletableFuture.runAsync(() -> writer.shorten(Duration.ofSeconds(-5)))
                                    .join();
                        });
        long first = check.check().from();

        Found found = slow.check();

        // The log is left out here: only what was shortened before it is missed.
        assertThat(found.from()).isEqualTo(first);
        assertThat(found.to()).isGreaterThanOrEqualTo(first);
        assertThat(found.findings()).doesNotContain(new JournalCheck.Finding(first, Fault.MISSING));
        assertThat(check.check().findings()).isEmpty();
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

    @Test
    void finds_what_was_altered_removed_or_written_anew_behind_its_back() {
        desk.get(CITIZEN, "/api/v1/applications");
        desk.get(CITIZEN, "/api/v1/applications");
        writer.write();
        writer.seal();
        assertThat(check.check().findings()).isEmpty();
        JsonNode verified =
                desk.ok(desk.post("auditor", "/api/v1/audit/access-verifications", Map.of()));
        assertThat(verified.path("findings")).isEmpty();
        assertThat(verified.path("sealed").asLong()).isPositive();

        assertThat(JournalCheck.in(Objects.requireNonNull(template.getDataSource())))
                .as("also where no platform is running")
                .hasValueSatisfying(it -> assertThat(it.check().good()).isTrue());
        writer.write();
        assertThat(
                        after(
                                "delete from access_entry where position ="
                                        + " (select position from access_head)"))
                .as("what nothing was sealed of yet")
                .isNotEmpty();

        long last = check.check().sealed();
        assertThat(after("update access_entry set account = 'nobody' where position = " + last))
                .contains(new JournalCheck.Finding(last, Fault.ALTERED));
        assertThat(
                        after(
                                "update access_entry set content = replace(content, '"
                                        + CITIZEN
                                        + "', 'nobody') where position = "
                                        + last))
                .contains(new JournalCheck.Finding(last, Fault.ALTERED));
        assertThat(after("delete from access_entry where position = " + (last - 1)))
                .contains(new JournalCheck.Finding(last - 1, Fault.MISSING));
        assertThat(after("delete from access_entry where position >= " + last))
                .contains(new JournalCheck.Finding(last, Fault.MISSING));
        assertThat(after("update access_entry set link = sha256('') where position = " + last))
                .contains(new JournalCheck.Finding(last, Fault.NOT_AS_SEALED));
        assertThat(
                        after(
                                """
                                update access_head set start_position = %1$d, start_link =
                                    (select link from access_entry where position = %1$d);
                                delete from access_entry where position <= %1$d"""
                                        .formatted(last - 1)))
                .contains(new JournalCheck.Finding(last - 1, Fault.MISSING));
    }

    /** Nobody reads the seals of all years to add one; whoever checks believes them all. */
    @Test
    void is_vouched_for_in_a_stream_of_the_year_and_by_what_was_said_before() {
        desk.get(CITIZEN, "/api/v1/applications");
        writer.write();
        Stamp stamp = new Stamp(clock.now(), Actor.system("test"));
        commands.sendAndWait(
                jdbc.sql("select position, encode(link, 'hex') from access_head")
                        .query(
                                (row, n) ->
                                        new JournalCommand.Seal(
                                                JournalCommand.JOURNAL,
                                                row.getLong(1),
                                                row.getString(2),
                                                stamp))
                        .single());
        long before = check.check().sealed();
        assertThat(after("update access_entry set link = sha256('') where position = " + before))
                .contains(new JournalCheck.Finding(before, Fault.NOT_AS_SEALED));

        desk.get(CITIZEN, "/api/v1/applications");
        writer.write();
        writer.seal();

        assertThat(check.check().sealed()).isGreaterThan(before);
        assertThat(log.readStream("access-journal:" + clock.today().getYear())).isNotEmpty();
        assertThat(log.readStream(JournalCommand.JOURNAL)).hasSize(1);
    }

    /** A year's stream begins anew: whoever can write it could seal an old place once more. */
    @Test
    void believes_the_first_seal_of_a_place_and_finds_the_second() {
        desk.get(CITIZEN, "/api/v1/applications");
        writer.write();
        writer.seal();
        writer.shorten(Duration.ofSeconds(-5));
        desk.get(CITIZEN, "/api/v1/applications");
        writer.write();
        writer.seal();
        long last = check.check().sealed();
        String year = "access-journal:" + clock.today().getYear();
        String emptied = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        JournalCheck sealedAgain =
                new JournalCheck(
                        template,
                        transactions,
                        seals -> {
                            SealReader.each(template, seals);
                            seals.accept(new JournalEvent.Sealed(year, last, emptied));
                        });
        JournalCheck shortenedLess =
                new JournalCheck(
                        template,
                        transactions,
                        seals -> {
                            SealReader.each(template, seals);
                            seals.accept(new JournalEvent.Shortened(year, 0, emptied));
                        });
        JournalCheck.Finding found = new JournalCheck.Finding(last, Fault.NOT_AS_SEALED);

        assertThat(sealedAgain.check().findings()).containsExactly(found);
        assertThat(
                        after(
                                sealedAgain,
                                "update access_entry set link = sha256('') where position = "
                                        + last))
                .contains(found);
        assertThat(shortenedLess.check().findings()).isEmpty();
    }

    @Test
    void refuses_in_the_database_to_alter_or_empty_it() {
        for (String statement :
                List.of(
                        "update access_entry set account = ''",
                        "delete from access_entry",
                        "truncate access_entry")) {
            String came =
                    transaction.execute(
                            status -> {
                                status.setRollbackOnly();
                                try {
                                    jdbc.sql(statement).update();
                                    return "done";
                                } catch (RuntimeException refused) {
                                    return "refused";
                                }
                            });
            assertThat(came).as(statement).isEqualTo("refused");
        }
    }

    @Test
    void forgets_what_was_kept_long_enough_and_says_so_in_the_log() {
        writer.write();
        writer.seal();
        long sealed = check.check().sealed();

        writer.shorten(Duration.ofSeconds(-5));

        desk.get(CITIZEN, "/api/v1/applications");
        writer.write();
        Found found = check.check();
        assertThat(found.findings()).isEmpty();
        assertThat(found.from()).isGreaterThan(sealed);
        assertThat(jdbc.sql("select min(position) from access_entry").query(Long.class).single())
                .isEqualTo(found.from());
    }

    /** What a check finds after somebody with all rights did this; it is undone again. */
    private List<JournalCheck.Finding> after(String sql) {
        return after(check, sql);
    }

    private List<JournalCheck.Finding> after(JournalCheck by, String sql) {
        return transaction.execute(
                status -> {
                    status.setRollbackOnly();
                    jdbc.sql("set local session_replication_role = replica").update();
                    for (String statement : sql.split(";\n")) {
                        jdbc.sql(statement).update();
                    }
                    return by.check().findings();
                });
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
