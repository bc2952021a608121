package org.banshi.web.officer;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.banshi.app.casefile.CaseMoment;
import org.banshi.app.casefile.CaseMoment.Visit;
import org.banshi.app.casefile.CaseMoments;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.web.diagram.Diagram;
import org.banshi.web.diagram.Diagrams;
import org.banshi.web.page.Words;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.OfficerActs;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Where a case is and has been: the process, how long each step took, tasks, and rules. */
@Controller
class CoursePage {

    /**
     * How long the process was at a step, in words.
     *
     * @param drawn whether the name is the diagram's, which is Chinese
     * @param longest of those that are over
     */
    record Stay(
            String name,
            boolean drawn,
            Instant from,
            @Nullable Instant until,
            boolean cancelled,
            String took,
            boolean longest) {}

    private final OfficerActs acts;
    private final CaseMoments moments;
    private final MomentFile files;
    private final Catalogue catalogue;
    private final Diagrams diagrams;
    private final BusinessClock clock;

    CoursePage(
            OfficerActs acts,
            CaseMoments moments,
            MomentFile files,
            Catalogue catalogue,
            Diagrams diagrams,
            BusinessClock clock) {
        this.acts = acts;
        this.moments = moments;
        this.files = files;
        this.catalogue = catalogue;
        this.diagrams = diagrams;
        this.clock = clock;
    }

    @GetMapping("/work/cases/{number}/course")
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @ModelAttribute("say") Words say,
            Model model) {
        SignedIn who = Access.staff(caller);
        // Whoever may see the case may see where it is.
        acts.seen(who, number);
        CaseMoment moment =
                moments.course(number, who.scope())
                        .flatMap(it -> moments.at(it, Long.MAX_VALUE))
                        .orElseThrow(() -> ProblemException.of(ProblemKind.CASE_NOT_FOUND));
        ServiceDefinition service =
                catalogue
                        .find(moment.setting().pinned())
                        .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
        Diagram diagram = diagrams.of(service);
        model.addAttribute("number", number);
        model.addAttribute("moment", moment);
        model.addAttribute("diagram", diagram);
        model.addAttribute("there", counted(moment, true));
        model.addAttribute("been", counted(moment, false));
        model.addAttribute("stays", stays(moment, service, diagram, say));
        model.addAttribute("tasks", files.tasks(moment, service, say));
        model.addAttribute("rules", files.rules(moment, service, true));
        return "officer/course";
    }

    private static Map<String, Long> counted(CaseMoment moment, boolean there) {
        return moment.visits().stream()
                .filter(it -> !there || it.isThere())
                .map(Visit::activity)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** What took no time is left out: nobody waited there. */
    private List<Stay> stays(
            CaseMoment moment, ServiceDefinition service, Diagram diagram, Words say) {
        Map<String, String> steps = MomentFile.steps(service, say);
        Duration longest =
                moment.visits().stream()
                        .filter(it -> !it.isThere())
                        .map(this::length)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO);
        return moment.visits().stream()
                .filter(it -> it.isThere() || length(it).toSeconds() >= 1)
                .map(
                        it ->
                                new Stay(
                                        steps.getOrDefault(
                                                it.activity(),
                                                diagram.names()
                                                        .getOrDefault(
                                                                it.activity(), it.activity())),
                                        !steps.containsKey(it.activity()),
                                        it.from(),
                                        it.until(),
                                        it.cancelled(),
                                        say.span(length(it)),
                                        !it.isThere() && length(it).equals(longest)))
                .toList();
    }

    private Duration length(Visit visit) {
        Instant until = visit.until();
        Duration length = Duration.between(visit.from(), until == null ? clock.now() : until);
        return length.isNegative() ? Duration.ZERO : length;
    }
}
