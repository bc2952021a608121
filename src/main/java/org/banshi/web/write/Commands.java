package org.banshi.web.write;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
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
import org.banshi.eventstore.Receipts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends commands for pages and the REST interface. */
@Component
public class Commands {

    private static final int ATTEMPTS = 4;

    private final CommandGateway gateway;
    private final LogPositions positions;
    private final Receipts receipts;
    private final BusinessClock clock;

    public Commands(
            CommandGateway gateway,
            LogPositions positions,
            Receipts receipts,
            BusinessClock clock) {
        this.gateway = gateway;
        this.positions = positions;
        this.receipts = receipts;
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
        try {
            Map<String, ?> metadata =
                    key == null
                            ? Map.of()
                            : Map.of(
                                    DuplicateRequestException.KEY, key.key(),
                                    DuplicateRequestException.HASH, key.hash());
            return carryOut(
                    stream,
                    () ->
                            gateway.sendAndWait(
                                    new GenericCommandMessage<>(command, MetaData.from(metadata))));
        } catch (RuntimeException refused) {
            if (key == null || refused instanceof ConcurrencyException) {
                throw refused;
            }
            // What a first request did makes its repetition refused: its answer comes first.
            return firstAnswer(key).orElseThrow(() -> refused);
        }
    }

    private Optional<Written> firstAnswer(RequestKey key) {
        return receipts.find(key.key())
                .map(
                        receipt -> {
                            if (!receipt.hash().equals(key.hash())) {
                                throw new DuplicateRequestException(
                                        false, receipt.stream(), receipt.position());
                            }
                            return new Written(receipt.stream(), receipt.position(), true);
                        });
    }
}
