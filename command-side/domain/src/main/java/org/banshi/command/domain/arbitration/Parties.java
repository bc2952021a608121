package org.banshi.command.domain.arbitration;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.banshi.command.contract.application.ApplicationId;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.PartyDetails;
import org.banshi.command.contract.arbitration.Role;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.arbitration.Side;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.person.PersonId;
import org.jspecify.annotations.Nullable;

/** Who takes part, and whose accounts act for them: it only evolves. */
final class Parties {

    private final Map<String, Party> parties = new LinkedHashMap<>();
    private final Map<String, Set<PersonId>> accounts = new HashMap<>();

    /**
     * A party.
     *
     * @param person whose key protects what is personal to it
     * @param booking keyed hash of its number, null where that is unknown
     * @param speaks whether it acts itself; the others of a group are represented
     * @param details null after an erasure
     */
    record Party(
            String key,
            PersonId person,
            Side side,
            Role role,
            @Nullable String booking,
            boolean speaks,
            @Nullable PartyDetails details) {}

    void on(ArbitrationEvent.PartyJoined joined) {
        parties.put(
                joined.party(),
                new Party(
                        joined.party(),
                        joined.subject(),
                        joined.side(),
                        joined.role(),
                        joined.key(),
                        joined.speaks(),
                        joined.details()));
    }

    void on(ArbitrationEvent.AccessOpened opened) {
        accounts.computeIfAbsent(opened.party(), key -> new HashSet<>()).add(opened.person());
    }

    /** All, in the order in which they joined. */
    Collection<Party> all() {
        return parties.values();
    }

    Optional<Party> find(String key) {
        return Optional.ofNullable(parties.get(key));
    }

    /** Those of a side who act themselves. */
    List<Party> speaking(Side side) {
        return parties.values().stream().filter(it -> it.speaks() && it.side() == side).toList();
    }

    /** Everybody who acts: the parties of the hearing. */
    List<Party> speaking() {
        return parties.values().stream().filter(Party::speaks).toList();
    }

    /** Whom a document has to reach. Copies of a group go to its representatives. */
    List<Party> addressees(ServedDocument document) {
        return switch (document) {
            case CLAIM -> speaking().stream().filter(it -> it.side() != Side.CLAIMANT).toList();
            case ANSWER -> speaking(Side.CLAIMANT);
            case FURTHER_CLAIM, HEARING_NOTICE, SETTLEMENT, AWARD, EVIDENCE, RECUSAL_DECISION ->
                    speaking();
            case ADVANCE_RULING, ADVANCE_DENIAL, EXTENSION, ENDING -> speaking();
        };
    }

    /** Whether {@code actor} may act as the party: its account, its agent, or the window for it. */
    boolean mayAct(Actor actor, Party party) {
        if (actor.kind() != Actor.Kind.CITIZEN) {
            return actor.kind() == Actor.Kind.OFFICER;
        }
        PersonId self = actor.onBehalfOf() == null ? actor.person() : actor.onBehalfOf();
        return self != null
                && (self.equals(party.person())
                        || accounts.getOrDefault(party.key(), Set.of()).contains(self));
    }

    boolean seenBy(PersonId person, Party party) {
        return accounts.getOrDefault(party.key(), Set.of()).contains(person);
    }

    /** The key that follows for a party of that side. */
    String nextKey(Side side) {
        String prefix = prefix(side);
        long taken = parties.keySet().stream().filter(key -> key.startsWith(prefix)).count();
        return prefix + (taken + 1);
    }

    static String prefix(Side side) {
        return switch (side) {
            case CLAIMANT -> "a";
            case RESPONDENT -> "r";
            case THIRD_PARTY -> "t";
        };
    }

    /**
     * Who a party without an account is in this case, and in no other: the applicant's own data
     * stay readable when theirs are erased, and theirs when the applicant's are.
     */
    static PersonId personOf(ApplicationId application, String key) {
        return new PersonId(application.value() + "-" + key);
    }
}
