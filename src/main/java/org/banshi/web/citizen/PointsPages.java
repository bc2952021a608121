package org.banshi.web.citizen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.banshi.app.confirm.Confirmation;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.MaterialSpec;
import org.banshi.command.contract.settlement.RoundId;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.points.FindRound;
import org.banshi.query.contract.points.PointsAccountView;
import org.banshi.query.contract.points.PointsAccountView.Line;
import org.banshi.query.contract.points.PointsAccountView.Standing;
import org.banshi.query.contract.points.RoundView;
import org.banshi.web.page.Words;
import org.banshi.web.problem.Failures;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.Commands;
import org.banshi.web.write.PointsActs;
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

/** A citizen's points account and place in the rounds. */
@Controller
@RequestMapping("/points")
class PointsPages {

    private static final int LONGEST = 2_000;

    private final Reads reads;
    private final PointsActs acts;
    private final RequestKeys keys;
    private final Failures failures;
    private final Catalogue catalogue;
    private final Commands commands;

    PointsPages(
            Reads reads,
            PointsActs acts,
            RequestKeys keys,
            Failures failures,
            Catalogue catalogue,
            Commands commands) {
        this.reads = reads;
        this.acts = acts;
        this.keys = keys;
        this.failures = failures;
        this.catalogue = catalogue;
        this.commands = commands;
    }

    /** Something that a citizen does. */
    private interface Doing {
        Written as(@Nullable RequestKey key);
    }

    @GetMapping
    String mine(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        model.addAttribute("done", done);
        return page(acts.mine(Access.citizen(caller)), model);
    }

    @PostMapping("/objections")
    String object(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(defaultValue = "") String indicator,
            @RequestParam(defaultValue = "") String objection,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.citizen(caller);
        String words = objection.strip();
        model.addAttribute("objected", indicator);
        model.addAttribute("objection", words);
        if (indicator.isBlank() || words.isEmpty() || words.length() > LONGEST) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("wrong", "points.object.wrong");
            return page(acts.mine(who), model);
        }
        return carryOut(
                who,
                List.of("objected", indicator, words),
                key -> acts.object(who, indicator, words, key),
                model,
                response);
    }

    @PostMapping("/withdrawals")
    String withdraw(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(defaultValue = "") String claim,
            @ModelAttribute("say") Words say,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.citizen(caller);
        if (!Confirmation.given(request)) {
            return Confirmation.of("points.withdraw", request, "/points")
                    .about("points.indicator", say.of(indicator(acts.mine(who), claim)))
                    .page(model);
        }
        return carryOut(
                who,
                List.of("withdrawn", claim, acts.mine(who).version()),
                key -> acts.withdraw(who, claim, key),
                model,
                response);
    }

    @PostMapping("/reactivation")
    String reactivate(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.citizen(caller);
        return carryOut(
                who,
                List.of("reactivated", acts.mine(who).version()),
                key -> acts.reactivate(who, key),
                model,
                response);
    }

    @GetMapping("/rounds/{round}")
    String round(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String round,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        model.addAttribute("done", done);
        return round(Access.citizen(caller), round, model);
    }

    @PostMapping("/rounds/{round}/leaving")
    String leave(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String round,
            @RequestParam(defaultValue = "false") boolean place,
            @RequestParam(required = false) @Nullable String key,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.citizen(caller);
        if (!Confirmation.given(request)) {
            String name = place ? "round.giveup" : "round.withdraw";
            return Confirmation.of(name, request, "/points/rounds/" + round).page(model);
        }
        try {
            RequestKey once = keys.optional(who, "leaving " + round, key, place);
            Written written = acts.leave(who, new RoundId(round), place, once);
            reads.afterIfPossible(written.position(), View.POINTS);
            return "redirect:/points/rounds/" + round + "?done=left";
        } catch (RuntimeException refused) {
            failures.tell(refused, model, response);
            return round(who, round, model);
        }
    }

    private static @Nullable Text indicator(PointsAccountView account, String key) {
        return account.score() == null
                ? null
                : account.score().lines().stream()
                        .filter(it -> it.indicator().equals(key))
                        .map(Line::name)
                        .findFirst()
                        .orElse(null);
    }

    private String round(SignedIn who, String round, Model model) {
        RoundView found =
                reads.one(new FindRound(round), RoundView.class)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
        Optional<Standing> mine =
                acts.mine(who).standings().stream()
                        .filter(it -> it.round().equals(round))
                        .findFirst();
        model.addAttribute("round", found);
        model.addAttribute("mine", mine.orElse(null));
        model.addAttribute("today", commands.today());
        return "citizen/round";
    }

    private String carryOut(
            SignedIn who,
            List<Object> asked,
            Doing doing,
            Model model,
            HttpServletResponse response) {
        try {
            // The same again is a second press of the button.
            String again =
                    UUID.nameUUIDFromBytes(asked.toString().getBytes(StandardCharsets.UTF_8))
                            .toString();
            Written written = doing.as(keys.required(who, "points " + asked.get(0), again, asked));
            reads.afterIfPossible(written.position(), View.POINTS);
            return "redirect:/points?done=" + asked.get(0);
        } catch (RuntimeException refused) {
            failures.tell(refused, model, response);
            return page(acts.mine(who), model);
        }
    }

    private String page(PointsAccountView account, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("papers", papers());
        model.addAttribute("words", catalogue.reference().factWords());
        model.addAttribute("longest", LONGEST);
        model.addAttribute("contestable", contestable(account));
        return "citizen/points";
    }

    /** The lines to which an objection is open today: its term runs, and none is looked into. */
    private List<Line> contestable(PointsAccountView account) {
        if (account.score() == null) {
            return List.of();
        }
        Set<String> contested =
                account.objections().stream()
                        .filter(it -> it.upheld() == null)
                        .map(PointsAccountView.Objection::indicator)
                        .collect(Collectors.toSet());
        return account.score().lines().stream()
                .filter(it -> !contested.contains(it.indicator()))
                .filter(it -> !commands.today().isAfter(it.objectBy().day()))
                .toList();
    }

    /** Names of papers by their codes, of all items whose approval gives a score. */
    private Map<String, Text> papers() {
        return catalogue.current().stream()
                .filter(
                        service ->
                                service.opens().stream()
                                        .anyMatch(it -> it.kind().equals("points-score")))
                .flatMap(service -> service.materials().stream())
                .collect(
                        Collectors.toMap(
                                MaterialSpec::code, MaterialSpec::name, (first, other) -> first));
    }
}
