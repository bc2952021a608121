package org.banshi.web.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.function.Supplier;
import org.banshi.app.signin.SignedIn;
import org.banshi.eventstore.DuplicateRequestException;
import org.banshi.eventstore.Receipts;
import org.banshi.eventstore.Receipts.Receipt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What requests with an idempotency key were answered the first time. */
@Component
public class FirstAnswers {

    private final Receipts receipts;
    private final ObjectMapper json;

    public FirstAnswers(Receipts receipts, ObjectMapper json) {
        this.receipts = receipts;
        this.json = json;
    }

    /**
     * The receipt of the first request with this key.
     *
     * @throws DuplicateRequestException when that one asked for something else
     */
    Optional<Receipt> find(RequestKey key) {
        Optional<Receipt> first = receipts.find(key.key());
        first.filter(receipt -> !receipt.hash().equals(key.hash()))
                .ifPresent(
                        other -> {
                            throw new DuplicateRequestException(
                                    false, other.stream(), other.position());
                        });
        return first;
    }

    /**
     * The stream to which the caller's request wrote, whatever it said; empty where there was none
     * with this key.
     *
     * @param operation what was asked for, as {@link RequestKeys} was told
     */
    public Optional<String> stream(SignedIn who, String operation, String key) {
        return receipts.find(RequestKeys.name(who, operation, key)).map(Receipt::stream);
    }

    /**
     * Carries out what leads to no event, and keeps the answer. A request whose first answer was
     * lost with the server is carried out again, so {@code act} is something of which nobody
     * notices that it took place twice.
     *
     * @param key null where none was sent: then it is carried out
     * @param about what the request is about
     * @return the first request's answer
     * @throws DuplicateRequestException when the key was used for something else
     */
    public <T> T once(@Nullable RequestKey key, String about, Class<T> type, Supplier<T> act) {
        if (key == null) {
            return act.get();
        }
        Optional<T> first = answer(key, type);
        if (first.isPresent()) {
            return first.get();
        }
        T answer = act.get();
        boolean own = receipts.keep(key.key(), key.hash(), about, written(answer));
        return own ? answer : answer(key, type).orElse(answer);
    }

    private <T> Optional<T> answer(RequestKey key, Class<T> type) {
        return find(key).map(Receipt::answer).map(text -> read(text, type));
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a kept answer that cannot be read", damaged);
        }
    }

    private String written(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an answer that cannot be written", impossible);
        }
    }
}
