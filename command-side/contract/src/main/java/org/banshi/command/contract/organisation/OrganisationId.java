package org.banshi.command.contract.organisation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.banshi.command.contract.person.PersonId;

/**
 * Names the event stream of an organisation.
 *
 * @param value {@code organisation:} and the id by which it is a person before the law (法人)
 */
public record OrganisationId(@JsonValue String value) {

    /** What the names of all such streams begin with. */
    public static final String PREFIX = "organisation:";

    /**
     * @throws IllegalArgumentException when it is none
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrganisationId {
        if (!value.startsWith(PREFIX) || value.length() == PREFIX.length()) {
            throw new IllegalArgumentException("not an organisation id");
        }
    }

    /** The stream of this organisation. */
    public static OrganisationId of(PersonId organisation) {
        return new OrganisationId(PREFIX + organisation.value());
    }

    /** As whom it has cases, and as whose agents people act for it. */
    public PersonId person() {
        return new PersonId(value.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return value;
    }
}
