package org.banshi.web.auditor;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.FactNames;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.text.Text;
import org.banshi.web.page.Words;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** How a piece of an auditor's work stands, and what came of it. */
@Controller
@RequestMapping("/audit/runs/{id}")
class RunPages {

    /** A decision that comes out otherwise, in words. */
    record Told(
            Recompute.Difference one,
            String decision,
            String recorded,
            String anew,
            List<String> fields) {}

    private final AuditDesk desk;
    private final AuditRuns runs;
    private final Catalogue catalogue;

    RunPages(AuditDesk desk, AuditRuns runs, Catalogue catalogue) {
        this.desk = desk;
        this.runs = runs;
        this.catalogue = catalogue;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @ModelAttribute("say") Words say,
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
            case RECOMPUTE -> {
                lay(run, Recompute.Recomputed.class, model);
                AuditRuns.result(run, Recompute.Recomputed.class)
                        .ifPresent(it -> model.addAttribute("differences", told(it, say)));
            }
        }
        return "auditor/run";
    }

    /** In the words of the item's version; what has none is told as the table writes it. */
    private List<Told> told(Recompute.Recomputed result, Words say) {
        return result.differences().stream().map(it -> told(it, say)).toList();
    }

    private Told told(Recompute.Difference one, Words say) {
        @Nullable ServiceDefinition item =
                one.service() == null
                        ? null
                        : catalogue
                                .find(new ServiceVersion(one.service(), one.version()))
                                .orElse(null);
        FactNames names = new FactNames(item, catalogue.reference());
        Map<String, Text> outcomes =
                item == null
                        ? Map.of()
                        : item.decisionWords().getOrDefault(one.decision(), Map.of());
        return new Told(
                one,
                item == null
                        ? one.decision()
                        : names.decision(one.decision()).map(say::of).orElse(one.decision()),
                said(outcomes, one.recorded(), say),
                said(outcomes, one.anew(), say),
                one.fields().stream().map(it -> names.of(it).map(say::of).orElse(it)).toList());
    }

    private static String said(Map<String, Text> outcomes, String outcome, Words say) {
        Text words = outcomes.get(outcome);
        return words == null ? outcome : say.of(words);
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
