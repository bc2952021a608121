package org.banshi.command.contract.points;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.banshi.command.contract.person.PersonId;

/**
 * Stands for one person's points account; the name of its event stream. A person has one account
 * for life, so that its id follows from the person's.
 *
 * @param value {@code points-account-} and the person's id
 */
public record PointsAccountId(@JsonValue String value) {

    private static final String PREFIX = "points-account-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PointsAccountId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a points account id");
        }
    }

    /** The account of a person, opened or not. */
    public static PointsAccountId of(PersonId person) {
        return new PointsAccountId(PREFIX + person.value());
    }

    @Override
    public String toString() {
        return value;
    }
}
