package org.banshi.web.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.banshi.app.casefile.CaseEvents;
import org.banshi.app.confirm.Confirmation;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.points.Indicator;
import org.banshi.catalogue.points.PointsTable;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.points.LapseReason;
import org.banshi.command.contract.points.ObjectionStage;
import org.banshi.command.contract.points.PointsOffices;
import org.banshi.eventstore.codec.Interest;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.query.contract.casefile.FindCaseFile;
import org.banshi.query.contract.points.FindOpenObjections;
import org.banshi.query.contract.points.ObjectionRow;
import org.banshi.query.contract.points.PointsAccountView;
import org.banshi.web.page.Regions;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Points accounts at the newcomer offices: objections that wait, and what is done with one. */
@Controller
@RequestMapping("/work/points")
class PointsDeskPages {

    private static final int LONGEST = 2_000;

    private static final String LAPSE = "lapse";
    private static final String FALSE_PAPERS = "false-papers";

    /** What ends an account, and asks first. */
    private static final List<String> ENDS = List.of(LAPSE, FALSE_PAPERS);

    /** Whose case it is. */
    private static final Interest FILED = Interest.inImpersonal(Set.of(Applied.class));

    private final Reads reads;
    private final PointsActs acts;
    private final Failures failures;
    private final Catalogue catalogue;
    private final CaseEvents events;
    private final Regions regions;
    private final Commands commands;
    private final RequestKeys keys;

    PointsDeskPages(
            Reads reads,
            PointsActs acts,
            Failures failures,
            Catalogue catalogue,
            CaseEvents events,
            Regions regions,
            Commands commands,
            RequestKeys keys) {
        this.reads = reads;
        this.acts = acts;
        this.failures = failures;
        this.catalogue = catalogue;
        this.events = events;
        this.regions = regions;
        this.commands = commands;
        this.keys = keys;
    }

    @GetMapping
    String waiting(@AuthenticationPrincipal @Nullable SignedIn caller, Model model) {
        SignedIn who = Access.staff(caller);
        model.addAttribute(
                "rows", reads.list(new FindOpenObjections(who.scope()), ObjectionRow.class));
        model.addAttribute("places", regions);
        model.addAttribute("today", commands.today());
        return "officer/points";
    }

    /** The account of who filed a case that the officer may read. */
    @GetMapping("/of")
    String of(@AuthenticationPrincipal @Nullable SignedIn caller, @RequestParam String number) {
        SignedIn who = Access.staff(caller);
        CaseFile file =
                reads.one(new FindCaseFile(number.strip(), who.scope()), CaseFile.class)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.CASE_NOT_FOUND));
        return events.of(file.application(), FILED).stream()
                .map(recorded -> recorded.event())
                .filter(Applied.class::isInstance)
                .map(event -> ((Applied) event).subject().value())
                .findFirst()
                .map(person -> "redirect:/work/points/" + person)
                .orElseThrow(() -> ProblemException.of(ProblemKind.CASE_NOT_FOUND));
    }

    @GetMapping("/{person}")
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String person,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        SignedIn who = Access.staff(caller);
        model.addAttribute("done", done);
        return page(who, person, model);
    }

    @PostMapping("/{person}/{act}")
    String act(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String person,
            @PathVariable String act,
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.require(caller, Role.OFFICER);
        String words = form.getOrDefault("words", "").strip();
        model.addAttribute("acted", act);
        Optional<String> wrong = wrong(act, words, form);
        if (wrong.isPresent()) {
            return unfit(who, person, wrong.get(), model, response);
        }
        if (ENDS.contains(act) && !Confirmation.given(request)) {
            return sure(who, person, act, words, form, request).page(model);
        }
        try {
            RequestKey once =
                    keys.optional(who, act + " " + person, form.get("key"), new TreeMap<>(form));
            Optional<Written> written = carryOut(who, person, act, words, form, once);
            if (written.isEmpty()) {
                return unfit(who, person, "desk.points.facts.wrong", model, response);
            }
            reads.afterIfPossible(written.get().position(), View.POINTS);
            return "redirect:/work/points/" + person + "?done=" + act;
        } catch (RuntimeException refused) {
            failures.tell(refused, model, response);
            return page(who, person, model);
        }
    }

    private static Optional<String> wrong(String act, String words, Map<String, String> form) {
        boolean silent = List.of("passing", "decision", FALSE_PAPERS).contains(act);
        if (silent && words.isEmpty() || words.length() > LONGEST) {
            return Optional.of("desk.points.words");
        }
        boolean unreasoned = act.equals(LAPSE) && form.getOrDefault("reason", "").isEmpty();
        return unreasoned ? Optional.of("desk.points.lapse.missing") : Optional.empty();
    }

    private String unfit(
            SignedIn who, String person, String wrong, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("wrong", wrong);
        return page(who, person, model);
    }

    /** Whose account it is, is told by place and points: the desk knows no names. */
    private Confirmation sure(
            SignedIn who,
            String person,
            String act,
            String words,
            Map<String, String> form,
            HttpServletRequest request) {
        PointsAccountView account = acts.of(who, person);
        String points = account.score() == null ? "" : account.score().total().toPlainString();
        Confirmation sure =
                Confirmation.of("desk.points." + act, request, "/work/points/" + person)
                        .about("desk.points.total", points);
        return act.equals(LAPSE)
                ? sure.chosen("desk.points.lapse", "desk.points.lapse." + reason(form))
                : sure.about("desk.points.false.words", words);
    }

    /** Empty where a fact that was typed is none. */
    private Optional<Written> carryOut(
            SignedIn who,
            String person,
            String act,
            String words,
            Map<String, String> form,
            @Nullable RequestKey once) {
        return switch (act) {
            case "passing" -> Optional.of(acts.passOn(who, person, serial(form), words, once));
            case "decision" -> decide(who, person, words, form);
            case "push" -> push(who, person, form);
            case LAPSE -> Optional.of(acts.lapse(who, person, reason(form), once));
            case "reactivation" -> Optional.of(acts.reactivate(who, person, once));
            case FALSE_PAPERS -> Optional.of(acts.invalidate(who, person, words, once));
            default -> throw ProblemException.of(ProblemKind.NOT_FOUND);
        };
    }

    private Optional<Written> decide(
            SignedIn who, String person, String words, Map<String, String> form) {
        int serial = serial(form);
        if (!form.getOrDefault("upheld", "no").equals("yes")) {
            return Optional.of(acts.decide(who, person, serial, words, null, null));
        }
        PointsAccountView account = acts.of(who, person);
        return account.objections().stream()
                .filter(it -> it.serial() == serial)
                .findFirst()
                .flatMap(it -> indicator(account, it.indicator()))
                .flatMap(it -> FactFields.read(it, form))
                .map(facts -> acts.decide(who, person, serial, words, facts, null));
    }

    private Optional<Written> push(SignedIn who, String person, Map<String, String> form) {
        PointsAccountView account = acts.of(who, person);
        String department = form.getOrDefault("department", "").strip();
        if (department.isEmpty()) {
            return Optional.empty();
        }
        return indicator(account, form.getOrDefault("indicator", ""))
                .flatMap(it -> FactFields.read(it, form).map(facts -> new Pushed(it.key(), facts)))
                .map(it -> acts.push(who, person, it.indicator(), it.facts(), department, null));
    }

    private record Pushed(String indicator, FormData facts) {}

    private static int serial(Map<String, String> form) {
        try {
            return Integer.parseInt(form.getOrDefault("serial", ""));
        } catch (NumberFormatException none) {
            throw ProblemException.of(ProblemKind.NOT_FOUND);
        }
    }

    private static LapseReason reason(Map<String, String> form) {
        try {
            return LapseReason.valueOf(form.getOrDefault("reason", ""));
        } catch (IllegalArgumentException none) {
            throw ProblemException.of(ProblemKind.NOT_FOUND);
        }
    }

    private Optional<Indicator> indicator(PointsAccountView account, String key) {
        return table(account).stream()
                .flatMap(it -> it.indicators().stream())
                .filter(it -> it.key().equals(key))
                .findFirst();
    }

    private Optional<PointsTable> table(PointsAccountView account) {
        return account.score() == null
                ? catalogue.reference().pointsTables().on(commands.today())
                : catalogue.reference().pointsTables().find(account.score().table());
    }

    private String page(SignedIn who, String person, Model model) {
        PointsAccountView account = acts.of(who, person);
        model.addAttribute("account", account);
        model.addAttribute("place", regions.name(account.region()));
        model.addAttribute("words", catalogue.reference().factWords());
        String body = who.scope().body();
        boolean officer = who.scope().has(Role.OFFICER);
        model.addAttribute("takesIn", officer && PointsOffices.isOne(body));
        model.addAttribute("keeps", officer && PointsOffices.keepsAccounts(body));
        model.addAttribute(
                "theirs",
                Arrays.stream(ObjectionStage.values())
                        .filter(it -> officer && PointsOffices.looksInto(it, body))
                        .map(ObjectionStage::name)
                        .toList());
        model.addAttribute("longest", LONGEST);
        model.addAttribute("today", commands.today());
        model.addAttribute(
                "pushed",
                table(account).stream()
                        .flatMap(it -> it.indicators().stream())
                        .filter(it -> it.group() == Indicator.Group.MINUS)
                        .toList());
        model.addAttribute(
                "fields",
                account.objections().stream()
                        .filter(it -> it.upheld() == null)
                        .flatMap(it -> indicator(account, it.indicator()).stream())
                        .collect(
                                Collectors.toMap(
                                        Indicator::key, FactFields::of, (one, other) -> one)));
        return "officer/points-account";
    }
}
