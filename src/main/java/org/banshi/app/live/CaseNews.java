package org.banshi.app.live;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which cases went on between two positions of the log. */
@Component
public class CaseNews {

    private final JdbcClient jdbc;

    public CaseNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those of {@code applications} of which an event stands after {@code from}, and not after
     * {@code to}.
     */
    Set<String> between(long from, long to, Collection<String> applications) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                SELECT DISTINCT s.name FROM event_log l
                                JOIN event_stream s ON s.id = l.stream
                                WHERE l.position > :from AND l.position <= :to
                                  AND s.name = ANY(:applications)
                                """)
                        .param("from", from)
                        .param("to", to)
                        .param("applications", applications.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }
}
