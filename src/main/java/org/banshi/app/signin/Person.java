package org.banshi.app.signin;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.access.Scope.Role;
import org.jspecify.annotations.Nullable;

/**
 * An invented person who can log in, as written in {@code bpmn/demo/people.yaml}.
 *
 * @param body of staff, or null
 * @param region of staff, or null
 * @param trustLevel Guangdong's levels 2 to 5
 * @param details of a citizen, or null
 */
record Person(
        String account,
        String password,
        Text name,
        Set<Role> roles,
        @Nullable String body,
        @Nullable RegionCode region,
        int trustLevel,
        @Nullable Applicant details) {

    /** Who this is once logged in. */
    public SignedIn signedIn() {
        PersonId person = roles.contains(Role.CITIZEN) ? personId() : null;
        return new SignedIn(
                account,
                name,
                new Scope(account, person, roles, body, region),
                actor(person),
                trustLevel,
                details);
    }

    /** Whether tasks of this body and region are this person's to do. */
    boolean handles(String ofBody, RegionCode in) {
        return roles.contains(Role.OFFICER)
                && ofBody.equals(body)
                && region != null
                && region.covers(in);
    }

    private Actor actor(@Nullable PersonId person) {
        if (person != null) {
            return Actor.citizen(account, person);
        }
        return new Actor(Actor.Kind.OFFICER, account, null, null, body, region);
    }

    /** The same at every start; real persons get theirs at registration. */
    private PersonId personId() {
        byte[] seed = ("banshi-demo:" + account).getBytes(StandardCharsets.UTF_8);
        return new PersonId(UUID.nameUUIDFromBytes(seed).toString());
    }

    /** One line for the list of demo accounts. */
    public String describe() {
        String where = body == null ? "" : ", " + body + (region == null ? "" : " " + region);
        String roles = String.join(", ", this.roles.stream().map(Role::name).sorted().toList());
        return "  %-20s %-14s %s (%s%s)"
                .formatted(account, password, name.en(), roles.toLowerCase(Locale.ROOT), where);
    }

    /** Never prints the password or the details. */
    @Override
    public String toString() {
        return "Person[" + account + "]";
    }
}
