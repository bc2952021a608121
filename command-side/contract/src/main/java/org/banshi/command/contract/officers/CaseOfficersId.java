package org.banshi.command.contract.officers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.banshi.command.contract.application.ApplicationId;

/**
 * Names the event stream of a case's officers, beside the case's own.
 *
 * @param value {@code officers:} and the case's id
 */
public record CaseOfficersId(@JsonValue String value) {

    private static final String PREFIX = "officers:";

    /**
     * @throws IllegalArgumentException when it is none
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CaseOfficersId {
        if (!value.startsWith(PREFIX) || value.length() == PREFIX.length()) {
            throw new IllegalArgumentException("no officers of a case: " + value);
        }
    }

    /** The stream of this case's officers. */
    public static CaseOfficersId of(ApplicationId application) {
        return new CaseOfficersId(PREFIX + application.value());
    }

    @Override
    public String toString() {
        return value;
    }
}
