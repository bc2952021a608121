package org.banshi.command.domain.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationCommand.AskRegister;
import org.banshi.command.contract.application.ApplicationCommand.RecordRegisterAnswer;
import org.banshi.command.contract.application.ApplicationEvent.RegisterAnswered;
import org.banshi.command.contract.application.ApplicationEvent.RegisterAsked;
import org.banshi.command.contract.application.ApplicationEvent.RegisterWithheld;
import org.banshi.command.contract.application.Authority;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.Whom;
import org.banshi.command.contract.application.Withheld;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.domain.application.Household.Adult;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Decides on asking other bodies' records: about whom, and under which authority. */
final class Asking {

    /** Fields of a form that is filled in for somebody else. */
    private static final String HOLDER_NAME = "holderName";

    private static final String HOLDER_NUMBER = "holderIdentityNumber";

    private final ApplicationState state;
    private final AskRegister command;
    private final Applicant applicant;

    private Asking(ApplicationState state, AskRegister command, Applicant applicant) {
        this.state = state;
        this.command = command;
        this.applicant = applicant;
    }

    static Verdict ask(ApplicationState state, AskRegister command) {
        Applicant applicant = state.details();
        if (state.questions().open(command.question()) || applicant == null) {
            return Verdict.NOTHING;
        }
        return command.of() == Whom.ADULTS
                ? new Asking(state, command, applicant).ofAdults()
                : Verdict.happens(ofApplicant(state, command, applicant));
    }

    /** The same answer may come again: a register is asked outside of any transaction. */
    static Verdict recordAnswer(ApplicationState state, RecordRegisterAnswer command) {
        Inquiry inquiry = state.questions().inquiry(command.question());
        if (inquiry == null) {
            return Verdict.refused(DecidingRefusals.QUESTION_UNKNOWN);
        }
        PersonId subject = inquiry.subject(command.member());
        if (subject == null) {
            return Verdict.NOTHING;
        }
        return Verdict.happens(
                new RegisterAnswered(
                        state.id(),
                        subject,
                        command.question(),
                        inquiry.register(),
                        command.member(),
                        command.outcome(),
                        command.answer(),
                        inquiry.besides(command.member())));
    }

    /**
     * About the applicant, or the person for whom the form says that they act; under the signed
     * authority, or else under the application, whose form holds the consent.
     */
    private static RegisterAsked ofApplicant(
            ApplicationState state, AskRegister command, Applicant applicant) {
        return new RegisterAsked(
                state.id(),
                state.subject(),
                command.question(),
                command.register(),
                about(applicant, state.facts().form().values()),
                Authority.of(state.questions().paper()));
    }

    private static FormData about(Applicant applicant, Map<String, @Nullable Object> form) {
        boolean forAnother = form.get(HOLDER_NUMBER) instanceof String number && !number.isBlank();
        return new FormData(
                Map.of(
                        "name",
                        forAnother ? String.valueOf(form.get(HOLDER_NAME)) : applicant.name(),
                        "identityNumber",
                        forAnother
                                ? String.valueOf(form.get(HOLDER_NUMBER))
                                : applicant.identityNumber()));
    }

    /**
     * Each adult under an authority of their own (民发〔2021〕57号: every adult member signs). Those who
     * are not asked come first, so that the last answer settles the question.
     */
    private Verdict ofAdults() {
        List<Adult> adults =
                Household.adults(
                        state.facts().form(), state.questions().paper(), command.stamp().day());
        if (adults.isEmpty()) {
            return Verdict.refused(DecidingRefusals.NOBODY_TO_ASK);
        }
        Map<String, Integer> numbers =
                state.questions().numbers(adults.stream().map(Adult::identityNumber).toList());
        List<Event> events = new ArrayList<>();
        int awaited = adults.size();
        for (Adult adult : adults) {
            Optional<Withheld> reason = withheld(adult);
            if (reason.isPresent()) {
                awaited--;
                int member = numbers.get(adult.identityNumber());
                events.add(withheld(adult, member, reason.get(), awaited));
            }
        }
        for (Adult adult : adults) {
            Authority signed = adult.signed();
            if (signed != null && signed.holdsOn(command.stamp().day())) {
                events.add(asked(adult, numbers.get(adult.identityNumber()), signed));
            }
        }
        return new Verdict.Happens(events);
    }

    /**
     * Of a protected person's household nobody is asked to sign what they have not signed, once an
     * officer confirmed it; until then an officer decides whom to ask.
     */
    private Optional<Withheld> withheld(Adult adult) {
        return adult.withheld(command.stamp().day())
                .map(reason -> state.protection().confirmed() ? Withheld.PROTECTED : reason);
    }

    private RegisterWithheld withheld(Adult adult, int member, Withheld reason, int awaited) {
        return new RegisterWithheld(
                state.id(),
                subject(adult, member),
                command.question(),
                command.register(),
                member,
                adult.about(),
                reason,
                awaited);
    }

    private RegisterAsked asked(Adult adult, int member, Authority signed) {
        return new RegisterAsked(
                state.id(),
                subject(adult, member),
                command.question(),
                command.register(),
                member,
                adult.about(),
                signed);
    }

    /** Whose key protects what is found: each adult has one of their own, for this case. */
    private PersonId subject(Adult adult, int member) {
        return adult.identityNumber().equals(applicant.identityNumber())
                ? state.subject()
                : new PersonId(state.id() + "-" + member);
    }
}
