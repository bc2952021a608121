package org.banshi.command.contract.matter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Stands for one matter of another department; the name of its event stream.
 *
 * @param value a UUID in its canonical form
 */
public record MatterId(@JsonValue String value) {

    private static final Pattern SHAPE =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MatterId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a matter id");
        }
    }

    /** The matter that the department of {@code register} calls {@code number}. */
    public static MatterId of(String register, String number) {
        byte[] name = (register + "/" + number).getBytes(StandardCharsets.UTF_8);
        return new MatterId(UUID.nameUUIDFromBytes(name).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
