package org.banshi.web.auditor;

import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.banshi.app.audit.SampleDraw;
import org.banshi.app.audit.run.AuditRun;
import org.banshi.app.audit.run.AuditRuns;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.eventstore.EventLog;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Draws cases for inspection, and makes a period's decisions anew. */
@Controller
class SamplePages {

    /** Which draw is repeated, by the id of its run. */
    static final String AGAIN = "again";

    private static final int SHOWN = 20;
    private static final String SAMPLES = "auditor/samples";
    private static final String RECOMPUTATIONS = "auditor/recomputations";

    /** Acts by which a case belongs to those drawn from; each happens once in a case. */
    private static final List<String> EVENTS =
            List.of("application.concluded", "application.applied", "application.accepted");

    private final AuditDesk desk;
    private final AuditRuns runs;
    private final RunPages begun;
    private final Catalogue catalogue;
    private final EventLog log;
    private final BusinessClock clock;
    private final SecureRandom random = new SecureRandom();

    SamplePages(
            AuditDesk desk,
            AuditRuns runs,
            RunPages begun,
            Catalogue catalogue,
            EventLog log,
            BusinessClock clock) {
        this.desk = desk;
        this.runs = runs;
        this.begun = begun;
        this.catalogue = catalogue;
        this.log = log;
        this.clock = clock;
    }

    @GetMapping("/audit/samples")
    String samples(@AuthenticationPrincipal @Nullable SignedIn caller, Model model) {
        desk.enter(caller, model);
        return form(SAMPLES, AuditRun.Kind.SAMPLE, usual(), model);
    }

    @GetMapping("/audit/recomputations")
    String recomputations(@AuthenticationPrincipal @Nullable SignedIn caller, Model model) {
        desk.enter(caller, model);
        return form(RECOMPUTATIONS, AuditRun.Kind.RECOMPUTE, usual(), model);
    }

    /** What most ask for: this month, and of what is drawn the share that the law names. */
    private Map<String, String> usual() {
        LocalDate today = clock.today();
        return Map.of(
                SampleDraw.FROM,
                today.withDayOfMonth(1).toString(),
                SampleDraw.TO,
                today.toString(),
                SampleDraw.SIZE,
                "30",
                "unit",
                SampleDraw.PERCENT);
    }

    /**
     * Lays the page out.
     *
     * @param typed what stands in its fields, by their names
     */
    private String form(String page, AuditRun.Kind kind, Map<String, String> typed, Model model) {
        model.addAttribute("services", catalogue.current());
        model.addAttribute("eventNames", EVENTS);
        model.addAttribute("typed", typed);
        model.addAttribute("runs", runs.newest(kind, SHOWN));
        return page;
    }

    /**
     * Draws.
     *
     * @param size how many, or with {@code unit} percent, of a hundred
     * @param seed as agreed beforehand; empty for one that is made at random
     * @param typed all of it, to be typed no second time
     */
    @PostMapping("/audit/samples")
    String draw(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(defaultValue = "") String event,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String size,
            @RequestParam(defaultValue = "cases") String unit,
            @RequestParam(defaultValue = "") String seed,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        SignedIn who = desk.enter(caller, model);
        boolean percent = unit.equals(SampleDraw.PERCENT);
        boolean fits =
                EVENTS.contains(event)
                        && period(from, to)
                        && size.matches("[1-9]\\d{0,3}")
                        && Integer.parseInt(size) <= (percent ? 100 : SampleDraw.MOST)
                        && region.matches("|\\d{6}|\\d{9}|\\d{12}")
                        && seed.matches("|[A-Za-z0-9-]{4,64}");
        if (!fits) {
            return refused(SAMPLES, AuditRun.Kind.SAMPLE, false, typed, model, response);
        }
        TreeMap<String, String> asked = asked(service, from, to);
        asked.put(SampleDraw.EVENT, event);
        asked.put(SampleDraw.REGION, region);
        asked.put(percent ? SampleDraw.PERCENT : SampleDraw.SIZE, size);
        asked.put(SampleDraw.SEED, seed.isEmpty() ? seed() : seed);
        asked.values().removeIf(String::isEmpty);
        return begin(who, AuditRun.Kind.SAMPLE, SAMPLES, asked, typed, model, response);
    }

    /** Makes the decisions of a period anew. */
    @PostMapping("/audit/recomputations")
    String recompute(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        SignedIn who = desk.enter(caller, model);
        if (!period(from, to)) {
            return refused(RECOMPUTATIONS, AuditRun.Kind.RECOMPUTE, false, typed, model, response);
        }
        TreeMap<String, String> asked = asked(service, from, to);
        asked.values().removeIf(String::isEmpty);
        return begin(who, AuditRun.Kind.RECOMPUTE, RECOMPUTATIONS, asked, typed, model, response);
    }

    private TreeMap<String, String> asked(String service, String from, String to) {
        TreeMap<String, String> asked = new TreeMap<>();
        asked.put(SampleDraw.SERVICE, service);
        asked.put(SampleDraw.FROM, from);
        asked.put(SampleDraw.TO, to);
        asked.put(SampleDraw.UNTIL, String.valueOf(log.head()));
        return asked;
    }

    private String begin(
            SignedIn who,
            AuditRun.Kind kind,
            String page,
            TreeMap<String, String> asked,
            Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        try {
            return begun.begin(who, kind, asked);
        } catch (RefusedException busy) {
            return refused(page, kind, true, typed, model, response);
        }
    }

    private String refused(
            String page,
            AuditRun.Kind kind,
            boolean busy,
            Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        response.setStatus(
                busy ? HttpStatus.CONFLICT.value() : HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("busy", busy);
        model.addAttribute("unfit", !busy);
        return form(page, kind, typed, model);
    }

    private static boolean period(String from, String to) {
        try {
            return !LocalDate.parse(to).isBefore(LocalDate.parse(from));
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    private String seed() {
        byte[] seed = new byte[16];
        random.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }
}
