package org.banshi.command.contract.mandate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names the event stream of a mandate.
 *
 * @param value {@code mandate:} and something that is drawn at random
 */
public record MandateId(@JsonValue String value) {

    private static final String PREFIX = "mandate:";
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[a-z0-9-]{8,64}");

    /**
     * @throws IllegalArgumentException when it is none
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MandateId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a mandate id");
        }
    }

    /**
     * The mandate of this key.
     *
     * @throws IllegalArgumentException when none can have it
     */
    public static MandateId of(String key) {
        return new MandateId(PREFIX + key);
    }

    /** What comes after the prefix. */
    public String key() {
        return value.substring(PREFIX.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
