package org.banshi.command.contract.message;

import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Who acts. Accounts are opaque; names are looked up when shown.
 *
 * @param kind what sort of actor
 * @param account the account that acts; for {@link Kind#SYSTEM} the name of the automation
 * @param person the person behind a citizen's account
 * @param onBehalfOf for whom an agent acts (代办)
 * @param body the officer's body, a key of the reference data such as {@code town}
 * @param region the officer's region
 * @param trustLevel how well the log-in's holder is known, Guangdong's levels 2 to 5; null where
 *     nobody logged in
 */
public record Actor(
        Kind kind,
        String account,
        @Nullable PersonId person,
        @Nullable PersonId onBehalfOf,
        @Nullable String body,
        @Nullable RegionCode region,
        @Nullable Integer trustLevel) {

    /** The sorts of actor. */
    public enum Kind {
        CITIZEN,
        OFFICER,
        SYSTEM
    }

    /** Somebody of whom no log-in tells the trust level. */
    public Actor(
            Kind kind,
            String account,
            @Nullable PersonId person,
            @Nullable PersonId onBehalfOf,
            @Nullable String body,
            @Nullable RegionCode region) {
        this(kind, account, person, onBehalfOf, body, region, null);
    }

    /** The same, known so well. */
    public Actor trusted(int level) {
        return new Actor(kind, account, person, onBehalfOf, body, region, level);
    }

    public static Actor citizen(String account, PersonId person) {
        return new Actor(Kind.CITIZEN, account, person, null, null, null);
    }

    public static Actor officer(String account, String body, RegionCode region) {
        return new Actor(Kind.OFFICER, account, null, null, body, region);
    }

    public static Actor system(String automation) {
        return new Actor(Kind.SYSTEM, automation, null, null, null, null);
    }
}
