package org.banshi.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.BanshiSettings;
import org.banshi.app.BanshiTest;
import org.banshi.app.access.Desk;
import org.banshi.app.access.Desk.Permit;
import org.banshi.app.audit.Audits;
import org.banshi.app.backup.ClusterBackup;
import org.banshi.app.follow.EveryNode;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.privacy.ErasureGround;
import org.banshi.command.contract.privacy.PrivacyCommand;
import org.banshi.command.contract.privacy.PrivacyEvent;
import org.banshi.command.contract.privacy.PrivacyId;
import org.banshi.eventstore.ClaimConflictException;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.LogPositions;
import org.banshi.eventstore.PostgresEventStore;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whoever may be forgotten is, everywhere and at once; whoever may not is told why and until when.
 */
@BanshiTest
@ExtendWith(OutputCaptureExtension.class)
class ErasureTest {

    private static final String ERASED = "citizen-000931";
    private static final String OTHER = "citizen-000932";
    private static final String KEPT = "citizen-000933";
    private static final String NEW = "citizen-000934";
    private static final String ADDRESS = "演示地址 2 号";

    private final Desk desk;
    private final JdbcClient jdbc;
    private final CommandGateway commands;
    private final BusinessClock clock;
    private final Audits audits;
    private final LogPositions positions;
    private final BanshiSettings settings;
    private final DataSource database;
    private final EventLog log;
    private final PostgresEventStore store;

    @Autowired
    ErasureTest(
            TestRestTemplate http,
            JdbcClient jdbc,
            CommandGateway commands,
            BusinessClock clock,
            Audits audits,
            LogPositions positions,
            BanshiSettings settings,
            DataSource database,
            EventLog log,
            PostgresEventStore store) {
        this.desk = new Desk(http);
        this.jdbc = jdbc;
        this.commands = commands;
        this.clock = clock;
        this.audits = audits;
        this.positions = positions;
        this.settings = settings;
        this.log = log;
        this.store = store;
        this.database = database;
    }

    @Test
    void refuses_while_a_rule_keeps_a_case_and_tells_the_day() {
        Permit permit = desk.file(KEPT, "440106", Desk.OFFICER);
        JsonNode open = erase(KEPT, 409);
        assertThat(open.path("code").asText()).isEqualTo("erasure-not-yet");
        assertThat(open.path("detail").asText()).contains(permit.number());
        PersonId person = new PersonId(person(KEPT));
        assertThatThrownBy(() -> forget(person, permit.number()))
                .as("by whoever looked before it was filed")
                .isInstanceOf(ClaimConflictException.class);

        desk.ok(
                desk.post(
                        KEPT, "/api/v1/applications/" + permit.number() + "/withdrawal", Map.of()));
        JsonNode kept = erase(KEPT, 409);

        assertThat(kept.path("next").asText()).contains((clock.today().getYear() + 11) + "-01-01");
        assertThat(kept.path("rule").asText()).contains("国家档案局令第8号");
        assertThat(desk.get(KEPT, "/api/v1/me/copy").getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void erases_at_once_who_left_nothing_that_is_kept() {
        JsonNode copy = desk.ok(desk.get(NEW, "/api/v1/me/copy"));
        String identity = copy.at("/details/identityNumber").asText();
        assertThat(identity).hasSize(18);
        assertThat(desk.post(NEW, "/api/v1/me/erasure", Map.of()).getStatusCode().value())
                .isEqualTo(400);

        jdbc.sql(
                        "INSERT INTO recovery (account, paper, asked_by, region, day)"
                                + " VALUES (?, 'ID_CARD', 'tianhe-town-1', '440106', ?)")
                .params(NEW, clock.today())
                .update();

        erase(NEW, 204);

        Awaitility.await()
                .untilAsserted(
                        () ->
                                assertThat(desk.get(NEW, "/api/v1/me/copy").getStatusCode().value())
                                        .isEqualTo(401));
        Awaitility.await().untilAsserted(() -> assertThat(recoveriesOf(NEW)).isZero());
        assertThat(
                        desk.post(
                                        "operator",
                                        "/api/v1/admin/erasures",
                                        Map.of(
                                                "identityNumber",
                                                identity,
                                                "ground",
                                                "REQUEST",
                                                "reference",
                                                "YW-2026-1"))
                                .getStatusCode()
                                .value())
                .as("nobody is known by that number any more")
                .isEqualTo(422);
    }

    @Test
    void leaves_nothing_of_a_person_to_read_and_everything_of_others(
            @TempDir Path folder, CapturedOutput told) throws Exception {
        Permit erased = desk.file(ERASED, "440106", Desk.OFFICER);
        Permit other = desk.file(OTHER, "440106", Desk.OFFICER);
        String file = "/api/v1/applications/" + erased.number();
        desk.ok(desk.post(ERASED, file + "/withdrawal", Map.of()));
        JsonNode details = desk.ok(desk.get(ERASED, "/api/v1/me/copy")).path("details");
        List<String> plain =
                List.of(
                        details.path("identityNumber").asText(),
                        details.path("phone").asText(),
                        ADDRESS);
        assertThat(plain).noneMatch(String::isEmpty);
        PersonId person = new PersonId(person(ERASED));

        try (FileKeyVault otherNode =
                FileKeyVault.open(settings.data().resolve("keys"), settings.masterKey())) {
            assertThat(otherNode.find(person)).isPresent();
            List<Recorded> heard = new ArrayList<>();
            EveryNode follower = new EveryNode(log, jdbc, store, List.of(heard::add));
            follower.catchUp();
            assertThat(heard).noneMatch(it -> it.event() instanceof PrivacyEvent);
            forget(person, erased.number());
            follower.catchUp();
            assertThat(heard)
                    .map(Recorded::event)
                    .filteredOn(PrivacyEvent.class::isInstance)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            PrivacyEvent.Erased.class,
                            it -> assertThat(it.person()).isEqualTo(person));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(1).plusMillis(500))
                    .untilAsserted(() -> assertThat(otherNode.find(person)).isEmpty());
        }
        assertThat(positions.await(ErasedPersons.NAME, positions.head(), Duration.ofSeconds(20)))
                .isTrue();

        JsonNode gone = desk.ok(desk.get(Desk.OFFICER, file + "/file"));
        assertThat(gone.path("applicant").isNull()).isTrue();
        assertThat(gone.path("form").isEmpty()).isTrue();
        JsonNode there =
                desk.ok(desk.get(Desk.OFFICER, "/api/v1/applications/" + other.number() + "/file"));
        assertThat(there.at("/form/address").asText()).isEqualTo(ADDRESS);
        assertThat(audits.evidence(application(erased.number()), null).orElseThrow().found().good())
                .isTrue();
        assertThat(
                        jdbc.sql("select count(*) from material where person = ?")
                                .param(person.value())
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(found(plain)).isEmpty();
        assertThat(told.getAll()).as("the application's log").doesNotContain(plain);
        Path backup = backUp(folder);
        assertThat(filesWith(plain, List.of(backup))).isEmpty();
        assertThat(filesWith(List.of(other.number()), List.of(backup)))
                .as("what is no secret can be found in the backup")
                .isNotEmpty();
    }

    /** As the command makes it: the files of the database and the log that belongs to them. */
    private Path backUp(Path folder) throws IOException, SQLException {
        Path backup = folder.resolve("backup");
        Path cluster = Path.of(jdbc.sql("show data_directory").query(String.class).single());
        HikariDataSource pool = database.unwrap(HikariDataSource.class);
        // One of its own: what holds the log for the backup goes with the connection.
        try (Connection connection =
                DriverManager.getConnection(
                        pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())) {
            ClusterBackup.make(connection, cluster, backup);
        }
        return backup;
    }

    /** In every table, every file of the database with its log, and the data folder. */
    private List<String> found(List<String> plain) throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        for (String table :
                jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
                        .query(String.class)
                        .list()) {
            for (String value : plain) {
                boolean there =
                        jdbc.sql(
                                        "select exists (select from \"%s\" t where strpos(t::text, ?) > 0)"
                                                .formatted(table))
                                .param(value)
                                .query(Boolean.class)
                                .single();
                if (there) {
                    found.add("table " + table);
                }
            }
        }
        jdbc.sql("checkpoint").update();
        Path cluster = Path.of(jdbc.sql("show data_directory").query(String.class).single());
        found.addAll(filesWith(plain, List.of(cluster, settings.data())));
        return found;
    }

    /** A file with the words in it, laid among those of the data folder, shows that it looks. */
    private static List<String> filesWith(List<String> plain, List<Path> folders)
            throws IOException, InterruptedException {
        Path words = Files.createTempFile("erased", ".words");
        Path proof = Files.createTempFile(folders.get(folders.size() - 1), "proof", ".txt");
        try {
            Files.write(words, plain);
            Files.write(proof, plain);
            List<String> command =
                    new ArrayList<>(List.of("grep", "-rlasF", "--file", words.toString(), "--"));
            folders.forEach(folder -> command.add(folder.toString()));
            ProcessBuilder search = new ProcessBuilder(command);
            search.environment().put("LC_ALL", "C");
            Process searching = search.redirectErrorStream(true).start();
            List<String> found =
                    new ArrayList<>(
                            new String(
                                            searching.getInputStream().readAllBytes(),
                                            StandardCharsets.UTF_8)
                                    .lines()
                                    .toList());
            searching.waitFor();
            assertThat(found.remove(proof.toString())).as("it was looked for").isTrue();
            return found;
        } finally {
            Files.delete(words);
            Files.delete(proof);
        }
    }

    private int recoveriesOf(String account) {
        return jdbc.sql("SELECT count(*) FROM recovery WHERE account = ?")
                .param(account)
                .query(Integer.class)
                .single();
    }

    /** As if the time of the case were over. */
    private void forget(PersonId person, String number) {
        commands.sendAndWait(
                new PrivacyCommand.Erase(
                        PrivacyId.of(person),
                        person,
                        List.of(new ApplicationId(application(number))),
                        List.of(),
                        ErasureGround.PURPOSE_REACHED,
                        "TEST-1",
                        new Stamp(clock.now(), Actor.system("test"))));
    }

    private String application(String number) {
        return jdbc.sql("select application from progress where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private String person(String account) {
        return jdbc.sql("select person from account where account = ?")
                .param(account)
                .query(String.class)
                .single();
    }

    private JsonNode erase(String citizen, int status) {
        // While the read models are behind, it is asked for once more.
        ResponseEntity<JsonNode> answer =
                Awaitility.await()
                        .until(
                                () ->
                                        desk.post(
                                                citizen,
                                                "/api/v1/me/erasure",
                                                Map.of("sure", true)),
                                it -> it.getStatusCode().value() != 503);
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        JsonNode body = answer.getBody();
        return body == null ? MissingNode.getInstance() : body;
    }
}
