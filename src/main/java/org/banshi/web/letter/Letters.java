package org.banshi.web.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.banshi.app.casefile.CaseEvents;
import org.banshi.app.letter.LetterFacts;
import org.banshi.app.letter.LetterPrinter;
import org.banshi.app.letter.LetterTemplate;
import org.banshi.app.letter.LetterText;
import org.banshi.app.letter.LetterWordings;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.application.TermUnit;
import org.banshi.command.contract.arbitration.ArbitrationEvent;
import org.banshi.command.contract.arbitration.PartyKeys;
import org.banshi.command.contract.arbitration.ServedDocument;
import org.banshi.command.contract.calendar.DueDate;
import org.banshi.command.contract.points.ObjectionTerm;
import org.banshi.command.contract.points.PointsAccountId;
import org.banshi.command.contract.points.PointsEvent;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.dispute.FindSeats;
import org.banshi.query.contract.dispute.Seat;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.OfficerActs;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The letters of a case, made anew from its events whenever somebody wants one. An office has all
 * of its case's letters, the applicant those addressed to the applicant, a party of a dispute those
 * that were served on it.
 */
@Component
public class Letters {

    private static final String SUPPLEMENT = "supplement";

    /** Template of the letter that confirms points. */
    private static final String SCORE = "score";

    private final Reads reads;
    private final CaseEvents events;
    private final Catalogue catalogue;
    private final OfficerActs officers;
    private final PartyKeys keys;
    private final LetterWordings wordings;
    private final LetterPrinter printer;
    private final MessageSource messages;

    public Letters(
            Reads reads,
            CaseEvents events,
            Catalogue catalogue,
            OfficerActs officers,
            PartyKeys keys,
            LetterWordings wordings,
            LetterPrinter printer,
            MessageSource messages) {
        this.reads = reads;
        this.events = events;
        this.catalogue = catalogue;
        this.officers = officers;
        this.keys = keys;
        this.wordings = wordings;
        this.printer = printer;
        this.messages = messages;
    }

    /** What a caller may have of a case. */
    private record Reach(
            List<Recorded> events,
            LetterStory story,
            @Nullable Progress page,
            List<Draft> drafts) {}

    /** The letters of a case that the caller may have, oldest first; none where it may see none. */
    public List<Letter> of(SignedIn who, String number) {
        return reach(who, number).stream()
                .flatMap(reach -> reach.drafts().stream().map(draft -> letter(draft, reach)))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Like {@link #of}, for whoever asks for the letters alone.
     *
     * @throws ProblemException when the caller may see no such case
     */
    public List<Letter> list(SignedIn who, String number) {
        if (reach(who, number).isEmpty()) {
            throw ProblemException.of(ProblemKind.CASE_NOT_FOUND);
        }
        return of(who, number);
    }

    /**
     * A letter as PDF.
     *
     * @param language BCP 47 tag: Chinese unless it is English
     * @throws ProblemException when the caller may have no such letter
     */
    public byte[] print(SignedIn who, String number, String id, String language) {
        Reach reach =
                reach(who, number)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.CASE_NOT_FOUND));
        return reach.drafts().stream()
                .filter(draft -> draft.id().equals(id))
                .findFirst()
                .flatMap(draft -> print(draft, reach, language))
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
    }

    /**
     * What a notice of papers missing would say, sent today. The case's own rules have the last
     * word when it is sent.
     *
     * @param items codes of what is asked for
     * @param until last day; null where the item sets none
     * @param language BCP 47 tag
     * @return its paragraphs; none where the caller has none of the case's letters
     */
    public List<LetterText.Part> supplement(
            SignedIn who,
            String number,
            ServiceDefinition service,
            LocalDate today,
            List<String> items,
            String reason,
            @Nullable DueDate until,
            String language) {
        Optional<LetterTemplate> template = wordings.at(SUPPLEMENT, Long.MAX_VALUE);
        Optional<Reach> reach = reach(who, number).filter(it -> it.story().applied != null);
        if (template.isEmpty() || reach.isEmpty()) {
            return List.of();
        }
        LetterStory story = reach.get().story();
        ApplicationEvent.Applied applied = Objects.requireNonNull(story.applied);
        if (applied.details() == null) {
            return List.of();
        }
        Draft draft =
                new Draft(
                        "", SUPPLEMENT, today, story.stage(), null, null, 0, false, Long.MAX_VALUE);
        LetterTelling telling = new LetterTelling(catalogue.reference(), service, story);
        telling.shared(draft, template.get(), applied, reach.get().events().get(0).stamp().day());
        telling.put("addressee", LetterTelling.same(applied.details().name()));
        telling.supplement(items, reason.isBlank() ? null : reason, until);
        return template.get().filled(telling.facts(), language);
    }

    private Optional<byte[]> print(Draft draft, Reach reach, String language) {
        ApplicationEvent.Applied applied = reach.story().applied;
        if (applied == null) {
            return Optional.empty();
        }
        ServiceVersion version =
                reach.events().stream()
                        .map(Recorded::event)
                        .filter(ApplicationEvent.VersionChanged.class::isInstance)
                        .map(it -> ((ApplicationEvent.VersionChanged) it).to())
                        .reduce((earlier, later) -> later)
                        .orElse(applied.service());
        ServiceDefinition service = catalogue.find(version).orElseThrow();
        return wordings.at(draft.template(), draft.position())
                .flatMap(
                        template ->
                                facts(draft, template, reach, applied, service)
                                        .map(it -> printer.print(template, it, language)));
    }

    private Optional<LetterFacts> facts(
            Draft draft,
            LetterTemplate template,
            Reach reach,
            ApplicationEvent.Applied applied,
            ServiceDefinition service) {
        LetterTelling telling = new LetterTelling(catalogue.reference(), service, reach.story());
        telling.shared(draft, template, applied, reach.events().get(0).stamp().day());
        Progress page = reach.page();
        Applicant applicant = reach.story().applicant;
        if (draft.party() != null) {
            new PartyTelling(telling, reach.story(), messages)
                    .tell(draft, keys.code(applied.application(), draft.party()));
        } else if (page != null && applicant != null) {
            telling.toApplicant(draft, page, applicant);
            if (draft.template().equals(SCORE)) {
                score(telling, applied);
            }
        } else {
            // The addressee's key was destroyed.
            return Optional.empty();
        }
        return Optional.of(telling.facts());
    }

    /**
     * The score that the case came to; the account tells it a moment after the decision. Where the
     * account did not count then, no score came of it.
     */
    private void score(LetterTelling telling, ApplicationEvent.Applied applied) {
        boolean verified = false;
        for (Recorded recorded : events.of(PointsAccountId.of(applied.subject()).value())) {
            if (recorded.event() instanceof PointsEvent.ItemRecorded item) {
                verified |= applied.application().equals(item.application());
            } else if (recorded.event() instanceof PointsEvent.AdjustmentDropped dropped
                    && applied.application().equals(dropped.application())) {
                telling.noScore(verified);
            } else if (recorded.event() instanceof PointsEvent.ScoreDetermined determined
                    && applied.application().equals(determined.application())
                    && determined.score() != null) {
                telling.score(
                        determined,
                        catalogue
                                .reference()
                                .calendar()
                                .due(
                                        recorded.stamp().day(),
                                        ObjectionTerm.DAYS,
                                        TermUnit.CALENDAR_DAYS));
            }
        }
    }

    private Optional<Letter> letter(Draft draft, Reach reach) {
        String party = draft.party();
        ArbitrationEvent.PartyJoined joined =
                party == null ? null : reach.story().parties.get(party);
        return wordings.at(draft.template(), draft.position())
                .map(
                        template ->
                                new Letter(
                                        draft.id(),
                                        template.title(),
                                        draft.day(),
                                        party,
                                        joined == null ? null : joined.details().name(),
                                        draft.reached()));
    }

    private Optional<Reach> reach(SignedIn who, String number) {
        if (who.scope().has(Role.OFFICER)) {
            Progress page = officers.caseOf(who, number);
            List<Recorded> story = events.of(page.application());
            LetterStory letters = LetterStory.of(story);
            List<Draft> drafts = new ArrayList<>(letters.toApplicant());
            drafts.addAll(letters.toParties());
            return story.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Reach(story, letters, page, drafts));
        }
        return who.scope().has(Role.CITIZEN) ? ofCitizen(who, number) : Optional.empty();
    }

    private Optional<Reach> ofCitizen(SignedIn who, String number) {
        Progress page =
                reads.one(new FindProgress(number, who.scope()), Progress.class).orElse(null);
        List<Seat> seats =
                reads.list(new FindSeats(who.scope()), Seat.class).stream()
                        .filter(seat -> seat.number().equals(number))
                        .toList();
        if (page == null && seats.isEmpty()) {
            return Optional.empty();
        }
        String application = page == null ? seats.get(0).application() : page.application();
        List<Recorded> story = events.of(application);
        LetterStory letters = LetterStory.of(story);
        List<Draft> drafts = new ArrayList<>(page == null ? List.of() : letters.toApplicant());
        letters.toParties().stream()
                .filter(draft -> seats.stream().anyMatch(it -> it.party().equals(draft.party())))
                // A settlement is the parties' own words; anything else is theirs when served.
                .filter(draft -> draft.reached() || draft.document() == ServedDocument.SETTLEMENT)
                .forEach(drafts::add);
        return story.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reach(story, letters, page, drafts));
    }
}
