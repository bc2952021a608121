package org.banshi.app.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own leave, and for supervisors that of whoever cannot write it down. */
@Controller
@RequestMapping("/work/leave")
class LeavePages {

    private static final String PAGE = "officer/leave";
    private static final String HERE = "redirect:/work/leave?done=";

    /** What the page says was done. */
    private static final String TAKEN = "taken";

    private static final String ENDED = "ended";
    private static final Text NO_DAYS =
            Text.of("请填写账号、第一天和最后一天。", "Give the account, the first and the last day.");

    private final Leaves leaves;
    private final BusinessClock clock;

    LeavePages(Leaves leaves, BusinessClock clock) {
        this.leaves = leaves;
        this.clock = clock;
    }

    /** What was typed, to be typed no second time. */
    record Typed(
            String account, @Nullable LocalDate first, @Nullable LocalDate last, String deputy) {}

    @GetMapping
    String show(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute("done", List.of(TAKEN, ENDED).contains(done) ? done : null);
        return page(who, null, model);
    }

    /**
     * Writes it down.
     *
     * @param account of the officer; one's own where it is empty
     */
    @PostMapping
    String take(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate first,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate last,
            @RequestParam(defaultValue = "") String deputy,
            HttpServletResponse response,
            Model model) {
        String whose = whose(who, account);
        Text fault =
                whose.isEmpty() || first == null || last == null
                        ? NO_DAYS
                        : Tried.refusal(
                                () ->
                                        leaves.take(
                                                who,
                                                whose,
                                                first,
                                                last,
                                                deputy.isBlank() ? null : deputy.strip()));
        if (fault == null) {
            return HERE + TAKEN;
        }
        return refused(who, fault, new Typed(account, first, last, deputy), response, model);
    }

    @PostMapping("/end")
    String end(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String account,
            HttpServletResponse response,
            Model model) {
        String whose = whose(who, account);
        Text fault = whose.isEmpty() ? NO_DAYS : Tried.refusal(() -> leaves.end(who, whose));
        return fault == null ? HERE + ENDED : refused(who, fault, null, response, model);
    }

    /** Only supervisors write down what is another's. */
    private static String whose(SignedIn who, String account) {
        if (who.scope().has(Role.SUPERVISOR)) {
            return account.strip();
        }
        return who.account();
    }

    private String refused(
            SignedIn who,
            Text why,
            @Nullable Typed typed,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("fault", why);
        return page(who, typed, model);
    }

    private String page(SignedIn who, @Nullable Typed typed, Model model) {
        boolean supervisor = who.scope().has(Role.SUPERVISOR);
        RegionCode region = who.scope().region();
        model.addAttribute("supervisor", supervisor);
        model.addAttribute("own", leaves.of(who.account()).orElse(null));
        model.addAttribute("me", who.account());
        model.addAttribute("standing", leaves.whereStandsIn(who.account()));
        model.addAttribute("deputies", supervisor ? List.of() : leaves.colleagues(who.account()));
        boolean ofRegion = supervisor && region != null;
        model.addAttribute("officers", ofRegion ? leaves.workers(region) : List.of());
        model.addAttribute("leaves", ofRegion ? leaves.in(region) : List.of());
        model.addAttribute("typed", typed);
        model.addAttribute("today", clock.today());
        return PAGE;
    }
}
