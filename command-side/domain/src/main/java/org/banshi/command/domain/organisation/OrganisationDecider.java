package org.banshi.command.domain.organisation;

import static org.banshi.command.domain.verdict.Verdict.happens;
import static org.banshi.command.domain.verdict.Verdict.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.command.contract.mandate.MandateId;
import org.banshi.command.contract.mandate.MandateTerms;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.organisation.OrganisationCommand.Appoint;
import org.banshi.command.contract.organisation.OrganisationCommand.Close;
import org.banshi.command.contract.organisation.OrganisationCommand.Dismiss;
import org.banshi.command.contract.organisation.OrganisationCommand.NameRepresentative;
import org.banshi.command.contract.organisation.OrganisationCommand.Register;
import org.banshi.command.contract.organisation.OrganisationDetails;
import org.banshi.command.contract.organisation.OrganisationEvent;
import org.banshi.command.contract.organisation.OrganisationId;
import org.banshi.command.contract.person.MobileNumber;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.person.UnifiedSocialCreditCode;
import org.banshi.command.domain.organisation.OrganisationState.Stage;
import org.banshi.command.domain.verdict.Verdict;

/** Decides who speaks for an organisation, and who does its work. */
final class OrganisationDecider {

    private static final int LONGEST_NAME = 120;
    private static final int MOST_CLERKS = 100;

    /** 四级: person, name and document are one. */
    private static final int NEEDED_TRUST = 4;

    /** 营业执照, 事业单位法人证书 and the like. */
    static final String LICENCE = "licence";

    /** 法定代表人身份证明书, or the resolution that named the new one. */
    static final String REPRESENTATIVE_CERTIFICATE = "representative-certificate";

    private OrganisationDecider() {}

    static Verdict decide(OrganisationState state, Register command) {
        if (state.stage() != Stage.NONE) {
            return refused(OrganisationRefusals.KNOWN);
        }
        if (!isOfficer(command.stamp()) || !command.papers().contains(LICENCE)) {
            return refused(OrganisationRefusals.COUNTER);
        }
        return wrong(command.details())
                .map(Verdict::refused)
                .orElseGet(
                        () ->
                                happens(
                                        new OrganisationEvent.Registered(
                                                command.organisation(),
                                                command.organisation().person(),
                                                command.identity(),
                                                command.papers(),
                                                command.details()),
                                        named(
                                                new NameRepresentative(
                                                        command.organisation(),
                                                        command.representative(),
                                                        command.mandate(),
                                                        command.papers(),
                                                        command.stamp()))));
    }

    /**
     * Whoever spoke for it before does so no more; clerks stay until the new one dismisses them.
     */
    static Verdict decide(OrganisationState state, NameRepresentative command) {
        if (state.stage() != Stage.OPEN) {
            return refused(OrganisationRefusals.UNKNOWN);
        }
        boolean shown =
                command.papers().contains(LICENCE)
                        || command.papers().contains(REPRESENTATIVE_CERTIFICATE);
        if (!isOfficer(command.stamp()) || !shown) {
            return refused(OrganisationRefusals.COUNTER);
        }
        PersonId before = state.representative();
        if (command.representative().equals(before)) {
            return refused(OrganisationRefusals.IS_REPRESENTATIVE);
        }
        List<OrganisationEvent> events = new ArrayList<>();
        if (before != null) {
            events.add(dismissed(command.organisation().person(), before, state));
        }
        events.add(named(command));
        return happens(events.toArray(OrganisationEvent[]::new));
    }

    static Verdict decide(OrganisationState state, Appoint command) {
        if (state.stage() != Stage.OPEN) {
            return refused(OrganisationRefusals.UNKNOWN);
        }
        if (!isRepresentative(state, command.stamp())) {
            return refused(OrganisationRefusals.NOT_REPRESENTATIVE);
        }
        Integer level = command.stamp().by().trustLevel();
        if (level != null && level < NEEDED_TRUST) {
            return refused(OrganisationRefusals.TRUST);
        }
        if (command.clerk().equals(state.representative())) {
            return refused(OrganisationRefusals.IS_REPRESENTATIVE);
        }
        MandateTerms terms = command.terms();
        if (terms.acts().isEmpty()
                || terms.until() == null
                || terms.until().isBefore(command.stamp().day())) {
            return refused(OrganisationRefusals.TERMS);
        }
        if (!state.agents().containsKey(command.clerk()) && state.agents().size() > MOST_CLERKS) {
            return refused(OrganisationRefusals.TOO_MANY);
        }
        return happens(
                new OrganisationEvent.ClerkAppointed(
                        command.organisation(),
                        command.organisation().person(),
                        command.mandate(),
                        command.clerk(),
                        terms));
    }

    /** The representative's own place is taken at a counter, or ends with the person's erasure. */
    static Verdict decide(OrganisationState state, Dismiss command) {
        Optional<PersonId> agent =
                state.agents().entrySet().stream()
                        .filter(it -> it.getValue().equals(command.mandate()))
                        .map(Map.Entry::getKey)
                        .findFirst();
        if (agent.isEmpty()) {
            return refused(OrganisationRefusals.NO_AGENT);
        }
        Actor by = command.stamp().by();
        boolean bySystem = by.kind() == Actor.Kind.SYSTEM;
        if (agent.get().equals(state.representative()) && !bySystem) {
            return refused(OrganisationRefusals.IS_REPRESENTATIVE);
        }
        boolean may =
                bySystem
                        || isOfficer(command.stamp())
                        || isRepresentative(state, command.stamp())
                        || isInPerson(agent.get(), by);
        return may
                ? happens(dismissed(command.organisation().person(), agent.get(), state))
                : refused(OrganisationRefusals.NOT_REPRESENTATIVE);
    }

    static Verdict decide(OrganisationState state, Close command) {
        if (state.stage() != Stage.OPEN) {
            return refused(OrganisationRefusals.UNKNOWN);
        }
        return isOfficer(command.stamp())
                ? happens(
                        new OrganisationEvent.Closed(
                                command.organisation(), command.organisation().person()))
                : refused(OrganisationRefusals.COUNTER);
    }

    private static OrganisationEvent named(NameRepresentative command) {
        return new OrganisationEvent.RepresentativeNamed(
                command.organisation(),
                command.organisation().person(),
                command.mandate(),
                command.representative(),
                command.papers());
    }

    private static OrganisationEvent dismissed(
            PersonId organisation, PersonId agent, OrganisationState state) {
        MandateId mandate = state.agents().get(agent);
        if (mandate == null) {
            throw new IllegalStateException("an agent without an authority");
        }
        return new OrganisationEvent.AgentDismissed(
                OrganisationId.of(organisation), organisation, mandate, agent);
    }

    private static boolean isRepresentative(OrganisationState state, Stamp stamp) {
        PersonId representative = state.representative();
        return representative != null && isInPerson(representative, stamp.by());
    }

    private static boolean isInPerson(PersonId person, Actor by) {
        return by.kind() == Actor.Kind.CITIZEN
                && person.equals(by.person())
                && by.onBehalfOf() == null;
    }

    private static boolean isOfficer(Stamp stamp) {
        return stamp.by().kind() == Actor.Kind.OFFICER;
    }

    private static Optional<Refusal> wrong(OrganisationDetails details) {
        String name = details.name();
        if (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return Optional.of(OrganisationRefusals.NO_NAME);
        }
        return UnifiedSocialCreditCode.parse(details.code())
                .fault()
                .or(() -> MobileNumber.parse(details.phone()).fault())
                .map(OrganisationRefusals::number);
    }
}
