package org.banshi.web.write;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.banshi.eventstore.LogPositions;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.page.PageResponse;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks queries for pages and the REST interface, after what the caller wrote has arrived. */
@Component
public class Reads {

    /** Longest wait for a read model. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final QueryGateway gateway;
    private final LogPositions positions;

    public Reads(QueryGateway gateway, LogPositions positions) {
        this.gateway = gateway;
        this.positions = positions;
    }

    /**
     * Waits until each of {@code views} has taken {@code position}.
     *
     * @throws ProblemException 503 when one of them has not within two seconds
     */
    public void after(@Nullable Long position, View... views) {
        if (position == null || position <= 0) {
            return;
        }
        if (position > positions.head()) {
            throw ProblemException.of(ProblemKind.BEHIND);
        }
        for (View view : views) {
            if (!positions.await(view.subscription(), position, PATIENCE)) {
                throw ProblemException.of(ProblemKind.BEHIND);
            }
        }
    }

    /**
     * Waits until the engine has taken {@code position}, and the work list what the engine made of
     * it.
     *
     * @throws ProblemException 503 when they have not within a few seconds
     */
    public void afterEngine(@Nullable Long position, View... views) {
        if (position != null && position > 0) {
            after(position, View.ENGINE);
            after(positions.head(), views);
        }
    }

    /**
     * Waits until the policies have taken {@code position}, and the views what followed from it.
     *
     * @throws ProblemException 503 when they have not within a few seconds
     */
    public void afterPolicies(@Nullable Long position, View... views) {
        if (position != null && position > 0) {
            after(position, View.POLICIES);
            after(positions.head(), views);
        }
    }

    /** Like {@link #after}, for a page: late rows are better than none. */
    public void afterIfPossible(long position, View... views) {
        for (View view : views) {
            positions.await(view.subscription(), position, PATIENCE);
        }
    }

    /** Position of the newest event. */
    public long head() {
        return positions.head();
    }

    public <T> Optional<T> one(Object query, Class<T> type) {
        Optional<T> found =
                joined(() -> gateway.query(query, ResponseTypes.optionalInstanceOf(type)).join());
        found.ifPresent(Shown::note);
        return found;
    }

    public <T> List<T> list(Object query, Class<T> type) {
        List<T> found =
                joined(() -> gateway.query(query, ResponseTypes.multipleInstancesOf(type)).join());
        found.forEach(Shown::note);
        return found;
    }

    /** The rows' type is known by the query's contract. */
    public <T> Page<T> page(Object query) {
        Page<T> found = joined(() -> gateway.query(query, PageResponse.<T>ofAny()).join());
        found.rows().forEach(Shown::note);
        return found;
    }

    private static <R> R joined(Supplier<R> asking) {
        try {
            return asking.get();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
