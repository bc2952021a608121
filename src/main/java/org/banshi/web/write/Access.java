package org.banshi.web.write;

import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/** Who may call what, beside what the security filters already keep out. */
public final class Access {

    private Access() {}

    /**
     * The caller, who must have one of the roles.
     *
     * @throws ProblemException when nobody is signed in, or without such a role
     */
    public static SignedIn require(@Nullable SignedIn who, Role... anyOf) {
        if (who == null) {
            throw ProblemException.of(ProblemKind.SIGN_IN_REQUIRED);
        }
        for (Role role : anyOf) {
            if (who.scope().has(role)) {
                return who;
            }
        }
        throw ProblemException.of(ProblemKind.FORBIDDEN);
    }

    /** Whoever is signed in. */
    public static SignedIn anybody(@Nullable SignedIn who) {
        return require(who, Role.values());
    }

    /** A citizen. */
    public static SignedIn citizen(@Nullable SignedIn who) {
        return require(who, Role.CITIZEN);
    }

    /**
     * A citizen in person. What is kept of somebody is for nobody else to take away: an agent may
     * act in matters, and never as the one whose data they are.
     *
     * @throws ProblemException also when the caller acts for another
     */
    public static SignedIn oneself(@Nullable SignedIn who) {
        SignedIn citizen = citizen(who);
        if (citizen.actor().onBehalfOf() != null) {
            throw ProblemException.of(ProblemKind.FORBIDDEN);
        }
        return citizen;
    }

    /** Somebody who works on cases: officer or supervisor. */
    public static SignedIn staff(@Nullable SignedIn who) {
        return require(who, Role.OFFICER, Role.SUPERVISOR);
    }

    /** Somebody who may read cases in scope without working on them. */
    public static SignedIn reader(@Nullable SignedIn who) {
        return require(who, Role.OFFICER, Role.SUPERVISOR, Role.AUDITOR);
    }
}
