package org.banshi.command.domain.arbitration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.Remedy;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.arbitration.ArbitrationCommand.Answer;
import org.banshi.command.contract.arbitration.ArbitrationCommand.Serve;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.arbitration.ServiceWay;
import org.banshi.command.contract.arbitration.Side;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.calendar.WorkingCalendar;
import org.banshi.command.contract.message.Event;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.domain.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/** Decides on what is served on whom, and on answers to it. */
final class Serving {

    /** 劳动争议调解仲裁法 30: days to answer, and to pass the answer on, in working days. */
    static final int DAYS_TO_ANSWER = 10;

    private static final int DAYS_TO_FORWARD = 5;

    /** 民事诉讼法 95: an announcement counts as served after this many days. */
    private static final int DAYS_OF_ANNOUNCEMENT = 30;

    private Serving() {}

    static Verdict serve(
            ArbitrationCase it,
            ArbitrationState state,
            Serve command,
            ServiceDefinition definition,
            WorkingCalendar calendar) {
        LocalDate today = command.stamp().day();
        if (command.servedOn().isAfter(today) || command.servedOn().isBefore(it.appliedOn())) {
            return Verdict.refused(ArbitrationRefusals.SERVICE_DAY);
        }
        boolean onPaper =
                command.document() == ServedDocument.SETTLEMENT
                        || command.document() == ServedDocument.AWARD
                        || command.document() == ServedDocument.ADVANCE_RULING;
        if (onPaper && command.way() == ServiceWay.ELECTRONIC) {
            return Verdict.refused(ArbitrationRefusals.NOT_ELECTRONICALLY);
        }
        if (command.document() == ServedDocument.SETTLEMENT
                && (command.way() == ServiceWay.LEFT || command.way() == ServiceWay.ANNOUNCEMENT)) {
            return Verdict.refused(ArbitrationRefusals.SETTLEMENT_IS_SIGNED);
        }
        if (serials(it, state, command.document()).isEmpty()) {
            return Verdict.refused(ArbitrationRefusals.NOTHING_TO_SERVE);
        }
        Optional<List<Parties.Party>> parties = parties(state, command);
        if (parties.isEmpty()) {
            return Verdict.refused(ArbitrationRefusals.PARTY_UNKNOWN);
        }
        List<Event> events = new ArrayList<>();
        LocalDate announced = state.services().announcedUntil();
        for (Parties.Party party : parties.get()) {
            for (Paper paper : papers(it, state, party, command.document())) {
                if (state.services()
                        .madeAfter(paper.document(), paper.serial(), command.servedOn())) {
                    return Verdict.refused(ArbitrationRefusals.SERVICE_DAY);
                }
                LocalDate day = command.servedOn();
                if (command.way() == ServiceWay.ANNOUNCEMENT) {
                    day = day.plusDays(DAYS_OF_ANNOUNCEMENT);
                    if (announced == null || day.isAfter(announced)) {
                        events.add(
                                announcement(
                                        it, party, command, announced, day, definition, calendar));
                        announced = day;
                    }
                }
                events.add(served(it, state, party, command, paper, day, calendar));
            }
        }
        if (events.isEmpty()) {
            return Verdict.refused(ArbitrationRefusals.SERVED_BEFORE);
        }
        if (command.document() == ServedDocument.SETTLEMENT && signedByAll(state, events)) {
            events.add(
                    new ArbitrationEvent.SettlementBound(
                            it.id(), it.subject(), command.servedOn()));
        }
        return new Verdict.Happens(events);
    }

    private record Paper(ServedDocument document, int serial) {}

    /**
     * What reaches the party now. In a collective case one notice tells it all: with the day of the
     * hearing comes the claim, to whoever does not have it yet (办案规则 64).
     */
    private static List<Paper> papers(
            ArbitrationCase it,
            ArbitrationState state,
            Parties.Party party,
            ServedDocument document) {
        List<Paper> papers = new ArrayList<>();
        boolean inOneNotice =
                document == ServedDocument.HEARING_NOTICE
                        && state.collective()
                        && state.parties().addressees(ServedDocument.CLAIM).contains(party);
        if (inOneNotice) {
            papers.addAll(papers(it, state, party, ServedDocument.CLAIM));
        }
        for (int serial : serials(it, state, document)) {
            boolean own =
                    document == ServedDocument.EVIDENCE
                            && !state.evidence().ofOthers(serial, party.side());
            if (!own
                    && concerns(it, state, party, document)
                    && !state.services().reached(party.key(), document, serial)) {
                papers.add(new Paper(document, serial));
            }
        }
        return papers;
    }

    /** Those named, or all whom the document has to reach; empty where one is none of them. */
    private static Optional<List<Parties.Party>> parties(ArbitrationState state, Serve command) {
        List<Parties.Party> addressees = state.parties().addressees(command.document());
        List<String> named = command.parties();
        if (named == null) {
            return Optional.of(addressees);
        }
        List<Parties.Party> chosen =
                addressees.stream().filter(party -> named.contains(party.key())).toList();
        return chosen.size() == named.stream().distinct().count()
                ? Optional.of(chosen)
                : Optional.empty();
    }

    /**
     * That it takes longer or is over is told to whoever was told of the case; the applicant has a
     * letter of their own at the end.
     */
    private static boolean concerns(
            ArbitrationCase it,
            ArbitrationState state,
            Parties.Party party,
            ServedDocument document) {
        return switch (document) {
            case EXTENSION -> knowsOfIt(state, party);
            case ENDING -> knowsOfIt(state, party) && !party.person().equals(it.subject());
            default -> true;
        };
    }

    private static boolean knowsOfIt(ArbitrationState state, Parties.Party party) {
        return party.side() == Side.CLAIMANT
                || state.services().dayOf(party.key(), ServedDocument.CLAIM, 1).isPresent();
    }

    /** The numbers under which there is something of that sort to serve. */
    private static List<Integer> serials(
            ArbitrationCase it, ArbitrationState state, ServedDocument document) {
        if (it.status().ended()) {
            return document == ServedDocument.ENDING ? List.of(1) : List.of();
        }
        return switch (document) {
            case CLAIM -> state.docketed() ? List.of(1) : List.of();
            case FURTHER_CLAIM ->
                    state.claims().that(Claims.Standing.IN_THE_CASE).stream()
                            .map(claim -> Integer.parseInt(claim.key().substring(1).split("-")[0]))
                            .distinct()
                            .toList();
            case ANSWER -> IntStream.rangeClosed(1, state.services().answers()).boxed().toList();
            case HEARING_NOTICE ->
                    state.hearings().set() == null ? List.of() : List.of(state.hearings().last());
            case SETTLEMENT ->
                    state.rulings().settlementOpen()
                            ? List.of(state.rulings().settlements())
                            : List.of();
            case EVIDENCE -> IntStream.rangeClosed(1, state.evidence().count()).boxed().toList();
            case RECUSAL_DECISION ->
                    IntStream.rangeClosed(1, state.panel().recusalsDecided()).boxed().toList();
            case ADVANCE_RULING -> state.advances().granted();
            case ADVANCE_DENIAL -> state.advances().denied();
            case EXTENSION -> it.extended() ? List.of(1) : List.of();
            case ENDING -> List.of();
            case AWARD ->
                    state.rulings().awards().stream()
                            .map(ArbitrationEvent.AwardMade::award)
                            .toList();
        };
    }

    private static ArbitrationEvent announcement(
            ArbitrationCase it,
            Parties.Party party,
            Serve command,
            @Nullable LocalDate leftOutUntil,
            LocalDate until,
            ServiceDefinition definition,
            WorkingCalendar calendar) {
        LocalDate posted = command.servedOn();
        LocalDate from =
                leftOutUntil != null && leftOutUntil.isAfter(posted) ? leftOutUntil : posted;
        return new ArbitrationEvent.AnnouncementPosted(
                it.id(),
                party.person(),
                party.key(),
                command.document(),
                from,
                until,
                it.dueWithout(from, until, definition, calendar));
    }

    private static ArbitrationEvent served(
            ArbitrationCase it,
            ArbitrationState state,
            Parties.Party party,
            Serve command,
            Paper paper,
            LocalDate day,
            WorkingCalendar calendar) {
        boolean opensAnswer =
                paper.document() == ServedDocument.CLAIM && party.side() == Side.RESPONDENT;
        List<Remedy> remedies =
                paper.document() != ServedDocument.AWARD
                        ? List.of()
                        : state.rulings().awards().stream()
                                .filter(award -> award.award() == paper.serial())
                                .map(ArbitrationEvent.AwardMade::finality)
                                .flatMap(
                                        finality ->
                                                ArbitrationRemedies.of(
                                                        finality, party.role(), day, calendar)
                                                        .stream())
                                .toList();
        return new ArbitrationEvent.DocumentServed(
                it.id(),
                party.person(),
                party.key(),
                paper.document(),
                paper.serial(),
                day,
                command.way(),
                command.proof(),
                opensAnswer ? calendar.due(day, DAYS_TO_ANSWER, TermUnit.WORKING_DAYS) : null,
                remedies);
    }

    private static boolean signedByAll(ArbitrationState state, List<Event> events) {
        int serial = state.rulings().settlements();
        return state.parties().speaking().stream()
                .allMatch(
                        party ->
                                state.services()
                                                .dayOf(
                                                        party.key(),
                                                        ServedDocument.SETTLEMENT,
                                                        serial)
                                                .isPresent()
                                        || events.stream()
                                                .anyMatch(event -> isServiceOn(party, event)));
    }

    private static boolean isServiceOn(Parties.Party party, Event event) {
        return event instanceof ArbitrationEvent.DocumentServed served
                && served.party().equals(party.key());
    }

    /**
     * The last day on which any respondent may answer, or the day on which nobody has to be waited
     * for any more.
     *
     * @throws RefusedException when the claim is not served on all of them yet
     */
    static DueDate answersUntil(ArbitrationState state) {
        return state.parties().speaking(Side.RESPONDENT).stream()
                .map(party -> state.services().answerBy(party.key()))
                .map(
                        due ->
                                due.orElseThrow(
                                        () ->
                                                new RefusedException(
                                                        ArbitrationRefusals.CLAIM_NOT_SERVED)))
                .reduce((one, other) -> one.day().isBefore(other.day()) ? other : one)
                .orElseThrow();
    }

    /** None = the case goes on; one that comes late is still passed on. */
    static Verdict answer(
            ArbitrationCase it, ArbitrationState state, Answer command, WorkingCalendar calendar) {
        Parties.Party party = state.parties().find(command.party()).orElse(null);
        if (party == null || party.side() != Side.RESPONDENT) {
            return Verdict.refused(ArbitrationRefusals.PARTY_UNKNOWN);
        }
        if (!state.parties().mayAct(command.stamp().by(), party)) {
            return Verdict.refused(ArbitrationRefusals.NOT_THE_PARTY);
        }
        if (state.services().answerBy(party.key()).isEmpty()) {
            return Verdict.refused(ArbitrationRefusals.CLAIM_NOT_SERVED);
        }
        if (state.services().answered(party.key())) {
            return Verdict.refused(ArbitrationRefusals.ANSWERED_BEFORE);
        }
        if (state.hearings().held()) {
            return Verdict.refused(ArbitrationRefusals.HEARD);
        }
        boolean complete =
                state.parties().speaking(Side.RESPONDENT).stream()
                        .allMatch(
                                other ->
                                        other.key().equals(party.key())
                                                || state.services().answered(other.key()));
        return Verdict.happens(
                new ArbitrationEvent.Answered(
                        it.id(),
                        party.person(),
                        party.key(),
                        calendar.due(command.stamp().day(), DAYS_TO_FORWARD, TermUnit.WORKING_DAYS),
                        complete,
                        command.answer()));
    }
}
