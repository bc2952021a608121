package org.banshi.command.domain.mandate;

import static org.banshi.command.domain.verdict.Verdict.happens;
import static org.banshi.command.domain.verdict.Verdict.refused;

import java.util.Objects;
import org.banshi.command.contract.mandate.MandateBasis;
import org.banshi.command.contract.mandate.MandateCommand.Answer;
import org.banshi.command.contract.mandate.MandateCommand.Ask;
import org.banshi.command.contract.mandate.MandateCommand.End;
import org.banshi.command.contract.mandate.MandateCommand.Give;
import org.banshi.command.contract.mandate.MandateCommand.Prove;
import org.banshi.command.contract.mandate.MandateEvent;
import org.banshi.command.contract.mandate.MandateTerms;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.mandate.MandateState.Stage;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Decides who acts for whom. */
final class MandateDecider {

    private MandateDecider() {}

    static Verdict decide(MandateState state, Ask command) {
        Refusal wrong =
                wrong(
                        state,
                        command.grantor(),
                        command.agent(),
                        command.terms(),
                        command.stamp(),
                        true);
        if (wrong != null) {
            return refused(wrong);
        }
        return isInPerson(command.agent(), command.stamp())
                ? happens(
                        new MandateEvent.Asked(
                                command.mandate(),
                                command.grantor(),
                                command.agent(),
                                command.terms()))
                : refused(MandateRefusals.NOT_YOURS);
    }

    static Verdict decide(MandateState state, Give command) {
        Refusal wrong =
                wrong(
                        state,
                        command.grantor(),
                        command.agent(),
                        command.terms(),
                        command.stamp(),
                        true);
        if (wrong != null) {
            return refused(wrong);
        }
        return isInPerson(command.grantor(), command.stamp())
                ? happens(
                        new MandateEvent.Given(
                                command.mandate(),
                                command.grantor(),
                                command.agent(),
                                command.terms()))
                : refused(MandateRefusals.NOT_YOURS);
    }

    static Verdict decide(MandateState state, Answer command) {
        PersonId grantor = state.grantor();
        if (state.stage() != Stage.ASKED || grantor == null) {
            return refused(MandateRefusals.NOT_ASKED);
        }
        PersonId agent = Objects.requireNonNull(state.agent());
        MandateTerms terms = Objects.requireNonNull(state.terms());
        if (!isInPerson(grantor, command.stamp())) {
            return refused(MandateRefusals.NOT_YOURS);
        }
        if (!command.agreed()) {
            return happens(new MandateEvent.Declined(command.mandate(), grantor, agent));
        }
        return isComplete(terms, command.stamp(), true)
                ? happens(new MandateEvent.Given(command.mandate(), grantor, agent, terms))
                : refused(MandateRefusals.TERMS);
    }

    static Verdict decide(MandateState state, Prove command) {
        boolean entrusted = command.basis() == MandateBasis.ENTRUSTED;
        Refusal wrong =
                wrong(
                        state,
                        command.grantor(),
                        command.agent(),
                        command.terms(),
                        command.stamp(),
                        entrusted);
        if (wrong != null) {
            return refused(wrong);
        }
        if (command.stamp().by().kind() != Actor.Kind.OFFICER || !MandatePapers.prove(command)) {
            return refused(MandateRefusals.PAPERS);
        }
        return happens(
                new MandateEvent.Proven(
                        command.mandate(),
                        command.grantor(),
                        command.agent(),
                        command.basis(),
                        command.terms(),
                        command.papers()));
    }

    /** What is over already stays so. */
    static Verdict decide(MandateState state, End command) {
        PersonId grantor = state.grantor();
        PersonId agent = state.agent();
        if (state.stage() == Stage.OVER || grantor == null || agent == null) {
            return Verdict.NOTHING;
        }
        boolean may =
                command.stamp().by().kind() != Actor.Kind.CITIZEN
                        || isInPerson(grantor, command.stamp())
                        || isInPerson(agent, command.stamp());
        return may
                ? happens(new MandateEvent.Ended(command.mandate(), grantor, agent))
                : refused(MandateRefusals.NOT_YOURS);
    }

    /** Nobody hands on what was only entrusted: an agent gives no mandate for the grantor. */
    private static boolean isInPerson(PersonId person, Stamp stamp) {
        Actor by = stamp.by();
        return by.kind() == Actor.Kind.CITIZEN
                && person.equals(by.person())
                && by.onBehalfOf() == null;
    }

    private static @Nullable Refusal wrong(
            MandateState state,
            PersonId grantor,
            PersonId agent,
            MandateTerms terms,
            Stamp stamp,
            boolean ends) {
        if (state.stage() != Stage.NONE) {
            return MandateRefusals.EXISTS;
        }
        if (grantor.equals(agent)) {
            return MandateRefusals.ONESELF;
        }
        return isComplete(terms, stamp, ends) ? null : MandateRefusals.TERMS;
    }

    private static boolean isComplete(MandateTerms terms, Stamp stamp, boolean ends) {
        boolean period = terms.until() == null ? !ends : !terms.until().isBefore(stamp.day());
        return period && !terms.acts().isEmpty();
    }
}
