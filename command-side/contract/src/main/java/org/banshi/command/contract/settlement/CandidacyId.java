package org.banshi.command.contract.settlement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.banshi.command.contract.person.PersonId;

/**
 * Stands for one person in one round; the name of its event stream.
 *
 * @param value {@code candidacy-}, city, year and the person's opaque id
 */
public record CandidacyId(@JsonValue String value) implements Comparable<CandidacyId> {

    private static final String PREFIX = "candidacy-";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CandidacyId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a candidacy id");
        }
    }

    /** A person's only candidacy in a round. */
    public static CandidacyId of(RoundId round, PersonId person) {
        return new CandidacyId(PREFIX + round.cityAndYear() + "-" + person.value());
    }

    /** The round it belongs to. */
    public RoundId round() {
        return RoundId.ofCityAndYear(
                value.substring(PREFIX.length(), PREFIX.length() + RoundId.CITY_AND_YEAR));
    }

    @Override
    public int compareTo(CandidacyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
