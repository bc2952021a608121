package org.banshi.eventstore;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.banshi.eventstore.codec.Interest;
import org.springframework.jdbc.core.JdbcTemplate;

/** A projection that writes one row an event; the primary key refuses an event taken twice. */
final class Collected implements Subscription {

    private final String name;
    private final String table;
    private final int batchSize;
    private final Interest interest;
    private final JdbcTemplate jdbc;
    final Set<String> poison = ConcurrentHashMap.newKeySet();
    final Set<Long> poisonAt = ConcurrentHashMap.newKeySet();
    final List<Integer> batches = new CopyOnWriteArrayList<>();

    Collected(String name, JdbcTemplate jdbc, int batchSize) {
        this(name, name, jdbc, batchSize);
    }

    Collected(String name, String table, JdbcTemplate jdbc, int batchSize) {
        this(name, table, jdbc, batchSize, Interest.EVERYTHING);
    }

    Collected(String name, String table, JdbcTemplate jdbc, int batchSize, Interest interest) {
        this.interest = interest;
        this.name = name;
        this.table = table;
        this.jdbc = jdbc;
        this.batchSize = batchSize;
        jdbc.execute(
                "create table if not exists "
                        + table
                        + " (position bigint primary key, stream text, reader text)");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int batchSize() {
        return batchSize;
    }

    @Override
    public Interest interest() {
        return interest;
    }

    @Override
    public void handle(List<Recorded> batch) {
        for (Recorded event : batch) {
            if (poison.contains(event.stream()) || poisonAt.contains(event.position())) {
                throw new IllegalStateException("personal words that must not be kept");
            }
            jdbc.update(
                    "insert into " + table + " values (?, ?, ?)",
                    event.position(),
                    event.stream(),
                    Integer.toHexString(System.identityHashCode(this)));
        }
        batches.add(batch.size());
    }

    List<Long> positions() {
        return positionsIn(table);
    }

    List<Long> positionsIn(String anyTable) {
        return jdbc.queryForList(
                "select position from " + anyTable + " order by position", Long.class);
    }

    List<String> readers() {
        return jdbc.queryForList("select distinct reader from " + table, String.class);
    }
}
