package org.banshi.web.officer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.banshi.app.casefile.CaseEvents;
import org.banshi.app.casefile.Standing;
import org.banshi.app.signin.SignedIn;
import org.banshi.app.staff.Agents;
import org.banshi.app.staff.Concerns;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.message.Actor;
import org.banshi.command.contract.officers.Concern;
import org.banshi.command.contract.person.Masks;
import org.banshi.eventstore.Recorded;
import org.banshi.eventstore.codec.Interest;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.query.contract.casefile.FindCaseFile;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.contract.timeline.FindTimeline;
import org.banshi.query.contract.timeline.TimelineEntry;
import org.banshi.web.form.FormMask;
import org.banshi.web.form.FormRenderer;
import org.banshi.web.form.NumberMask;
import org.banshi.web.letter.Letters;
import org.banshi.web.write.PaperReading;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays a case before an officer: answers with their labels, papers, findings, what happened. */
@Component
class CaseDesk {

    /** What an officer wrote down for colleagues. */
    record Comment(Instant at, String by, String words) {}

    /** Who does nothing in the case, and why. */
    record SteppedBack(String officer, Concern concern) {}

    private static final int A_PAGE = 200;
    private static final int LONGEST_TIMELINE = 5_000;

    /** Begins the names of events that tell how the process moved. */
    private static final String ENGINE = "engine.";

    /** The act of a visit by two, as packages name its step. */
    private static final String HOME_VISIT = "home-visit";

    /** Stored names of the events by which a public notice is put up. */
    private static final Set<String> PUT_UP =
            Set.of("social.public-notice-posted", "disability.notice-posted");

    /** Beside the file, all events with who did them; of what is personal, the comments alone. */
    private static final Interest BESIDE =
            Interest.personalIn(Set.of(ApplicationEvent.Commented.class));

    private final Reads reads;
    private final Catalogue catalogue;
    private final PaperReading papers;
    private final MessageSource messages;
    private final Letters letters;
    private final CaseEvents events;
    private final Agents names;
    private final RelatedCases related;
    private final Concerns concerns;

    CaseDesk(
            Reads reads,
            Catalogue catalogue,
            PaperReading papers,
            MessageSource messages,
            Letters letters,
            CaseEvents events,
            Agents names,
            RelatedCases related,
            Concerns concerns) {
        this.reads = reads;
        this.catalogue = catalogue;
        this.papers = papers;
        this.messages = messages;
        this.letters = letters;
        this.events = events;
        this.names = names;
        this.related = related;
        this.concerns = concerns;
    }

    /** What has to be minded about the applicant. */
    Standing standing(String application) {
        return Standing.of(events.of(application, Standing.INTEREST));
    }

    /** Whether the item's time ends by law on its last day, so that no office suspends it. */
    boolean endsByItself(Progress found) {
        return catalogue
                .find(new ServiceVersion(found.service(), found.serviceVersion()))
                .map(ServiceDefinition::endsByItself)
                .orElse(false);
    }

    void lay(SignedIn who, String number, ServiceVersion version, Model model) {
        CaseFile file =
                reads.one(new FindCaseFile(number, who.scope()), CaseFile.class).orElse(null);
        List<TimelineEntry> timeline = timeline(who, number);
        model.addAttribute("file", file);
        List<Recorded> story = file == null ? List.of() : events.of(file.application(), BESIDE);
        model.addAttribute("agents", agents(story));
        model.addAttribute("comments", comments(story));
        model.addAttribute("commenting", UUID.randomUUID().toString());
        model.addAttribute("standing", file == null ? null : Standing.of(story));
        // How the process moved is told on the page of its course.
        model.addAttribute(
                "timeline",
                timeline.stream().filter(it -> !it.event().startsWith(ENGINE)).toList());
        model.addAttribute("letters", letters.of(who, number));
        layConcerns(who, file, model);
        model.addAttribute("related", file == null ? List.of() : related.of(who, file));
        Optional<ServiceDefinition> service = catalogue.find(version);
        model.addAttribute(
                "visited", service.map(it -> it.steps().containsKey(HOME_VISIT)).orElse(false));
        model.addAttribute(
                "posted", timeline.stream().anyMatch(entry -> PUT_UP.contains(entry.event())));
        if (file != null && service.isPresent()) {
            Set<String> automations =
                    timeline.stream()
                            .filter(entry -> entry.actorKind().equals(Actor.Kind.SYSTEM.name()))
                            .map(TimelineEntry::actor)
                            .collect(Collectors.toSet());
            layFile(file, service.get(), automations, model);
        }
    }

    /** Who stepped back, and what the reader declared. */
    private void layConcerns(SignedIn who, @Nullable CaseFile file, Model model) {
        Concern declared =
                file == null ? null : concerns.declared(file.application(), who.account());
        boolean steppedBack = declared != null && declared != Concern.NONE;
        model.addAttribute("declaring", file != null && !steppedBack);
        model.addAttribute("declared", declared);
        model.addAttribute("concerns", Concern.values());
        model.addAttribute(
                "concerned",
                file == null
                        ? List.of()
                        : new TreeMap<>(concerns.concerned(file.application()))
                                .entrySet().stream()
                                        .map(it -> new SteppedBack(it.getKey(), it.getValue()))
                                        .toList());
    }

    /** The whole of it, as far as a page can show it. */
    private List<TimelineEntry> timeline(SignedIn who, String number) {
        List<TimelineEntry> timeline = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<TimelineEntry> page =
                    reads.page(new FindTimeline(number, who.scope(), cursor, A_PAGE));
            timeline.addAll(page.rows());
            cursor = page.next();
        } while (cursor != null && timeline.size() < LONGEST_TIMELINE);
        return timeline;
    }

    /** What officers wrote down for each other; what was erased is left out. */
    private static List<Comment> comments(List<Recorded> story) {
        List<Comment> comments = new ArrayList<>();
        for (Recorded recorded : story) {
            if (recorded.event() instanceof ApplicationEvent.Commented said
                    && said.comment() != null) {
                comments.add(
                        new Comment(
                                recorded.stamp().at(),
                                recorded.stamp().by().account(),
                                said.comment()));
            }
        }
        return comments;
    }

    /** Who acted for the applicant, each once (代办). */
    private List<String> agents(List<Recorded> story) {
        return story.stream()
                .map(recorded -> recorded.stamp().by())
                .filter(by -> by.onBehalfOf() != null)
                .map(Actor::person)
                .filter(Objects::nonNull)
                .distinct()
                .map(person -> names.name(person).orElse("—"))
                .toList();
    }

    private void layFile(
            CaseFile file, ServiceDefinition service, Set<String> automations, Model model) {
        Locale locale = LocaleContextHolder.getLocale();
        // Masked until an officer asks for the full number, which is an act of its own.
        Applicant applicant = file.applicant();
        model.addAttribute(
                "identity",
                applicant == null ? "" : Masks.identityNumber(applicant.identityNumber()));
        model.addAttribute("phone", applicant == null ? "" : Masks.phone(applicant.phone()));
        model.addAttribute(
                "answers",
                FormRenderer.render(
                        service.form().schema(),
                        NumberMask.mask(FormMask.mask(service.form().schema(), file.form())),
                        List.of()));
        model.addAttribute("papers", papers.list(file));
        FindingWords words =
                new FindingWords(service, catalogue.reference(), messages, locale, automations);
        model.addAttribute("findings", file.findings().stream().map(words::of).toList());
    }
}
