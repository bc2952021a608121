package org.banshi.app.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.banshi.app.signin.Citizens.Known;
import org.banshi.app.signin.CounterPages.Paper;
import org.banshi.app.signin.Recoveries.Waiting;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Giving lost access back at the counter: two officers see person and paper. */
@Controller
@RequestMapping("/work/citizens/recovery")
class RecoveryPages {

    private static final String PAGE = "officer/recovery";
    private static final String HERE = "redirect:/work/citizens/recovery";
    private static final Text NOBODY =
            Text.of("没有找到此人，请重新查找。", "Nobody of that number: look again.");
    private static final Text GONE = Text.of("没有这一找回申请。", "Nothing of that account waits.");

    private final Recoveries recoveries;
    private final Citizens citizens;
    private final BusinessClock clock;

    RecoveryPages(Recoveries recoveries, Citizens citizens, BusinessClock clock) {
        this.recoveries = recoveries;
        this.citizens = citizens;
        this.clock = clock;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn who, Model model) {
        CounterPages.atCounter(who);
        return page(who, model);
    }

    @PostMapping
    String ask(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam String name,
            @RequestParam String identityNumber,
            @RequestParam Paper paper,
            HttpServletResponse response,
            Model model) {
        CounterPages.atCounter(who);
        Optional<Known> known = citizens.byNumber(identityNumber);
        Text fault =
                known.isEmpty()
                        ? NOBODY
                        : Tried.refusal(
                                () ->
                                        recoveries.ask(
                                                who.actor(), known.get(), name, paper.proof()));
        return fault == null ? HERE : refused(who, fault, response, model);
    }

    @PostMapping("/confirmation")
    String confirm(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam String account,
            @RequestParam String name,
            HttpServletResponse response,
            Model model) {
        CounterPages.atCounter(who);
        Text fault = Tried.refusal(() -> recoveries.confirm(who.actor(), account, name));
        return fault == null ? HERE : refused(who, fault, response, model);
    }

    /** The answer is the page itself: the first password is told once and is in no address. */
    @PostMapping("/password")
    String carryOut(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam String account,
            HttpServletResponse response,
            Model model) {
        CounterPages.atCounter(who);
        Optional<Waiting> waiting =
                waiting(who).stream().filter(it -> it.account().equals(account)).findFirst();
        Text fault =
                waiting.isEmpty()
                        ? GONE
                        : Tried.refusal(
                                () ->
                                        model.addAttribute(
                                                "access",
                                                recoveries.carryOut(who.actor(), waiting.get())));
        return fault == null ? page(who, model) : refused(who, fault, response, model);
    }

    private List<Waiting> waiting(SignedIn who) {
        RegionCode region = who.scope().region();
        return region == null ? List.of() : recoveries.of(region, clock.today());
    }

    private String refused(SignedIn who, Text why, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("fault", why);
        return page(who, model);
    }

    private String page(SignedIn who, Model model) {
        model.addAttribute("waiting", waiting(who));
        model.addAttribute("me", who.account());
        return PAGE;
    }
}
