package org.banshi.web.auditor;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.banshi.app.audit.Audits;
import org.banshi.app.casefile.PastCase;
import org.banshi.app.casefile.PastCases;
import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.contract.timeline.FindTimeline;
import org.banshi.query.contract.timeline.TimelineEntry;
import org.banshi.web.page.Words;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything that happened to a case, the case as it was, and that the log still says so. */
@Controller
@RequestMapping("/audit")
class AuditPage {

    private static final int SHOWN = 100;

    private final Reads reads;
    private final PastCases cases;
    private final PointInTime points;
    private final Audits audits;

    AuditPage(Reads reads, PastCases cases, PointInTime points, Audits audits) {
        this.reads = reads;
        this.cases = cases;
        this.points = points;
        this.audits = audits;
    }

    @GetMapping
    String find(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        SignedIn who = Access.require(caller, Role.AUDITOR);
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
        model.addAttribute("page", missed ? null : page);
    }

    /**
     * The case as it was, and what is different now.
     *
     * @param position the last that counts, as typed
     * @param at the last instant of recording that counts, as typed, in Asia/Shanghai
     */
    @GetMapping("/cases/{number}/as-of")
    String asOf(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String position,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(required = false) @Nullable String cursor,
            @ModelAttribute("say") Words say,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.require(caller, Role.AUDITOR);
        Progress now = caseOf(who, number);
        model.addAttribute("position", position);
        model.addAttribute("at", at);
        OptionalLong point = points.of(position.strip(), at.strip());
        Optional<PastCase> past =
                point.isEmpty()
                        ? Optional.empty()
                        : cases.find(number, who.scope(), point.getAsLong(), cursor, SHOWN);
        if (past.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("pointless", point.isEmpty() ? "wrong" : "before");
            lay(who, number, null, model);
            return "auditor/find";
        }
        Progress then = past.get().progress();
        int known = then.milestones().size();
        model.addAttribute("number", number);
        model.addAttribute("past", past.get());
        model.addAttribute("differences", Differences.between(then, now, say));
        model.addAttribute(
                "since",
                known >= now.milestones().size()
                        ? List.of()
                        : now.milestones().subList(known, now.milestones().size()));
        return "auditor/past";
    }

    /** That the log still says what was written of the case, with the proof for one event. */
    @GetMapping("/cases/{number}/evidence")
    String evidence(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Long position,
            Model model) {
        SignedIn who = Access.require(caller, Role.AUDITOR);
        model.addAttribute("number", number);
        model.addAttribute(
                "evidence",
                audits.evidence(caseOf(who, number).application(), position)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND)));
        return "auditor/evidence";
    }

    private Progress caseOf(SignedIn who, String number) {
        return reads.one(new FindProgress(number, who.scope()), Progress.class)
                .orElseThrow(() -> ProblemException.of(ProblemKind.CASE_NOT_FOUND));
    }
}
