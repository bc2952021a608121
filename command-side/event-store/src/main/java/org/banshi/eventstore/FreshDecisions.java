package org.banshi.eventstore;

import java.util.function.LongSupplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * A command bus on which no command fails or is found done already because of an aged {@link
 * AggregateCache}: one that failed or led to no event after an aggregate came from there is handled
 * once more, on what the log says. Nothing was appended, hence nothing happens twice: one whose
 * outcome is unknown, or that failed after its append, is told to its caller as it is. So is one
 * that the store could not take.
 *
 * <p>The bus beneath handles commands on the calling thread. A command within another unit of work
 * is its caller's to try again.
 */
public final class FreshDecisions implements CommandBus {

    private final CommandBus bus;
    private final LongSupplier lastAppended;

    /**
     * @param lastAppended position of the last event that the current thread appended, as {@link
     *     LogPositions#lastAppended} tells
     */
    public FreshDecisions(CommandBus bus, LongSupplier lastAppended) {
        this.bus = bus;
        this.lastAppended = lastAppended;
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        dispatch(command, (message, result) -> {});
    }

    @Override
    public <C, R> void dispatch(
            CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        if (CurrentUnitOfWork.isStarted()) {
            bus.dispatch(command, callback);
            return;
        }
        AggregateCache.wasUsed();
        long before = lastAppended.getAsLong();
        bus.<C, R>dispatch(
                command,
                (message, result) -> {
                    boolean nothing = lastAppended.getAsLong() == before && !isOfTheStore(result);
                    if (nothing && AggregateCache.wasUsed()) {
                        AggregateCache.passBy(() -> bus.dispatch(command, callback));
                    } else {
                        callback.onResult(message, result);
                    }
                });
    }

    /** Not by what was decided on, then. */
    private static boolean isOfTheStore(CommandResultMessage<?> result) {
        return result.isExceptional()
                && (result.exceptionResult() instanceof AppendUnknownException
                        || result.exceptionResult() instanceof OverloadedException
                        || result.exceptionResult() instanceof StoreUnavailableException);
    }

    @Override
    public Registration subscribe(
            String command, MessageHandler<? super CommandMessage<?>> handler) {
        return bus.subscribe(command, handler);
    }

    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        return bus.registerDispatchInterceptor(interceptor);
    }

    @Override
    public Registration registerHandlerInterceptor(
            MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        return bus.registerHandlerInterceptor(interceptor);
    }
}
