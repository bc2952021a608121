package org.banshi.web.auditor;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.banshi.app.audit.LogCheck;
import org.banshi.app.audit.Recompute;
import org.banshi.app.audit.SampleDraw;
import org.banshi.app.audit.ShadowCompare;
import org.banshi.app.audit.look.Look;
import org.banshi.app.audit.look.Purpose;
import org.banshi.app.audit.run.AuditRun;
import org.banshi.app.audit.run.AuditRuns;
import org.banshi.app.signin.SignedIn;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** How a piece of an auditor's work stands, and what came of it. */
@Controller
@RequestMapping("/audit/runs/{id}")
class RunPages {

    private final AuditDesk desk;
    private final AuditRuns runs;

    RunPages(AuditDesk desk, AuditRuns runs) {
        this.desk = desk;
        this.runs = runs;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            Model model,
            HttpServletResponse response) {
        SignedIn who = desk.enter(caller, model);
        AuditRun run = find(id);
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute("run", run);
        model.addAttribute("asked", new TreeMap<>(run.asked()));
        if (run.running()) {
            return "auditor/run";
        }
        desk.looked(who, kind(run.kind()), run.id().toString(), null);
        switch (run.kind()) {
            case VERIFY -> lay(run, LogCheck.Result.class, model);
            case COMPARE -> lay(run, ShadowCompare.Result.class, model);
            case SAMPLE -> {
                lay(run, SampleDraw.Sample.class, model);
                before(run).ifPresent(it -> model.addAttribute("agrees", it));
            }
            case RECOMPUTE -> lay(run, Recompute.Recomputed.class, model);
        }
        return "auditor/run";
    }

    private static <T> void lay(AuditRun run, Class<T> type, Model model) {
        AuditRuns.result(run, type).ifPresent(it -> model.addAttribute("result", it));
    }

    /** Whether a draw that was repeated came out as the first time; empty where it is the first. */
    private Optional<Boolean> before(AuditRun run) {
        String again = run.asked().get(SamplePages.AGAIN);
        return again == null
                ? Optional.empty()
                : runs.find(UUID.fromString(again))
                        .flatMap(it -> AuditRuns.result(it, SampleDraw.Sample.class))
                        .map(
                                it ->
                                        AuditRuns.result(run, SampleDraw.Sample.class)
                                                .filter(it::equals)
                                                .isPresent());
    }

    @PostMapping("/cancel")
    String cancel(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            Model model) {
        desk.enter(caller, model);
        runs.cancel(find(id).id());
        return "redirect:/audit/runs/" + id;
    }

    /** The same draw again, on the same part of the log. */
    @PostMapping("/again")
    String again(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            Model model) {
        SignedIn who = desk.enter(caller, model);
        AuditRun run = find(id);
        Map<String, String> asked = new TreeMap<>(run.asked());
        if (run.kind() == AuditRun.Kind.SAMPLE) {
            asked.put(SamplePages.AGAIN, run.id().toString());
        }
        return begin(who, run.kind(), asked);
    }

    String begin(SignedIn who, AuditRun.Kind kind, Map<String, String> asked) {
        UUID id =
                runs.start(
                        kind,
                        asked,
                        who.account(),
                        desk.purpose(who).map(Purpose::reference).orElse(null));
        desk.looked(who, kind(kind), id.toString(), null);
        return "redirect:/audit/runs/" + id;
    }

    private AuditRun find(String id) {
        try {
            return runs.find(UUID.fromString(id))
                    .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
        } catch (IllegalArgumentException none) {
            throw ProblemException.of(ProblemKind.NOT_FOUND);
        }
    }

    private static Look.Kind kind(AuditRun.Kind kind) {
        return switch (kind) {
            case VERIFY -> Look.Kind.LOG;
            case COMPARE -> Look.Kind.READ_MODEL;
            case SAMPLE -> Look.Kind.SAMPLE;
            case RECOMPUTE -> Look.Kind.RECOMPUTATION;
        };
    }
}
