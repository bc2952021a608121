package org.banshi.command.contract.benefit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Stands for one benefit; the name of its event stream.
 *
 * @param value a UUID in its canonical form
 */
public record BenefitId(@JsonValue String value) {

    private static final Pattern SHAPE =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BenefitId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a benefit id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
