package org.banshi.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.banshi.app.BanshiTest;
import org.banshi.app.access.JournalCheck.Fault;
import org.banshi.app.access.JournalCheck.Found;
import org.banshi.command.contract.access.JournalCommand;
import org.banshi.command.contract.access.JournalEvent;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Stamp;
import org.banshi.eventstore.EventLog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the journal of access says cannot be altered, removed or written anew unseen. */
@BanshiTest
class JournalEvidenceTest {

    private static final String CITIZEN = "citizen-000914";

    private final Desk desk;
    private final JdbcClient jdbc;
    private final JournalWriter writer;
    private final JournalCheck check;
    private final PlatformTransactionManager transactions;
    private final JdbcTemplate template;
    private final BusinessClock clock;
    private final CommandGateway commands;
    private final EventLog log;
    private final TransactionTemplate transaction;

    @Autowired
    JournalEvidenceTest(
            TestRestTemplate http,
            JdbcClient jdbc,
            JournalWriter writer,
            JournalCheck check,
            PlatformTransactionManager transactions,
            JdbcTemplate template,
            BusinessClock clock,
            CommandGateway commands,
            EventLog log) {
        this.desk = new Desk(http);
        this.jdbc = jdbc;
        this.writer = writer;
        this.check = check;
        this.transactions = transactions;
        this.template = template;
        this.clock = clock;
        this.commands = commands;
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
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
}
