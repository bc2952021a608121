package org.banshi.web.write;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;
import org.banshi.eventstore.DuplicateRequestException;
import org.banshi.eventstore.LogPositions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends commands for pages and the REST interface. */
@Component
public class Commands {

    private static final int ATTEMPTS = 4;

    private final CommandGateway gateway;
    private final LogPositions positions;
    private final FirstAnswers answers;
    private final BusinessClock clock;

    public Commands(
            CommandGateway gateway,
            LogPositions positions,
            FirstAnswers answers,
            BusinessClock clock) {
        this.gateway = gateway;
        this.positions = positions;
        this.answers = answers;
        this.clock = clock;
    }

    /** The business day. */
    public LocalDate today() {
        return clock.today();
    }

    /** Now, by {@code actor}. */
    public Stamp stamp(Actor actor) {
        return new Stamp(clock.now(), actor);
    }

    /**
     * Sends a command whose author does not know a version: when another writer was quicker, it is
     * decided again on what stands now.
     *
     * @param stream the aggregate's id
     * @throws RuntimeException whatever the handler throws
     */
    public Written send(String stream, Command command, @Nullable RequestKey key) {
        for (int attempt = 1; ; attempt++) {
            try {
                return sendOnce(stream, command, key);
            } catch (ConcurrencyException overtaken) {
                if (attempt == ATTEMPTS) {
                    throw overtaken;
                }
            }
        }
    }

    /**
     * Carries out {@code act}, which appends on this thread, and tells the position. What the same
     * request did before is told instead of a refusal that it led to.
     *
     * @param act takes metadata that brings the key into the log with its events
     * @throws RuntimeException whatever {@code act} throws
     */
    public Written carryOut(
            String stream, @Nullable RequestKey key, Consumer<Map<String, String>> act) {
        try {
            positions.clear();
            act.accept(metadata(key));
            return new Written(stream, positions.lastAppended(), false);
        } catch (RuntimeException refused) {
            if (key == null || refused instanceof ConcurrencyException) {
                throw refused;
            }
            return answers.find(key)
                    .map(first -> new Written(first.stream(), first.position(), true))
                    .orElseThrow(() -> refused);
        }
    }

    /** Position of the newest event, for an answer that wrote nothing. */
    long head() {
        return positions.head();
    }

    private Written sendOnce(String stream, Command command, @Nullable RequestKey key) {
        return carryOut(
                stream,
                key,
                metadata ->
                        gateway.sendAndWait(
                                new GenericCommandMessage<>(command, MetaData.from(metadata))));
    }

    private static Map<String, String> metadata(@Nullable RequestKey key) {
        return key == null
                ? Map.of()
                : Map.of(
                        DuplicateRequestException.KEY, key.key(),
                        DuplicateRequestException.HASH, key.hash());
    }
}
