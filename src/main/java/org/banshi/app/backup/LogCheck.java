package org.banshi.app.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Whether the log of a database that was restored is whole and continues the one backed up. */
final class LogCheck {

    /** Links as {@code append_group} makes them. */
    private static final String FIRST_BROKEN_LINK =
            """
            select min(position) from (
                select position, chain, sha256(
                    '\\x02'::bytea
                    || lag(chain, 1, sha256('')) over (order by position)
                    || int8send(position)
                    || int8send((extract(epoch from recorded_at) * 1000000)::bigint)
                    || root) as expected
                from event_group) linked
            where chain is distinct from expected""";

    private static final String GROUPS_WITHOUT_EVENTS =
            """
            select count(*) from event_group g
            where not exists (select from event_log l where l.position = g.position)""";

    private LogCheck() {}

    /**
     * Looks at it.
     *
     * @param mark a place that it has to reach and to agree with
     * @return what is wrong; empty when all is well
     */
    static List<String> findings(Connection connection, LogMark mark) throws SQLException {
        List<String> findings = new ArrayList<>();
        LogMark head = LogMark.head(connection);
        if (head.position() < mark.position()) {
            findings.add(
                    "the log ends at %d, and the backup was made at %d"
                            .formatted(head.position(), mark.position()));
        } else if (mark.position() > 0 && !mark.equals(LogMark.at(connection, mark.position()))) {
            findings.add("the log at %d is another than was backed up".formatted(mark.position()));
        }
        findings.addAll(itself(connection, head));
        return findings;
    }

    /** What is wrong with the log whatever it was before. */
    static List<String> itself(Connection connection, LogMark head) throws SQLException {
        List<String> findings = new ArrayList<>();
        if (head.position() > 0 && !head.equals(LogMark.at(connection, head.position()))) {
            findings.add("the last group is not the log's head, %d".formatted(head.position()));
        }
        long events = number(connection, "select count(*) from event_log");
        long last = number(connection, "select coalesce(max(position), 0) from event_log");
        if (events != head.position() || last != head.position()) {
            findings.add(
                    "the log has %d events up to position %d, and its head is %d"
                            .formatted(events, last, head.position()));
        }
        long broken = number(connection, FIRST_BROKEN_LINK);
        if (broken > 0) {
            findings.add("the chain is broken at %d".formatted(broken));
        }
        long without = number(connection, GROUPS_WITHOUT_EVENTS);
        if (without > 0) {
            findings.add("%d groups have no events".formatted(without));
        }
        return findings;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
