package org.banshi.command.domain.lifecycle;

import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.person.PersonId;

/** Who may do an act. */
enum Who {
    /** The person whose case it is, and nobody for them. */
    APPLICANT_ALONE,
    /** The person whose case it is, or an agent for them (代办). */
    APPLICANT,
    /** The person whose case it is, an officer to whom they speak, or the process; no agent. */
    APPLICANT_ALONE_OR_BODY,
    /** The applicant, an agent, or an officer who takes it in at the window. */
    APPLICANT_OR_OFFICER,
    /** An officer. */
    OFFICER,
    /** The process, on its own or after an officer's task; never a citizen. */
    BODY,
    /** Everybody who may see the notice. */
    ANYONE;

    boolean includes(Actor actor, PersonId applicant) {
        boolean self = applicant.equals(actor.person()) && actor.onBehalfOf() == null;
        boolean agent = applicant.equals(actor.onBehalfOf());
        boolean citizen = actor.kind() == Actor.Kind.CITIZEN;
        boolean officer = actor.kind() == Actor.Kind.OFFICER;
        return switch (this) {
            case APPLICANT_ALONE -> citizen && self;
            case APPLICANT_ALONE_OR_BODY -> !citizen || self;
            case APPLICANT -> citizen && (self || agent);
            case APPLICANT_OR_OFFICER -> officer || citizen && (self || agent);
            case OFFICER -> officer;
            case BODY -> !citizen;
            case ANYONE -> true;
        };
    }
}
