package org.banshi.web.operator;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.banshi.app.operation.Operations;
import org.banshi.app.operation.ReaderStanding;
import org.banshi.app.operation.RebuildStatus;
import org.banshi.app.operation.Rebuilds;
import org.banshi.app.signin.SignedIn;
import org.banshi.app.standin.Outbox;
import org.banshi.command.contract.message.Stamp;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.ClockActs;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The operator's page: clock, readers, parked events, outbox. */
@Controller
@RequestMapping("/ops")
class OperationsPage {

    private static final int SHOWN = 30;
    private static final Duration FURTHEST = Duration.ofDays(3_660);

    private final ClockActs clock;
    private final Operations operations;
    private final Rebuilds rebuilds;
    private final Outbox outbox;

    OperationsPage(ClockActs clock, Operations operations, Rebuilds rebuilds, Outbox outbox) {
        this.clock = clock;
        this.operations = operations;
        this.rebuilds = rebuilds;
        this.outbox = outbox;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String wrong,
            Model model) {
        Access.require(caller, Role.OPERATOR);
        LocalDateTime now = LocalDateTime.ofInstant(clock.now(), Stamp.ZONE);
        model.addAttribute("now", clock.now());
        model.addAttribute("suggestion", now.plusDays(1).withHour(9).truncatedTo(ChronoUnit.HOURS));
        model.addAttribute("head", clock.head());
        List<ReaderStanding> readers = operations.readers();
        model.addAttribute("readers", readers);
        model.addAttribute("halted", readers.stream().anyMatch(it -> it.stopped() != null));
        model.addAttribute("rebuilds", statuses(readers));
        model.addAttribute("parked", operations.parked());
        model.addAttribute("outbox", outbox.newest(SHOWN));
        model.addAttribute("done", done);
        model.addAttribute("wrong", wrong != null);
        return "operator/home";
    }

    @PostMapping("/clock")
    String move(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable Integer days,
            @RequestParam(required = false) @Nullable String to) {
        SignedIn who = Access.require(caller, Role.OPERATOR);
        Duration by = days != null ? Duration.ofDays(days) : until(to);
        if (by.isNegative() || by.isZero() || by.compareTo(FURTHEST) > 0) {
            return "redirect:/ops?wrong";
        }
        clock.advance(who, now -> by, null);
        return "redirect:/ops?done=moved";
    }

    @PostMapping("/projections/{name}/rebuilds")
    String rebuild(@AuthenticationPrincipal @Nullable SignedIn caller, @PathVariable String name) {
        Access.require(caller, Role.OPERATOR);
        rebuilds.start(name, false, false)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
        return "redirect:/ops?done=rebuilding";
    }

    @PostMapping("/projections/{name}/rebuilds/cancel")
    String cancel(@AuthenticationPrincipal @Nullable SignedIn caller, @PathVariable String name) {
        Access.require(caller, Role.OPERATOR);
        rebuilds.cancel(name);
        return "redirect:/ops";
    }

    @PostMapping("/parked/{subscription}/{position}")
    String parked(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String subscription,
            @PathVariable long position,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String reason) {
        SignedIn who = Access.require(caller, Role.OPERATOR);
        if (act.equals("discard")) {
            if (reason.isBlank()) {
                return "redirect:/ops?done=reason";
            }
            operations.discard(subscription, position, reason.strip(), who.account());
        } else {
            operations.retry(subscription, position);
        }
        return "redirect:/ops?done=parked";
    }

    private Map<String, RebuildStatus> statuses(List<ReaderStanding> readers) {
        return readers.stream()
                .map(reader -> rebuilds.status(reader.name()))
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(RebuildStatus::projection, Function.identity()));
    }

    /** Zero where it is no time. */
    private Duration until(@Nullable String to) {
        try {
            return to == null
                    ? Duration.ZERO
                    : Duration.between(
                            clock.now(), LocalDateTime.parse(to).atZone(Stamp.ZONE).toInstant());
        } catch (DateTimeException unreadable) {
            return Duration.ZERO;
        }
    }
}
