package org.banshi.app.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.banshi.command.contract.access.JournalCommand;
import org.banshi.command.contract.access.JournalEvent;
import org.banshi.command.contract.message.Event;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what the log vouches for from the tables of the log, where no platform is running. */
final class SealReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SealReader() {}

    static List<? extends Event> seals(JdbcTemplate jdbc) {
        return jdbc.query(
                """
                select t.name, l.payload from event_log l
                join event_stream s on s.id = l.stream join event_type t on t.id = l.type
                where s.name = ? order by l.sequence""",
                (row, number) -> read(row.getString(1), row.getString(2)),
                JournalCommand.JOURNAL);
    }

    private static Event read(String name, String payload) {
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
