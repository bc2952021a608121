package org.banshi.app.signin;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
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
record DemoPerson(
        String account,
        String password,
        Text name,
        Set<Role> roles,
        @Nullable String body,
        @Nullable RegionCode region,
        int trustLevel,
        @Nullable Applicant details) {

    /** The account that this person gets. */
    Account toAccount() {
        return new Account(
                account,
                name,
                roles,
                body,
                region,
                trustLevel,
                roles.contains(Role.CITIZEN) ? personId(account) : null,
                details);
    }

    /** The same at every start; real persons get theirs when they register. */
    static PersonId personId(String account) {
        byte[] seed = ("banshi-demo:" + account).getBytes(StandardCharsets.UTF_8);
        return new PersonId(UUID.nameUUIDFromBytes(seed).toString());
    }

    /** One line for the list of demo accounts. */
    String describe() {
        String where = body == null ? "" : ", " + body + (region == null ? "" : " " + region);
        String roles = String.join(", ", this.roles.stream().map(Role::name).sorted().toList());
        return "  %-20s %-14s %s (%s%s)"
                .formatted(account, password, name.en(), roles.toLowerCase(Locale.ROOT), where);
    }

    /** Never prints the password or the details. */
    @Override
    public String toString() {
        return "DemoPerson[" + account + "]";
    }
}
