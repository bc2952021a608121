package org.banshi.query.projection.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.projection.access.AccessPredicate;
import org.banshi.query.projection.sql.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks through the cases in which something was done, in the order of the log, page by page. */
public final class CasesWithAct {

    /**
     * Which ones.
     *
     * @param event stored name of what was done
     * @param service null for all
     * @param region with those below it; null for all
     * @param from first instant of business time
     * @param before first instant that no longer counts
     * @param until last position of the log that counts
     */
    public record Question(
            String event,
            @Nullable String service,
            @Nullable RegionCode region,
            Instant from,
            Instant before,
            long until) {

        private Condition condition() {
            Condition wanted =
                    Condition.of(
                            "t.event = ? AND t.at >= ? AND t.at < ? AND t.position <= ?",
                            event,
                            from.atOffset(ZoneOffset.UTC),
                            before.atOffset(ZoneOffset.UTC),
                            until);
            if (service != null) {
                wanted = wanted.and(Condition.of("c.service = ?", service));
            }
            return region == null ? wanted : wanted.and(AccessPredicate.within("c.region", region));
        }
    }

    /** A case and where it was done. */
    public record Found(String number, String region, long position) {}

    private final JdbcClient jdbc;

    public CasesWithAct(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many there are. */
    public long count(Question question) {
        Condition condition = question.condition();
        return jdbc.sql(
                        """
                        SELECT count(*) FROM timeline t
                        JOIN timeline_case c ON c.application = t.application WHERE %s
                        """
                                .formatted(condition.sql()))
                .params(condition.parameters())
                .query(Long.class)
                .single();
    }

    /** The next ones after a position. */
    public List<Found> page(Question question, long after, int limit) {
        Condition condition = question.condition().and(Condition.of("t.position > ?", after));
        List<Object> parameters = new ArrayList<>(condition.parameters());
        parameters.add(limit);
        return jdbc.sql(
                        """
                        SELECT c.number, c.region, t.position FROM timeline t
                        JOIN timeline_case c ON c.application = t.application WHERE %s
                        ORDER BY t.position LIMIT ?
                        """
                                .formatted(condition.sql()))
                .params(parameters)
                .query((row, n) -> new Found(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }
}
