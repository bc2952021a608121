package org.banshi.web.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.PersonalData;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the header {@code Idempotency-Key}. */
@Component
public class RequestKeys {

    /** The header's name. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{8,100}");

    private final ObjectMapper json;
    private final PersonalData personal;

    public RequestKeys(ObjectMapper json, PersonalData personal) {
        this.json = json.copy().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
        this.personal = personal;
    }

    /**
     * The key of a request, or null where none was sent.
     *
     * @param operation what is asked for, and of what
     * @param request what was sent, as values that Jackson can write
     */
    public @Nullable RequestKey optional(
            SignedIn who, String operation, @Nullable String header, Object request) {
        return header == null ? null : required(who, operation, header, request);
    }

    /**
     * The key of a request that must have one.
     *
     * @throws ProblemException when it is missing or malformed
     */
    public RequestKey required(
            SignedIn who, String operation, @Nullable String header, Object request) {
        if (header == null) {
            throw ProblemException.of(ProblemKind.KEY_REQUIRED);
        }
        if (!KEY.matcher(header).matches()) {
            throw ProblemException.of(
                    ProblemKind.INVALID_REQUEST,
                    "/" + HEADER,
                    "pattern",
                    Text.of("须为 8 至 100 位字母、数字或 - _ .", "8 to 100 letters, digits, - _ or ."));
        }
        return new RequestKey(name(who, operation, header), hash(operation, request));
    }

    /** Under which a request is remembered: each account has its own. */
    static String name(SignedIn who, String operation, String header) {
        return who.account() + "/" + operation + "/" + header;
    }

    private String hash(String operation, Object request) {
        try {
            String text = new String(json.writeValueAsBytes(request), StandardCharsets.UTF_8);
            return personal.hash("request", operation + "\n" + text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a request that cannot be written as JSON");
        }
    }
}
