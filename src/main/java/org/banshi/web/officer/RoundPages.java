package org.banshi.web.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.banshi.app.confirm.Confirmation;
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
import org.banshi.web.page.Words;
import org.banshi.web.problem.Failures;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.Commands;
import org.banshi.web.write.Reads;
import org.banshi.web.write.RequestKey;
import org.banshi.web.write.RequestKeys;
import org.banshi.web.write.View;
import org.banshi.web.write.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The city's rounds of household registration by points: announced, ranked, posted, closed. */
@Controller
@RequestMapping(RoundPages.HERE)
class RoundPages {

    static final String HERE = "/work/rounds";

    /** Working days of a notice; not published (domain rules §4.4). */
    private static final int NOTICE_DAYS = 5;

    private static final String CITY = "city-newcomer";

    private final Reads reads;
    private final Commands commands;
    private final Failures failures;
    private final RequestKeys keys;

    RoundPages(Reads reads, Commands commands, Failures failures, RequestKeys keys) {
        this.reads = reads;
        this.commands = commands;
        this.failures = failures;
        this.keys = keys;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        model.addAttribute("done", done);
        return page(Access.staff(caller), model);
    }

    /** What was announced is in the open and is not taken back: it asks first. */
    @PostMapping
    String announce(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam Map<String, String> form,
            @ModelAttribute("say") Words say,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.require(caller, Role.OFFICER);
        RegionCode city = city(who);
        RoundCommand.OpenRound open;
        try {
            open = opening(city, form, commands.stamp(who.actor()));
        } catch (DateTimeException | IllegalArgumentException unfit) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("unfit", true);
            return page(who, model);
        }
        if (!Confirmation.given(request)) {
            return Confirmation.of("desk.rounds.announce", request, HERE)
                    .about("desk.rounds.year", "" + open.year())
                    .about("round.quota", "" + open.quota())
                    .about("desk.rounds.from", say.date(open.from()))
                    .about("desk.rounds.until", say.date(open.until()))
                    .about("round.confirmBy", say.date(open.confirmBy()))
                    .page(model);
        }
        return send(who, open, "announced", form.get("key"), model, response);
    }

    private static RoundCommand.OpenRound opening(
            RegionCode city, Map<String, String> form, Stamp stamp) {
        int year = Integer.parseInt(form.getOrDefault("year", ""));
        return new RoundCommand.OpenRound(
                RoundId.of(city, year),
                city,
                year,
                LocalDate.parse(form.getOrDefault("from", "")),
                LocalDate.parse(form.getOrDefault("until", "")),
                Integer.parseInt(form.getOrDefault("quota", "")),
                LocalDate.parse(form.getOrDefault("confirmBy", "")),
                NOTICE_DAYS,
                Boolean.parseBoolean(form.get("provisional")),
                stamp);
    }

    @PostMapping("/{round}/{step:ranking|notice|closing}")
    String next(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String round,
            @PathVariable String step,
            @RequestParam(required = false) @Nullable String key,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.require(caller, Role.OFFICER);
        RoundView found =
                reads.one(new FindRound(round), RoundView.class)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
        if (!Confirmation.given(request)) {
            return Confirmation.of("desk.rounds." + step, request, HERE)
                    .about("desk.rounds.year", "" + found.year())
                    .about("round.quota", "" + found.quota())
                    .page(model);
        }
        RoundId id = new RoundId(round);
        Stamp stamp = commands.stamp(who.actor());
        RoundCommand command =
                switch (step) {
                    case "ranking" -> new RoundCommand.BeginRanking(id, stamp);
                    case "notice" -> new RoundCommand.PostNotice(id, stamp);
                    default -> new RoundCommand.CloseRound(id, stamp);
                };
        return send(who, command, step, key, model, response);
    }

    private String send(
            SignedIn who,
            RoundCommand command,
            String done,
            @Nullable String key,
            Model model,
            HttpServletResponse response) {
        String round = command.round().value();
        try {
            RequestKey once = keys.optional(who, done + " " + round, key, round);
            Written written = commands.send(round, (Command) command, once);
            reads.afterIfPossible(written.position(), View.POINTS);
            return "redirect:" + HERE + "?done=" + done;
        } catch (RuntimeException refused) {
            failures.tell(refused, model, response);
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
