package org.banshi.app.inbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.banshi.command.contract.person.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Until when a person has read what they were told; on whichever device. */
@Component("citizensInbox")
public class Inbox {

    private final JdbcClient jdbc;

    public Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What happened later is unread. */
    public Instant readUntil(PersonId person) {
        return jdbc.sql("select read_until from inbox where person = :person")
                .param("person", person.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(Instant.EPOCH);
    }

    /** Never goes back: another device may have read more. */
    public void read(PersonId person, Instant until) {
        jdbc.sql(
                        """
                        insert into inbox (person, read_until) values (:person, :until)
                        on conflict (person) do update
                            set read_until = greatest(inbox.read_until, excluded.read_until)""")
                .param("person", person.value())
                .param("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .update();
    }
}
