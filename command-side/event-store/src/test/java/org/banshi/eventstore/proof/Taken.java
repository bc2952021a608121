package org.banshi.eventstore.proof;

import java.util.List;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.Subscription;
import org.springframework.jdbc.core.JdbcTemplate;

/** A subscription that keeps in its transaction what it was given, in the order it was. */
record Taken(String name, int batchSize, JdbcTemplate jdbc) implements Subscription {

    @Override
    public void handle(List<Recorded> batch) {
        jdbc.batchUpdate(
                "insert into proof_taken (reader, position) values (?, ?)",
                batch.stream().map(it -> new Object[] {name, it.position()}).toList());
    }

    List<Long> positions() {
        return jdbc.queryForList(
                "select position from proof_taken where reader = ? order by nth", Long.class, name);
    }
}
