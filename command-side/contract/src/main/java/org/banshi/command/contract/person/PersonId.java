package org.banshi.command.contract.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Stands for one person everywhere: opaque, made at registration, never derived from an identity
 * number.
 *
 * @param value 1 to 64 characters of {@code [A-Za-z0-9-]}
 */
public record PersonId(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9-]{1,64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a person id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
