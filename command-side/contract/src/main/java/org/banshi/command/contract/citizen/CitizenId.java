package org.banshi.command.contract.citizen;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.banshi.command.contract.person.PersonId;

/**
 * Names the event stream of a citizen.
 *
 * @param value {@code citizen:} and the person's id
 */
public record CitizenId(@JsonValue String value) {

    private static final String PREFIX = "citizen:";

    /**
     * @throws IllegalArgumentException when it is none
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CitizenId {
        if (!value.startsWith(PREFIX) || value.length() == PREFIX.length()) {
            throw new IllegalArgumentException("not a citizen id");
        }
    }

    /** The stream of this person. */
    public static CitizenId of(PersonId person) {
        return new CitizenId(PREFIX + person.value());
    }

    /** Whose stream it is. */
    public PersonId person() {
        return new PersonId(value.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
