package org.banshi.web.auditor;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.TreeMap;
import org.banshi.app.audit.Audits;
import org.banshi.app.audit.LogCheck;
import org.banshi.app.audit.ShadowCompare;
import org.banshi.app.audit.run.AuditRun;
import org.banshi.app.audit.run.AuditRuns;
import org.banshi.app.operation.Rebuilds;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.message.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** That the log is as it was written, and the read models as the log says. */
@Controller
class LogPages {

    private static final int SHOWN = 20;

    private final AuditDesk desk;
    private final Audits audits;
    private final LogCheck check;
    private final ShadowCompare compare;
    private final AuditRuns runs;
    private final Rebuilds rebuilds;
    private final RunPages begun;

    LogPages(
            AuditDesk desk,
            Audits audits,
            LogCheck check,
            ShadowCompare compare,
            AuditRuns runs,
            Rebuilds rebuilds,
            RunPages begun) {
        this.desk = desk;
        this.audits = audits;
        this.check = check;
        this.compare = compare;
        this.runs = runs;
        this.rebuilds = rebuilds;
        this.begun = begun;
    }

    @GetMapping("/audit/log")
    String log(@AuthenticationPrincipal @Nullable SignedIn caller, Model model) {
        desk.enter(caller, model);
        return log(model);
    }

    private String log(Model model) {
        model.addAttribute("standing", audits.standing(0).orElse(null));
        model.addAttribute("line", audits.line().orElse(""));
        model.addAttribute("runs", runs.newest(AuditRun.Kind.VERIFY, SHOWN));
        return "auditor/log";
    }

    /**
     * Begins to verify.
     *
     * @param from position; empty for all, and so on
     * @param checkpoints lines of a file of checkpoints
     * @param key public key in base64; empty for the installation's own
     */
    @PostMapping("/audit/log")
    String verify(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String checkpoints,
            @RequestParam(defaultValue = "") String key,
            Model model,
            HttpServletResponse response) {
        SignedIn who = desk.enter(caller, model);
        TreeMap<String, String> asked = new TreeMap<>();
        asked.put(LogCheck.FROM, from.strip());
        asked.put(LogCheck.TO, to.strip());
        asked.put(LogCheck.NUMBER, number.strip());
        asked.put(LogCheck.CHECKPOINTS, checkpoints.strip());
        asked.put(LogCheck.KEY, key.strip());
        asked.values().removeIf(String::isEmpty);
        Optional<String> wrong = check.wrong(asked);
        if (wrong.isEmpty()) {
            try {
                return begun.begin(who, AuditRun.Kind.VERIFY, asked);
            } catch (RefusedException busy) {
                model.addAttribute("busy", true);
            }
        }
        response.setStatus(
                wrong.isEmpty()
                        ? HttpStatus.CONFLICT.value()
                        : HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("wrong", wrong.orElse(null));
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("number", number);
        model.addAttribute("checkpoints", checkpoints);
        model.addAttribute("key", key);
        return log(model);
    }

    @GetMapping("/audit/read-models")
    String models(@AuthenticationPrincipal @Nullable SignedIn caller, Model model) {
        desk.enter(caller, model);
        return models(model);
    }

    private String models(Model model) {
        model.addAttribute("names", rebuilds.names());
        model.addAttribute("runs", runs.newest(AuditRun.Kind.COMPARE, SHOWN));
        return "auditor/models";
    }

    @PostMapping("/audit/read-models")
    String compare(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(defaultValue = "") String view,
            Model model,
            HttpServletResponse response) {
        SignedIn who = desk.enter(caller, model);
        boolean known = rebuilds.names().contains(view);
        if (known && !compare.busy(view)) {
            try {
                TreeMap<String, String> asked = new TreeMap<>();
                asked.put(ShadowCompare.VIEW, view);
                return begun.begin(who, AuditRun.Kind.COMPARE, asked);
            } catch (RefusedException busy) {
                model.addAttribute("busy", true);
            }
        }
        response.setStatus(
                known ? HttpStatus.CONFLICT.value() : HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("busy", known);
        model.addAttribute("unknown", !known);
        return models(model);
    }
}
