package org.banshi.command.contract.settlement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Stands for one slice of a round's list; the name of its event stream.
 *
 * @param value the round's id, {@code -slice-} and the slice's number
 */
public record SliceId(@JsonValue String value) {

    private static final String INFIX = "-slice-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SliceId {
        if (!value.contains(INFIX)) {
            throw new IllegalArgumentException("not a slice id");
        }
    }

    public static SliceId of(RoundId round, int slice) {
        return new SliceId(round + INFIX + slice);
    }

    @Override
    public String toString() {
        return value;
    }
}
