package org.banshi.process.deadline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Feeds kinds of deadlines that a newer program brings with what the log holds from before it, once
 * a kind. Days that have passed are sent; what they ask for is nothing where nothing is due.
 */
final class DeadlineMakeUp {

    private static final int PAGE = 1_000;

    private final JdbcClient jdbc;
    private final EventLog log;
    private final Set<String> fed = new HashSet<>();

    DeadlineMakeUp(JdbcClient jdbc, EventLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /** Nothing where all of them were fed. Again after a failure, by any node: it is the same. */
    void feedNewKinds(Collection<Deadline> kinds) {
        if (kinds.stream().allMatch(it -> fed.contains(it.kind()))) {
            return;
        }
        fed.addAll(jdbc.sql("SELECT kind FROM process_deadline_kind").query(String.class).list());
        List<Deadline> fresh = kinds.stream().filter(it -> !fed.contains(it.kind())).toList();
        if (fresh.isEmpty()) {
            return;
        }
        Map<Deadline, Map<String, @Nullable LocalDate>> days =
                fresh.stream().collect(Collectors.toMap(it -> it, it -> new LinkedHashMap<>()));
        long position = 0;
        List<Recorded> page = log.read(position, PAGE);
        while (!page.isEmpty()) {
            for (Recorded recorded : page) {
                days.forEach(
                        (kind, ofKind) ->
                                kind.after(recorded.event())
                                        .ifPresent(it -> ofKind.put(it.subject(), it.day())));
            }
            position = page.get(page.size() - 1).position();
            page = log.read(position, PAGE);
        }
        days.forEach(this::keep);
    }

    /** What the reader set meanwhile is newer. */
    private void keep(Deadline kind, Map<String, @Nullable LocalDate> days) {
        days.forEach(
                (subject, day) -> {
                    if (day != null) {
                        jdbc.sql(
                                        """
                                        INSERT INTO process_deadline (kind, subject, day)
                                        VALUES (?, ?, ?) ON CONFLICT DO NOTHING""")
                                .params(kind.kind(), subject, day)
                                .update();
                    }
                });
        jdbc.sql("INSERT INTO process_deadline_kind (kind) VALUES (?) ON CONFLICT DO NOTHING")
                .param(kind.kind())
                .update();
        fed.add(kind.kind());
    }
}
