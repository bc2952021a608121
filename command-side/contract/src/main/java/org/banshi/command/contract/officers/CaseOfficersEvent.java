package org.banshi.command.contract.officers;

import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.Stored;

/**
 * The story of a case's officers, as far as rules ask for it. It tells of officers by account and
 * nothing of whose case it is.
 */
public sealed interface CaseOfficersEvent extends Event {

    CaseOfficersId officers();

    /** Who did a step of which the package says who may, or on which another step depends. */
    @Stored("case-officers.step-handled")
    record StepHandled(CaseOfficersId officers, String step, String officer)
            implements CaseOfficersEvent {}

    /** From now on an officer who is concerned does nothing in the case (回避). */
    @Stored("case-officers.concern-declared")
    record ConcernDeclared(CaseOfficersId officers, String officer, Concern concern)
            implements CaseOfficersEvent {}
}
