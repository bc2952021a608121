package org.banshi.command.domain.arbitration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.banshi.command.contract.arbitration.PartyKeys;
import org.banshi.command.contract.person.IdentityNumber;
import org.jspecify.annotations.Nullable;

/**
 * By what the other side of a dispute is known again: its number and its name. One who is known to
 * be a person is known by the number alone, for two people can have one name. The keys are of
 * another word than those of a party's own, so that nobody's cases are found by what they are
 * accused of.
 */
public final class OtherSide {

    private static final String AGAINST = "against/";

    private OtherSide() {}

    /** The number's key, where there is one, and the name's. */
    public static List<String> of(String name, @Nullable String number, PartyKeys keys) {
        List<String> known = new ArrayList<>();
        if (number != null && !number.isBlank()) {
            known.add(key(number, keys));
        }
        byName(name, number, keys).ifPresent(known::add);
        return known;
    }

    /** Empty for a person whose number is known. */
    static Optional<String> byName(String name, @Nullable String number, PartyKeys keys) {
        boolean person = number != null && IdentityNumber.parse(number).value().isPresent();
        return person ? Optional.empty() : Optional.of(key(name, keys));
    }

    private static String key(String word, PartyKeys keys) {
        return keys.of(AGAINST + IdentityNumber.canonical(word));
    }
}
