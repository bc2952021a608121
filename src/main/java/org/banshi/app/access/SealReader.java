package org.banshi.app.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.Consumer;
import org.banshi.command.contract.access.JournalCommand;
import org.banshi.command.contract.access.JournalEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads what the log vouches for from the tables of the log: also where no platform is running, and
 * as of the same moment as the journal itself.
 */
final class SealReader {

    /** Seals in memory at a time: there are years of them. */
    private static final int FETCHED = 1_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private SealReader() {}

    /** Tells each, in order; inside a transaction, or the driver would fetch them all. */
    static void each(JdbcTemplate jdbc, Consumer<JournalEvent> seal) {
        jdbc.query(
                con -> {
                    var statement =
                            con.prepareStatement(
                                    """
                                    select t.name, l.payload from event_log l
                                    join event_stream s on s.id = l.stream
                                    join event_type t on t.id = l.type
                                    where s.name = any(array(
                                        select ? union all
                                        select ? || ':' || year from generate_series(2020, 2199) year))
                                    order by l.position""");
                    statement.setString(1, JournalCommand.JOURNAL);
                    statement.setString(2, JournalCommand.JOURNAL);
                    statement.setFetchSize(FETCHED);
                    return statement;
                },
                row -> {
                    seal.accept(read(row.getString(1), row.getString(2)));
                });
    }

    private static JournalEvent read(String name, String payload) {
        try {
            JsonNode json = JSON.readTree(payload);
            String journal = json.path("journal").asText();
            long through = json.path("through").asLong();
            String link = json.path("link").asText();
            return switch (name) {
                case "access-journal.sealed" -> new JournalEvent.Sealed(journal, through, link);
                case "access-journal.shortened" ->
                        new JournalEvent.Shortened(journal, through, link);
                default -> throw new IllegalStateException("no event of the journal: " + name);
            };
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("the log's word on the journal is damaged", damaged);
        }
    }
}
