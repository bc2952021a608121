package org.banshi.web.write;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
        return send(stream, () -> command, key);
    }

    /**
     * Like {@link #send(String, Command, RequestKey)}, for a command that depends on what stands
     * now.
     *
     * @param command may refuse; then too, what the same request did before is told instead
     */
    public Written send(String stream, Supplier<Command> command, @Nullable RequestKey key) {
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
            return written(stream, key);
        } catch (RuntimeException refused) {
            if (key == null || refused instanceof ConcurrencyException) {
                throw refused;
            }
            return first(key).orElseThrow(() -> refused);
        }
    }

    /** Where all was as asked for, nothing was appended: perhaps since the same request did it. */
    private Written written(String stream, @Nullable RequestKey key) {
        long position = positions.lastAppended();
        if (position > 0) {
            return new Written(stream, position, false);
        }
        Optional<Written> first = key == null ? Optional.empty() : first(key);
        return first.orElseGet(() -> new Written(stream, positions.head(), false));
    }

    private Optional<Written> first(RequestKey key) {
        return answers.find(key).map(first -> new Written(first.stream(), first.position(), true));
    }

    /** Position of the newest event. */
    long head() {
        return positions.head();
    }

    private Written sendOnce(String stream, Supplier<Command> command, @Nullable RequestKey key) {
        return carryOut(
                stream,
                key,
                metadata ->
                        gateway.sendAndWait(
                                new GenericCommandMessage<>(
                                        command.get(), MetaData.from(metadata))));
    }

    private static Map<String, String> metadata(@Nullable RequestKey key) {
        return key == null
                ? Map.of()
                : Map.of(
                        DuplicateRequestException.KEY, key.key(),
                        DuplicateRequestException.HASH, key.hash());
    }
}
