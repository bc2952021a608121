package org.banshi.app.chaos;

import java.util.List;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.Subscription;
import org.springframework.jdbc.core.JdbcTemplate;

/** A reader that notes, in the transaction of its token, what it was given and in which order. */
record Witness(JdbcTemplate jdbc) implements Subscription {

    static final String NAME = "chaos-witness";

    /** Its table, and that of what transactions write beside their events. */
    static final String TABLES =
            """
            create table chaos_witness (nth bigserial primary key, position bigint not null unique);
            create table chaos_work (operation text primary key)
            """;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void handle(List<Recorded> batch) {
        jdbc.batchUpdate(
                "insert into chaos_witness (position) values (?)",
                batch.stream().map(it -> new Object[] {it.position()}).toList());
    }

    /** What it was given, in order. */
    List<Long> positions() {
        return jdbc.queryForList("select position from chaos_witness order by nth", Long.class);
    }
}
