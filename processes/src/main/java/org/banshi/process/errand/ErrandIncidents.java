package org.banshi.process.errand;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericEventMessage;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.engine.EngineEvent;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.message.StampMetadata;
import org.banshi.process.work.RootWork;
import org.banshi.process.work.Work;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Errands that failed too often: each is an incident, with a stream of its own in the log. */
public final class ErrandIncidents {

    private static final Pattern UUID_SHAPE =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final RootWork root;
    private final JdbcClient jdbc;
    private final EventBus events;

    public ErrandIncidents(RootWork root, JdbcClient jdbc, EventBus events) {
        this.root = root;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** The errand waits for a supervisor from now on. {@code failure} is a type, never a text. */
    void open(String kind, Errand.Ticket ticket, String failure) {
        String incident = UUID.randomUUID().toString();
        root.run(
                () -> {
                    int opened =
                            jdbc.sql(
                                            """
                                            UPDATE process_errand SET incident = ?::uuid
                                            WHERE position = ? AND kind = ? AND incident IS NULL""")
                                    .params(incident, ticket.position(), kind)
                                    .update();
                    if (opened == 1) {
                        publish(
                                new EngineEvent.IncidentOpened(
                                        incident, incident, ticket.application(), kind, failure));
                    }
                    return opened;
                });
    }

    /**
     * Gives the errand another round of attempts, at once.
     *
     * @param request metadata of the request, such as its idempotency key
     * @return false when there is no such incident (any more)
     */
    public boolean retry(String incident, Stamp stamp, Map<String, String> request) {
        return UUID_SHAPE.matcher(incident).matches()
                && root.run(stamp, request, () -> resolve(incident)).isPresent();
    }

    private Optional<ApplicationId> resolve(String incident) {
        Optional<ApplicationId> application =
                jdbc.sql(
                                """
                                UPDATE process_errand
                                SET incident = NULL, attempts = 0, due_at = now()
                                WHERE incident = ?::uuid RETURNING application::text""")
                        .param(incident)
                        .query(String.class)
                        .optional()
                        .map(ApplicationId::new);
        application.ifPresent(
                it -> publish(new EngineEvent.IncidentResolved(incident, incident, it)));
        return application;
    }

    private void publish(EngineEvent event) {
        events.publish(new GenericEventMessage<>(event, StampMetadata.of(Work.get().stamp())));
    }
}
