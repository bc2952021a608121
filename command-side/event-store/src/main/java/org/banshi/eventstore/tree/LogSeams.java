package org.banshi.eventstore.tree;

import org.springframework.jdbc.core.JdbcOperations;

/** What is checked of the whole log in one question each. */
final class LogSeams {

    private static final int MOST = 50;

    /** Beyond what the head counts; both are seen at one moment. */
    private static final String BEYOND =
            """
            select min(position), max(position) from %s
            where position < 1 or position > (select position from event_head)
            """;

    private static final String BEYOND_TREE =
            """
            select count(*), coalesce(min(nth << level) + 1, 0) from event_subtree
            where level % 8 <> 0 or level < 8 or nth < 0
               or nth >= (select position from event_head) >> level
            """;

    private static final String BROKEN_STREAMS =
            """
            select s.id, s.events, s.first, s.last,
                   (select min(position) from event_log where stream = s.id),
                   (select max(position) from event_log where stream = s.id)
            from (select stream as id, count(*) as events, min(sequence) as first,
                         max(sequence) as last
                  from event_log group by stream
                  having min(sequence) <> 0 or max(sequence) <> count(*) - 1
                  limit ?) s
            """;

    private final JdbcOperations jdbc;

    LogSeams(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void check(Findings findings) {
        beyond("event_log", "events that the head does not count", findings);
        beyond("event_group", "groups that the head does not count", findings);
        jdbc.query(
                BEYOND_TREE,
                row -> {
                    if (row.getLong(1) > 0) {
                        findings.addFirst(
                                row.getLong(2),
                                row.getLong(2),
                                "nodes of the tree that the head does not count");
                    }
                });
        jdbc.query(
                BROKEN_STREAMS,
                row -> {
                    findings.addFirst(
                            row.getLong(5),
                            row.getLong(6),
                            "stream %d has %d events, numbered from %d to %d"
                                    .formatted(
                                            row.getLong(1),
                                            row.getLong(2),
                                            row.getLong(3),
                                            row.getLong(4)));
                },
                MOST);
    }

    private void beyond(String table, String what, Findings findings) {
        jdbc.query(
                BEYOND.formatted(table),
                row -> {
                    if (row.getObject(1) != null) {
                        findings.addFirst(row.getLong(1), row.getLong(2), what);
                    }
                });
    }
}
