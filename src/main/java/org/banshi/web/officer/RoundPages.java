package org.banshi.web.officer;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.settlement.RoundCommand;
import org.banshi.command.contract.settlement.RoundId;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.points.FindRound;
import org.banshi.query.contract.points.FindRounds;
import org.banshi.query.contract.points.RoundView;
import org.banshi.web.problem.Failure;
import org.banshi.web.problem.Failures;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.Commands;
import org.banshi.web.write.Reads;
import org.banshi.web.write.View;
import org.banshi.web.write.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The city's rounds of household registration by points: announced, ranked, posted, closed. */
@Controller
@RequestMapping("/work/rounds")
class RoundPages {

    /** Working days of a notice; not published (domain rules §4.4). */
    private static final int NOTICE_DAYS = 5;

    private static final String CITY = "city-newcomer";

    private final Reads reads;
    private final Commands commands;
    private final Failures failures;

    RoundPages(Reads reads, Commands commands, Failures failures) {
        this.reads = reads;
        this.commands = commands;
        this.failures = failures;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        model.addAttribute("done", done);
        return page(Access.staff(caller), model);
    }

    @PostMapping
    String announce(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam int year,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate confirmBy,
            @RequestParam int quota,
            @RequestParam(defaultValue = "false") boolean provisional,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.require(caller, Role.OFFICER);
        RegionCode city = city(who);
        return send(
                who,
                new RoundCommand.OpenRound(
                        RoundId.of(city, year),
                        city,
                        year,
                        from,
                        until,
                        quota,
                        confirmBy,
                        NOTICE_DAYS,
                        provisional,
                        commands.stamp(who.actor())),
                "announced",
                model,
                response);
    }

    @PostMapping("/{round}/{step}")
    String next(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String round,
            @PathVariable String step,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.require(caller, Role.OFFICER);
        reads.one(new FindRound(round), RoundView.class)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
        RoundId id = new RoundId(round);
        Stamp stamp = commands.stamp(who.actor());
        RoundCommand command =
                switch (step) {
                    case "ranking" -> new RoundCommand.BeginRanking(id, stamp);
                    case "notice" -> new RoundCommand.PostNotice(id, stamp);
                    case "closing" -> new RoundCommand.CloseRound(id, stamp);
                    default -> throw ProblemException.of(ProblemKind.NOT_FOUND);
                };
        return send(who, command, step, model, response);
    }

    private String send(
            SignedIn who,
            RoundCommand command,
            String done,
            Model model,
            HttpServletResponse response) {
        try {
            Written written = commands.send(command.round().value(), (Command) command, null);
            reads.afterIfPossible(written.position(), View.POINTS);
            return "redirect:/work/rounds?done=" + done;
        } catch (RuntimeException refused) {
            Failure failure = failures.of(refused);
            if (failure.status() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
                throw refused;
            }
            response.setStatus(failure.status());
            model.addAttribute("problem", failure);
            return page(who, model);
        }
    }

    private String page(SignedIn who, Model model) {
        List<RoundView> rounds = reads.list(new FindRounds(city(who).value()), RoundView.class);
        model.addAttribute("rounds", rounds);
        model.addAttribute("today", commands.today());
        model.addAttribute(
                "carries", who.scope().has(Role.OFFICER) && CITY.equals(who.scope().body()));
        return "officer/rounds";
    }

    private static RegionCode city(SignedIn who) {
        RegionCode region = who.scope().region();
        if (region == null) {
            throw ProblemException.of(ProblemKind.FORBIDDEN);
        }
        return region.city();
    }
}
