package org.banshi.app.signin;

import java.util.EnumSet;
import java.util.Set;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.access.Scope.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can log in.
 *
 * @param body of staff, or null
 * @param region of staff, or null
 * @param trustLevel Guangdong's levels 2 to 5
 * @param person of a citizen, or null
 * @param details of a citizen, or null
 */
record Account(
        String account,
        Text name,
        Set<Role> roles,
        @Nullable String body,
        @Nullable RegionCode region,
        int trustLevel,
        @Nullable PersonId person,
        @Nullable Applicant details) {

    /** Who this is once logged in. */
    SignedIn signedIn() {
        return new SignedIn(
                account,
                name,
                new Scope(account, person, roles, body, region),
                person == null
                        ? new Actor(Actor.Kind.OFFICER, account, null, null, body, region)
                        : Actor.citizen(account, person).trusted(trustLevel),
                trustLevel,
                details);
    }

    /**
     * Who this is while acting for another: sees and does what is the other's, as far as the
     * mandate goes, and both names are in every event. Known no better than either of both.
     */
    SignedIn actingFor(Acting acting) {
        int level = Math.min(trustLevel, acting.trustLevel());
        return new SignedIn(
                account,
                name,
                new Scope(
                        account,
                        acting.grantor(),
                        roles,
                        null,
                        null,
                        Set.copyOf(acting.terms().services()),
                        acting.withheld()),
                new Actor(Actor.Kind.CITIZEN, account, person, acting.grantor(), null, null)
                        .trusted(level),
                level,
                acting.details());
    }

    /** The same, known no better than this. */
    Account knownAtMost(int level) {
        return new Account(
                account, name, roles, body, region, Math.min(trustLevel, level), person, details);
    }

    /** The same, who stands in for a supervisor of the region today. */
    Account supervising() {
        Set<Role> more = EnumSet.copyOf(roles);
        more.add(Role.SUPERVISOR);
        return new Account(account, name, more, body, region, trustLevel, person, details);
    }

    boolean citizen() {
        return roles.contains(Role.CITIZEN);
    }

    /** Never prints the details. */
    @Override
    public String toString() {
        return "Account[" + account + "]";
    }
}
