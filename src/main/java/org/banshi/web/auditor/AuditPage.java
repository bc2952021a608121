package org.banshi.web.auditor;

import org.banshi.app.audit.Audits;
import org.banshi.app.audit.WholeCheck;
import org.banshi.app.audit.look.Look;
import org.banshi.app.audit.run.AuditRuns;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.contract.timeline.FindTimeline;
import org.banshi.query.contract.timeline.TimelineEntry;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything that happened to a case, and that the log still says so. */
@Controller
@RequestMapping("/audit")
class AuditPage {

    private static final int SHOWN = 100;

    private final Reads reads;
    private final AuditDesk desk;
    private final EventRows rows;
    private final Audits audits;
    private final AuditRuns runs;

    AuditPage(Reads reads, AuditDesk desk, EventRows rows, Audits audits, AuditRuns runs) {
        this.reads = reads;
        this.desk = desk;
        this.rows = rows;
        this.audits = audits;
        this.runs = runs;
    }

    @GetMapping
    String find(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        SignedIn who = desk.enter(caller, model);
        model.addAttribute("number", number);
        if (number != null && !number.isBlank()) {
            lay(who, number.strip(), cursor, model);
        }
        return "auditor/find";
    }

    private void lay(SignedIn who, String number, @Nullable String cursor, Model model) {
        Page<TimelineEntry> page = reads.page(new FindTimeline(number, who.scope(), cursor, SHOWN));
        boolean missed = page.rows().isEmpty() && cursor == null;
        model.addAttribute("number", number);
        model.addAttribute("missed", missed);
        if (!missed) {
            desk.looked(who, Look.Kind.CASE, number, null);
            Progress found = caseOf(who, number);
            model.addAttribute("page", page);
            model.addAttribute("found", found);
            model.addAttribute(
                    "events",
                    rows.of(page.rows(), found.application(), new RegionCode(found.region())));
        }
    }

    /** That the log still says what was written of the case, with the proof for one event. */
    @GetMapping("/cases/{number}/evidence")
    String evidence(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Long position,
            Model model) {
        SignedIn who = desk.enter(caller, model);
        Progress found = caseOf(who, number);
        desk.looked(who, Look.Kind.EVIDENCE, number, position);
        model.addAttribute("number", number);
        model.addAttribute(
                "evidence",
                audits.evidence(found.application(), position)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND)));
        model.addAttribute("whole", WholeCheck.newest(runs).orElse(null));
        return "auditor/evidence";
    }

    private Progress caseOf(SignedIn who, String number) {
        return reads.one(new FindProgress(number, who.scope()), Progress.class)
                .orElseThrow(() -> ProblemException.of(ProblemKind.CASE_NOT_FOUND));
    }
}
