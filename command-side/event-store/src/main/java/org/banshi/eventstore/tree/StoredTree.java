package org.banshi.eventstore.tree;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * The tree as it is stored: leaves beside their events, and the roots of every eighth level. What
 * lies between is made anew, of at most 255 stored nodes.
 */
public final class StoredTree implements TreeNodes {

    private static final int STEP = 8;

    private final JdbcOperations jdbc;

    public StoredTree(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The leaves of the events at positions, by position; those that are not there are left out.
     */
    public Map<Long, byte[]> leaves(Collection<Long> positions) {
        Map<Long, byte[]> leaves = new HashMap<>();
        if (!positions.isEmpty()) {
            jdbc.query(
                    "select position, leaf from event_log where position = any(?)",
                    statement ->
                            statement.setArray(
                                    1,
                                    statement
                                            .getConnection()
                                            .createArrayOf("bigint", positions.toArray())),
                    (RowCallbackHandler)
                            row -> leaves.put(row.getLong(1), Hashes.orNone(row.getBytes(2))));
        }
        return leaves;
    }

    @Override
    public byte[] node(int level, long nth) {
        int stored = level - level % STEP;
        int count = 1 << level - stored;
        long first = nth << level - stored;
        List<byte[]> nodes =
                stored == 0
                        ? jdbc.queryForList(
                                """
                                select leaf from event_log
                                where position > ? and position <= ? order by position
                                """,
                                byte[].class,
                                first,
                                first + count)
                        : jdbc.queryForList(
                                """
                                select root from event_subtree
                                where level = ? and nth >= ? and nth < ? order by nth
                                """,
                                byte[].class,
                                stored,
                                first,
                                first + count);
        if (nodes.size() != count) {
            throw new TornTreeException(
                    "of %d nodes of level %d from %d on, %d are stored"
                            .formatted(count, stored, first, nodes.size()));
        }
        if (nodes.stream().anyMatch(it -> Hashes.orNone(it).length != Hashes.BYTES)) {
            throw new TornTreeException(
                    "of %d nodes of level %d from %d on, one is no hash"
                            .formatted(count, stored, first));
        }
        MerkleTree tree = new MerkleTree();
        nodes.forEach(tree::append);
        return tree.root();
    }
}
