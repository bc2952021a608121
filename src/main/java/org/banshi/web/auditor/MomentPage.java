package org.banshi.web.auditor;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.banshi.app.audit.look.Look;
import org.banshi.app.casefile.CaseMoment;
import org.banshi.app.casefile.CaseMoments;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.FactNames;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.audit.CaseCourse;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.timeline.FindTimeline;
import org.banshi.query.contract.timeline.TimelineEntry;
import org.banshi.web.auditor.Differences.Difference;
import org.banshi.web.diagram.Diagram;
import org.banshi.web.diagram.Diagrams;
import org.banshi.web.officer.MomentFile;
import org.banshi.web.officer.MomentLines;
import org.banshi.web.page.Words;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A case as it was at any moment, step by step, and what is different at another. */
@Controller
class MomentPage {

    private static final int SHOWN = 100;
    private static final String AS_OF = "redirect:/audit/cases/{number}/as-of?position=";

    private final AuditDesk desk;
    private final CaseMoments moments;
    private final PointInTime points;
    private final Reads reads;
    private final EventRows rows;
    private final Catalogue catalogue;
    private final Diagrams diagrams;
    private final MomentFile files;

    MomentPage(
            AuditDesk desk,
            CaseMoments moments,
            PointInTime points,
            Reads reads,
            EventRows rows,
            Catalogue catalogue,
            Diagrams diagrams,
            MomentFile files) {
        this.desk = desk;
        this.moments = moments;
        this.points = points;
        this.reads = reads;
        this.rows = rows;
        this.catalogue = catalogue;
        this.diagrams = diagrams;
        this.files = files;
    }

    /**
     * The case as it was.
     *
     * @param position the last that counts, as typed
     * @param at the last instant of recording that counts, as typed, in Asia/Shanghai
     * @param step the case's own event, counted from 1: where the slider stands
     * @param with position of the moment to compare with; the newest event without one
     */
    @GetMapping("/audit/cases/{number}/as-of")
    String asOf(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String position,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(required = false) @Nullable String with,
            @RequestParam(required = false) @Nullable String cursor,
            @ModelAttribute("say") Words say,
            Model model,
            HttpServletResponse response) {
        SignedIn who = desk.enter(caller, model);
        CaseCourse course =
                moments.course(number, who.scope())
                        .orElseThrow(() -> ProblemException.of(ProblemKind.CASE_NOT_FOUND));
        if (position == null && at == null) {
            String other = with == null || with.isBlank() ? "" : "&with=" + number(with);
            return AS_OF + step(course, step) + other;
        }
        String typed = position == null ? "" : position.strip();
        String instant = at == null ? "" : at.strip();
        model.addAttribute("number", number);
        model.addAttribute("position", typed);
        model.addAttribute("at", instant);
        OptionalLong point = points.of(typed, instant);
        OptionalLong other =
                with == null || with.isBlank()
                        ? OptionalLong.of(course.positions().get(course.positions().size() - 1))
                        : points.of(with.strip(), "");
        Optional<CaseMoment> moment =
                point.isEmpty() ? Optional.empty() : moments.at(course, point.getAsLong());
        Optional<CaseMoment> against =
                other.isEmpty() ? Optional.empty() : moments.at(course, other.getAsLong());
        if (moment.isEmpty() || against.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            boolean wrong = point.isEmpty() || other.isEmpty();
            model.addAttribute("pointless", wrong ? "wrong" : "before");
            return "auditor/pointless";
        }
        desk.looked(who, Look.Kind.MOMENT, number, moment.get().position());
        lay(who, course, moment.get(), against.get(), cursor, say, model);
        model.addAttribute("upTo", point.getAsLong());
        model.addAttribute("with", with == null || with.isBlank() ? null : with.strip());
        return "auditor/past";
    }

    private static long number(String typed) {
        try {
            return Long.parseLong(typed.strip());
        } catch (NumberFormatException unreadable) {
            throw ProblemException.of(ProblemKind.NOT_FOUND);
        }
    }

    /** Position of the case's n-th event; of the newest one where nothing was said. */
    private static long step(CaseCourse course, @Nullable String step) {
        int events = course.positions().size();
        long wanted = step == null || step.isBlank() ? events : number(step);
        return course.positions().get((int) Math.max(1, Math.min(events, wanted)) - 1);
    }

    private void lay(
            SignedIn who,
            CaseCourse course,
            CaseMoment moment,
            CaseMoment against,
            @Nullable String cursor,
            Words say,
            Model model) {
        ServiceDefinition service = service(moment);
        boolean personal = desk.purpose(who).isPresent();
        Diagram diagram = diagrams.of(service);
        model.addAttribute("moment", moment);
        model.addAttribute("against", against);
        model.addAttribute("differences", differences(moment, against, say, personal));
        model.addAttribute("diagram", diagram);
        model.addAttribute("there", counted(moment, true));
        model.addAttribute("been", counted(moment, false));
        model.addAttribute("tasks", files.tasks(moment, service, say));
        model.addAttribute("rules", files.rules(moment, service, personal));
        if (personal) {
            files.lay(moment, service, model);
        }
        Page<TimelineEntry> page =
                reads.page(
                        new FindTimeline(
                                course.number(), who.scope(), cursor, SHOWN, moment.position()));
        model.addAttribute("next", page.next());
        model.addAttribute(
                "events",
                rows.of(page.rows(), course.application(), new RegionCode(course.region())));
        model.addAttribute("since", since(moment, against));
    }

    /** The package that the case ran on then. */
    private ServiceDefinition service(CaseMoment moment) {
        return catalogue
                .find(moment.setting().pinned())
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
    }

    private List<Difference> differences(
            CaseMoment moment, CaseMoment against, Words say, boolean personal) {
        List<Difference> all =
                new ArrayList<>(Differences.between(moment.progress(), against.progress(), say));
        all.addAll(
                Differences.between(
                        lines(moment, say, personal), lines(against, say, personal), say));
        return all;
    }

    private Map<String, String> lines(CaseMoment moment, Words say, boolean personal) {
        ServiceDefinition service = service(moment);
        return MomentLines.of(
                moment,
                service,
                new FactNames(service, catalogue.reference()),
                MomentFile.steps(service, say),
                say,
                personal);
    }

    private static Map<String, Long> counted(CaseMoment moment, boolean there) {
        return moment.visits().stream()
                .filter(it -> !there || it.isThere())
                .map(CaseMoment.Visit::activity)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** What the applicant was told between the two. */
    private static List<?> since(CaseMoment moment, CaseMoment against) {
        int known = moment.progress().milestones().size();
        List<?> later = against.progress().milestones();
        return known >= later.size() ? List.of() : later.subList(known, later.size());
    }
}
