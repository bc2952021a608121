package org.banshi.command.domain.officers;

import java.util.Optional;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.officers.CaseOfficersCommand;
import org.banshi.command.contract.officers.CaseOfficersEvent;
import org.banshi.command.contract.officers.Concern;
import org.banshi.command.domain.verdict.Verdict;

/** Decides who may do a step, and takes what officers declare. */
final class CaseOfficersDecider {

    private CaseOfficersDecider() {}

    static Verdict handle(CaseOfficersState state, CaseOfficersCommand.Handle command, Step step) {
        String officer = command.stamp().by().account();
        Optional<Refusal> against = against(state, step, officer);
        if (against.isPresent()) {
            return Verdict.refused(against.get());
        }
        if (step.impartial() && state.declared(officer) != Concern.NONE) {
            return Verdict.refused(CaseOfficersRefusals.UNDECLARED);
        }
        return officer.equals(state.handler(step.key()))
                ? Verdict.NOTHING
                : Verdict.happens(
                        new CaseOfficersEvent.StepHandled(command.officers(), step.key(), officer));
    }

    /** Who was once concerned does not come back by one's own word. */
    static Verdict declare(CaseOfficersState state, CaseOfficersCommand.Declare command) {
        Actor by = command.stamp().by();
        if (by.kind() != Actor.Kind.OFFICER) {
            return Verdict.refused(CaseOfficersRefusals.NO_OFFICER);
        }
        Concern before = state.declared(by.account());
        if (command.concern() == before) {
            return Verdict.NOTHING;
        }
        return command.concern() == Concern.NONE && state.isConcerned(by.account())
                ? Verdict.refused(CaseOfficersRefusals.CONCERNED)
                : Verdict.happens(
                        new CaseOfficersEvent.ConcernDeclared(
                                command.officers(), by.account(), command.concern()));
    }

    /** What keeps this officer from taking the step; empty where nothing does. */
    static Optional<Refusal> against(CaseOfficersState state, Step step, String officer) {
        if (state.isConcerned(officer)) {
            return Optional.of(CaseOfficersRefusals.CONCERNED);
        }
        return step.apart().stream().anyMatch(other -> officer.equals(state.handler(other)))
                ? Optional.of(CaseOfficersRefusals.SAME_EYES)
                : Optional.empty();
    }
}
