package org.banshi.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.axonframework.messaging.responsetypes.MultipleInstancesResponseType;
import org.axonframework.messaging.responsetypes.OptionalResponseType;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.queryhandling.QueryGateway;
import org.banshi.query.contract.page.Page;

/** Stands in for the read models: answers queries by their type. */
public final class Answers {

    private final Map<Class<?>, Function<Object, Object>> answers = new ConcurrentHashMap<>();
    private final Map<Class<?>, Object> asked = new ConcurrentHashMap<>();

    /** Answers every query of {@code type} with {@code answer}. */
    public <Q> void to(Class<Q> type, Object answer) {
        answers.put(type, query -> answer);
    }

    /** Answers by what is asked. */
    public <Q> void to(Class<Q> type, Function<Q, Object> answer) {
        answers.put(type, query -> answer.apply(type.cast(query)));
    }

    /** The last query of its type. */
    public <Q> Q last(Class<Q> type) {
        return type.cast(asked.get(type));
    }

    public void forget() {
        answers.clear();
        asked.clear();
    }

    @SuppressWarnings("unchecked")
    QueryGateway gateway() {
        QueryGateway gateway = mock();
        when(gateway.query(any(), any(ResponseType.class)))
                .thenAnswer(
                        call -> {
                            Object query = call.getArgument(0);
                            asked.put(query.getClass(), query);
                            Function<Object, Object> answer = answers.get(query.getClass());
                            return CompletableFuture.completedFuture(
                                    answer == null
                                            ? nothing(call.getArgument(1))
                                            : wrapped(answer.apply(query), call.getArgument(1)));
                        });
        return gateway;
    }

    private static Object wrapped(Object answer, ResponseType<?> type) {
        return type instanceof OptionalResponseType ? Optional.of(answer) : answer;
    }

    private static Object nothing(ResponseType<?> type) {
        if (type instanceof OptionalResponseType) {
            return Optional.empty();
        }
        return type instanceof MultipleInstancesResponseType
                ? List.of()
                : new Page<>(List.of(), null, 0);
    }
}
