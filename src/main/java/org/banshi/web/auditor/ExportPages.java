package org.banshi.web.auditor;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.banshi.app.audit.Audits;
import org.banshi.app.audit.CaseExport;
import org.banshi.app.audit.WholeCheck;
import org.banshi.app.audit.look.Look;
import org.banshi.app.audit.look.Purpose;
import org.banshi.app.audit.run.AuditRuns;
import org.banshi.app.casefile.CaseMoment;
import org.banshi.app.casefile.CaseMoments;
import org.banshi.app.letter.LetterPdf;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.FactNames;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.audit.CaseCourse;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.timeline.FindTimeline;
import org.banshi.query.contract.timeline.TimelineEntry;
import org.banshi.web.page.Words;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Takes a case away: as a file to read and keep, and as its events with their proofs. */
@Controller
@RequestMapping("/audit/cases/{number}")
class ExportPages {

    /** A longer case is taken as its events. */
    private static final int LONGEST = 5_000;

    private static final int PAGE = 200;

    private final AuditDesk desk;
    private final CaseMoments moments;
    private final Reads reads;
    private final EventRows rows;
    private final Catalogue catalogue;
    private final Audits audits;
    private final AuditRuns runs;
    private final CaseExport export;
    private final LetterPdf pdf;
    private final BusinessClock clock;

    ExportPages(
            AuditDesk desk,
            CaseMoments moments,
            Reads reads,
            EventRows rows,
            Catalogue catalogue,
            Audits audits,
            AuditRuns runs,
            CaseExport export,
            LetterPdf pdf,
            BusinessClock clock) {
        this.desk = desk;
        this.moments = moments;
        this.reads = reads;
        this.rows = rows;
        this.catalogue = catalogue;
        this.audits = audits;
        this.runs = runs;
        this.export = export;
        this.pdf = pdf;
        this.clock = clock;
    }

    /** The case file as PDF/A. */
    @GetMapping("/file.pdf")
    @Nullable String pdf(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @ModelAttribute("say") Words say,
            Model model,
            HttpServletResponse response)
            throws IOException {
        SignedIn who = desk.enter(caller, model);
        Optional<Purpose> purpose = desk.purpose(who);
        if (purpose.isEmpty()) {
            return "redirect:/audit/purpose?back=/audit/cases/" + number + "/as-of";
        }
        CaseCourse course = course(who, number);
        if (course.positions().size() > LONGEST) {
            return "redirect:/audit/cases/" + number + "/events.ndjson";
        }
        desk.looked(who, Look.Kind.EXPORT, "pdf " + number, null);
        long head = course.positions().get(course.positions().size() - 1);
        CaseMoment moment = moments.at(course, head).orElseThrow(ExportPages::missing);
        ServiceDefinition service =
                catalogue.find(moment.setting().pinned()).orElseThrow(ExportPages::missing);
        byte[] file =
                pdf.archival(
                        CaseDossier.of(
                                moment,
                                events(who, course),
                                audits.evidence(course.application(), null)
                                        .orElseThrow(ExportPages::missing),
                                WholeCheck.newest(runs),
                                service,
                                new FactNames(service, catalogue.reference()),
                                purpose.get(),
                                who.account(),
                                say),
                        clock.now());
        response.setContentType("application/pdf");
        name(response, number + ".pdf");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
        return null;
    }

    /** The case's events as CloudEvents, each with its proof; personal parts stay encrypted. */
    @GetMapping("/events.ndjson")
    @Nullable String events(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            Model model,
            HttpServletResponse response)
            throws IOException {
        SignedIn who = desk.enter(caller, model);
        if (desk.purpose(who).isEmpty()) {
            return "redirect:/audit/purpose?back=/audit/cases/" + number + "/as-of";
        }
        CaseCourse course = course(who, number);
        desk.looked(who, Look.Kind.EXPORT, "events " + number, null);
        response.setContentType("application/x-ndjson");
        name(response, number + ".ndjson");
        export.write(course.positions(), response.getOutputStream());
        return null;
    }

    private List<EventRow> events(SignedIn who, CaseCourse course) {
        List<EventRow> all = new ArrayList<>();
        String cursor = null;
        do {
            Page<TimelineEntry> page =
                    reads.page(new FindTimeline(course.number(), who.scope(), cursor, PAGE));
            all.addAll(rows.of(page.rows(), course.application(), new RegionCode(course.region())));
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    private CaseCourse course(SignedIn who, String number) {
        return moments.course(number, who.scope())
                .orElseThrow(() -> ProblemException.of(ProblemKind.CASE_NOT_FOUND));
    }

    private static void name(HttpServletResponse response, String name) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }

    private static ProblemException missing() {
        return ProblemException.of(ProblemKind.NOT_FOUND);
    }
}
