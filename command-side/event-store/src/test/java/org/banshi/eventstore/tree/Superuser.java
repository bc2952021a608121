package org.banshi.eventstore.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody who may write to every table, and knows how the tree is made. */
final class Superuser {

    private static final List<String> TABLES =
            List.of("event_log", "event_group", "event_subtree", "event_heads", "event_stream");

    private final JdbcTemplate jdbc;

    Superuser(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void save() {
        TABLES.forEach(it -> jdbc.execute("create table saved_%s as table %s".formatted(it, it)));
    }

    void restore() {
        for (String table : TABLES) {
            jdbc.execute("truncate %s cascade".formatted(table));
            jdbc.execute("insert into %s table saved_%s".formatted(table, table));
            jdbc.execute("drop table saved_" + table);
        }
    }

    /** Makes the leaf fit what the event holds. */
    void fixLeaf(long position) {
        byte[] leaf =
                jdbc.queryForObject(
                        """
                        select s.type, s.name, l.sequence, t.name, l.revision, l.id, l.payload,
                               l.metadata
                        from event_log l
                        join event_stream s on s.id = l.stream
                        join event_type t on t.id = l.type
                        where l.position = ?
                        """,
                        (row, number) ->
                                MerkleLeaf.of(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getLong(3),
                                        row.getString(4),
                                        row.getInt(5),
                                        row.getObject(6, UUID.class),
                                        row.getString(7),
                                        row.getString(8)),
                        position);
        jdbc.update("update event_log set leaf = ? where position = ?", leaf, position);
    }

    /** Makes the tree's nodes and the groups' roots fit the leaves. */
    void fixRoots() {
        MerkleTree tree = new MerkleTree();
        List<Object[]> nodes = new ArrayList<>();
        List<Object[]> roots = new ArrayList<>();
        for (byte[] leaf :
                jdbc.queryForList("select leaf from event_log order by position", byte[].class)) {
            tree.append(
                    0,
                    leaf,
                    (level, nth, root) -> {
                        if (level % 8 == 0) {
                            nodes.add(new Object[] {root, level, nth});
                        }
                    });
            roots.add(new Object[] {tree.root(), tree.size()});
        }
        jdbc.batchUpdate("update event_subtree set root = ? where level = ? and nth = ?", nodes);
        jdbc.batchUpdate("update event_group set root = ? where position = ?", roots);
    }

    /** Makes everything else fit, up to the head. */
    void fixLinksAndHead() {
        Hashes hashes = new Hashes();
        byte[] chain = hashes.ofNothing();
        List<Object[]> links = new ArrayList<>();
        for (Map<String, Object> group :
                jdbc.queryForList(
                        "select position, root, %s as micros from event_group order by position"
                                .formatted(LogHead.MICROS.formatted("recorded_at")))) {
            long position = (Long) group.get("position");
            chain =
                    hashes.link(
                            chain,
                            position,
                            (Long) group.get("micros"),
                            (byte[]) group.get("root"));
            links.add(new Object[] {chain, position});
        }
        jdbc.batchUpdate("update event_group set chain = ? where position = ?", links);
        long head = jdbc.queryForObject("select max(position) from event_log", Long.class);
        byte[][] frontier = new byte[Long.SIZE][];
        for (long rest = head; rest > 0; rest &= rest - 1) {
            int level = Long.numberOfTrailingZeros(rest);
            frontier[level] = new StoredTree(jdbc).node(level, (head >> level) - 1);
        }
        byte[][] known = Arrays.copyOf(frontier, Long.SIZE - Long.numberOfLeadingZeros(head));
        byte[] last = chain;
        jdbc.update("delete from event_heads");
        jdbc.update(
                """
                insert into event_heads (position, chain, frontier, recorded_at)
                select ?, ?, ?, max(recorded_at) from event_log
                """,
                statement -> {
                    statement.setLong(1, head);
                    statement.setBytes(2, last);
                    statement.setArray(3, statement.getConnection().createArrayOf("bytea", known));
                });
    }

    void fixEverything(long position) {
        fixLeaf(position);
        fixRoots();
        fixLinksAndHead();
    }
}
