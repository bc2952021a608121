package org.banshi.command.contract.privacy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.banshi.command.contract.person.PersonId;

/**
 * Names the event stream of what a person asked about the own data.
 *
 * @param value {@code privacy:} and the person's id
 */
public record PrivacyId(@JsonValue String value) {

    private static final String PREFIX = "privacy:";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PrivacyId {
        if (!value.startsWith(PREFIX) || value.length() == PREFIX.length()) {
            throw new IllegalArgumentException("not a privacy id");
        }
    }

    public static PrivacyId of(PersonId person) {
        return new PrivacyId(PREFIX + person.value());
    }

    @Override
    public String toString() {
        return value;
    }
}
