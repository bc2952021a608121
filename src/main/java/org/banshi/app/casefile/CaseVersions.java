package org.banshi.app.casefile;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.eventstore.Recorded;

/** On which version of its item a case ran, at every position of the log. */
public final class CaseVersions {

    private final NavigableMap<Long, ServiceVersion> from;

    private CaseVersions(NavigableMap<Long, ServiceVersion> from) {
        this.from = from;
    }

    /**
     * As the case's own stream tells it.
     *
     * @param own the case's stream from its beginning, as far as it counts
     * @throws IllegalArgumentException when the stream has no beginning
     */
    public static CaseVersions of(List<Recorded> own) {
        NavigableMap<Long, ServiceVersion> from = new TreeMap<>();
        for (Recorded recorded : own) {
            if (recorded.event() instanceof Applied it) {
                from.put(recorded.position(), it.service());
            } else if (recorded.event() instanceof ApplicationEvent.VersionChanged it) {
                from.put(recorded.position(), it.to());
            }
        }
        if (from.isEmpty()) {
            throw new IllegalArgumentException("a case without a beginning");
        }
        return new CaseVersions(from);
    }

    /**
     * The version that the event at a position was recorded under; a move counts from its own event
     * on. Before the application it is the one that was applied for.
     */
    public ServiceVersion at(long position) {
        return Optional.ofNullable(from.floorEntry(position))
                .map(Map.Entry::getValue)
                .orElse(from.firstEntry().getValue());
    }
}
