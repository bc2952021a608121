package org.banshi.process.errand;

import java.util.List;
import java.util.function.Function;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.message.Event;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the log for one kind of errand, and writes a ticket for each event that asks for it. */
public final class TicketWriter implements Subscription {

    /**
     * What an event asks for.
     *
     * @param application the case
     * @param key unique within the case and kind
     */
    public record Wanted(ApplicationId application, String key) {}

    private final String kind;
    private final Function<Event, @Nullable Wanted> asks;
    private final JdbcClient jdbc;
    private final Errands errands;

    /**
     * @param kind of the errand, and name of the reader
     * @param asks what an event asks for, null when it asks for nothing
     */
    public TicketWriter(
            String kind, Function<Event, @Nullable Wanted> asks, JdbcClient jdbc, Errands errands) {
        this.kind = kind;
        this.asks = asks;
        this.jdbc = jdbc;
        this.errands = errands;
    }

    @Override
    public String name() {
        return kind;
    }

    @Override
    public boolean concerns(Recorded recorded) {
        return asks.apply(recorded.event()) != null;
    }

    @Override
    public void handle(List<Recorded> batch) {
        for (Recorded recorded : batch) {
            Wanted wanted = asks.apply(recorded.event());
            if (wanted != null) {
                Errands.write(jdbc, kind, recorded.position(), wanted.application(), wanted.key());
                errands.lookAfterCommit();
            }
        }
    }
}
