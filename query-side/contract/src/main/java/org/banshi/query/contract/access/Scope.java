package org.banshi.query.contract.access;

import java.util.Set;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * The one access predicate: what a log-in may see. Every list, count, search and single read takes
 * it.
 *
 * @param account who looks
 * @param person the citizen, or null for staff
 * @param roles of the account
 * @param body of an officer or supervisor, or null
 * @param region of an officer or supervisor (covers the regions below it), or null
 * @param acting null for oneself; else {@code person} is whom an agent acts for, and these are the
 *     items, or all where there are none
 * @param withheld items of which no agent sees anything: neither cases and their news nor benefits
 *     and disputes; matters, points and certificates belong to no item
 */
public record Scope(
        String account,
        @Nullable PersonId person,
        Set<Role> roles,
        @Nullable String body,
        @Nullable RegionCode region,
        @Nullable Set<String> acting,
        Set<String> withheld) {

    public Scope {
        withheld = Set.copyOf(withheld);
    }

    /** Of somebody who acts where nothing is withheld. */
    public Scope(
            String account,
            @Nullable PersonId person,
            Set<Role> roles,
            @Nullable String body,
            @Nullable RegionCode region,
            @Nullable Set<String> acting) {
        this(account, person, roles, body, region, acting, Set.of());
    }

    /** Of somebody who acts for no one else. */
    public Scope(
            String account,
            @Nullable PersonId person,
            Set<Role> roles,
            @Nullable String body,
            @Nullable RegionCode region) {
        this(account, person, roles, body, region, null);
    }

    /** Roles of the platform. */
    public enum Role {
        CITIZEN,
        OFFICER,
        SUPERVISOR,
        AUDITOR,
        PUBLISHER,
        /** System administrator: runs the platform, sees no accounts and no audit. */
        OPERATOR,
        /** Security administrator: accounts and their rights, nothing else. */
        SECURITY,
        /**
         * Of a residents' or villagers' committee (村居委会): files for people of its place and puts
         * notices up, sees no cases.
         */
        COMMITTEE
    }

    /** Whether this is an agent for certain items, who sees their cases and nothing else. */
    public boolean limited() {
        return acting != null && !acting.isEmpty();
    }

    /** Whether an agent may see what concerns an item, and everybody else's own. */
    public boolean covers(String service) {
        return acting == null
                || !withheld.contains(service) && (acting.isEmpty() || acting.contains(service));
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
