package org.banshi.web.auditor;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.banshi.app.audit.look.Look;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.message.Stamp;
import org.banshi.query.contract.audit.Act;
import org.banshi.query.contract.audit.FindActs;
import org.banshi.query.contract.page.Page;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds acts by what was done, by whom, and when. */
@Controller
class ActsPage {

    private static final int SHOWN = 100;

    /** Acts that auditors look for, by stored name; others can be typed. */
    private static final List<String> USUAL =
            List.of(
                    "application.applied",
                    "application.accepted",
                    "application.acceptance-refused",
                    "application.supplement-requested",
                    "application.rule-decided",
                    "application.step-completed",
                    "application.granted",
                    "application.concluded",
                    "application.delivered",
                    "application.suspended",
                    "application.terminated",
                    "application.withdrawn",
                    "social.confirmed",
                    "social.objection-raised",
                    "social.spot-check-drawn",
                    "work-item.assigned",
                    "work-item.completed",
                    "engine.incident-opened");

    private final AuditDesk desk;
    private final Reads reads;
    private final Catalogue catalogue;

    ActsPage(AuditDesk desk, Reads reads, Catalogue catalogue) {
        this.desk = desk;
        this.reads = reads;
        this.catalogue = catalogue;
    }

    /**
     * The acts, newest first.
     *
     * @param event stored name; empty for any, and so on
     * @param from first day of business time
     * @param to last day
     */
    @GetMapping("/audit/acts")
    String find(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(defaultValue = "") String event,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            HttpServletResponse response) {
        SignedIn who = desk.enter(caller, model);
        model.addAttribute("usual", USUAL);
        model.addAttribute("services", catalogue.current());
        model.addAttribute("event", event);
        model.addAttribute("actor", actor);
        model.addAttribute("service", service);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        if (event.isBlank()
                && actor.isBlank()
                && service.isBlank()
                && from.isBlank()
                && to.isBlank()) {
            return "auditor/acts";
        }
        Instant first;
        Instant until;
        try {
            first = day(from, 0);
            until = day(to, 1);
        } catch (DateTimeException unreadable) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("unreadable", true);
            return "auditor/acts";
        }
        desk.looked(who, Look.Kind.ACTS, asked(event, actor, service, from, to), null);
        Page<Act> page =
                reads.page(
                        new FindActs(
                                who.scope(),
                                orNull(event),
                                orNull(actor),
                                orNull(service),
                                first,
                                until,
                                cursor,
                                SHOWN));
        model.addAttribute("page", page);
        return "auditor/acts";
    }

    private static String asked(String... parts) {
        String all = String.join(" ", parts).strip().toLowerCase(Locale.ROOT);
        return all.length() > 200 ? all.substring(0, 200) : all;
    }

    private static @Nullable String orNull(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    private static @Nullable Instant day(String typed, int later) {
        return typed.isBlank()
                ? null
                : LocalDate.parse(typed.strip())
                        .plusDays(later)
                        .atStartOfDay(Stamp.ZONE)
                        .toInstant();
    }
}
