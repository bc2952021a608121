package org.banshi.web.write;

import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandExecutionException;
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
    private final BusinessClock clock;

    public Commands(CommandGateway gateway, LogPositions positions, BusinessClock clock) {
        this.gateway = gateway;
        this.positions = positions;
        this.clock = clock;
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

    /** Carries out {@code act}, which appends on this thread, and tells the position. */
    public Written carryOut(String stream, Runnable act) {
        positions.clear();
        act.run();
        return new Written(stream, positions.lastAppended(), false);
    }

    /** Position of the newest event, for an answer that wrote nothing. */
    long head() {
        return positions.head();
    }

    private Written sendOnce(String stream, Command command, @Nullable RequestKey key) {
        Map<String, ?> metadata =
                key == null
                        ? Map.of()
                        : Map.of(
                                DuplicateRequestException.KEY, key.key(),
                                DuplicateRequestException.HASH, key.hash());
        return repeatable(
                () ->
                        carryOut(
                                stream,
                                () ->
                                        gateway.sendAndWait(
                                                new GenericCommandMessage<>(
                                                        command, MetaData.from(metadata)))));
    }

    private static Written repeatable(Supplier<Written> sending) {
        try {
            return sending.get();
        } catch (DuplicateRequestException duplicate) {
            return sameAgain(duplicate);
        } catch (CommandExecutionException wrapped) {
            if (wrapped.getCause() instanceof DuplicateRequestException duplicate) {
                return sameAgain(duplicate);
            }
            throw wrapped;
        }
    }

    private static Written sameAgain(DuplicateRequestException duplicate) {
        if (!duplicate.sameRequest()) {
            throw duplicate;
        }
        return new Written(duplicate.stream(), duplicate.position(), true);
    }
}
