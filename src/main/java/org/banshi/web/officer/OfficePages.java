package org.banshi.web.officer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.banshi.app.casefile.Standing;
import org.banshi.app.confirm.Confirmation;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.progress.CaseStatus;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.page.Regions;
import org.banshi.web.problem.Failures;
import org.banshi.web.write.Access;
import org.banshi.web.write.BenefitActs;
import org.banshi.web.write.Commands;
import org.banshi.web.write.OfficerActs;
import org.banshi.web.write.Reads;
import org.banshi.web.write.RequestKey;
import org.banshi.web.write.RequestKeys;
import org.banshi.web.write.ServiceWay;
import org.banshi.web.write.View;
import org.banshi.web.write.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One case, whether a task waits in it or not: what there is, and what ends, stops or goes on. */
@Controller
@RequestMapping("/work/cases/{number}")
class OfficePages {

    private static final String TERMINATION = "termination";
    private static final String SUSPENSION = "suspension";
    private static final String RESUMPTION = "resumption";
    private static final String PROTECTION = "protection";
    private static final String PROTECTION_END = "protection-end";
    private static final String DEATH = "death";
    private static final String DEATH_REFUTED = "death-refuted";
    private static final String SUCCESSION = "succession";

    /** Most characters of a reason. */
    private static final int LONGEST = 2_000;

    /** Most characters of a receipt's number. */
    private static final int SHORT = 120;

    /** What was typed into a document's form, to be typed no second time. */
    record Typed(String delivery, @Nullable LocalDate day, String way, String proof) {}

    private static final String DOCKETED = "arbitration.docketed";

    private final OfficerActs acts;
    private final CaseDesk desk;
    private final Reads reads;
    private final RequestKeys keys;
    private final Regions regions;
    private final Failures failures;
    private final Commands commands;
    private final BenefitActs benefits;

    OfficePages(
            OfficerActs acts,
            CaseDesk desk,
            Reads reads,
            RequestKeys keys,
            Regions regions,
            Failures failures,
            Commands commands,
            BenefitActs benefits) {
        this.acts = acts;
        this.desk = desk;
        this.reads = reads;
        this.keys = keys;
        this.regions = regions;
        this.failures = failures;
        this.commands = commands;
        this.benefits = benefits;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        SignedIn who = Access.staff(caller);
        Progress found = acts.seen(who, number);
        model.addAttribute("done", done);
        boolean known = act != null && offered(who, found).contains(act);
        return page(who, found, known ? act : null, "", model);
    }

    /**
     * Two steps: the first answer shows what is going to happen, and only the second, which says
     * that it is sure, does it; once, however often the button is pressed.
     */
    @PostMapping(
            "/{act:"
                    + TERMINATION
                    + "|"
                    + SUSPENSION
                    + "|"
                    + RESUMPTION
                    + "|"
                    + PROTECTION
                    + "|"
                    + PROTECTION_END
                    + "|"
                    + DEATH
                    + "|"
                    + DEATH_REFUTED
                    + "}")
    String act(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(required = false) @Nullable String key,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        Progress found = acts.caseOf(caller, number);
        SignedIn who = Access.staff(caller);
        String why = reason.strip();
        boolean unreasoned = why.isEmpty() || why.length() > LONGEST;
        if (unreasoned && !act.equals(RESUMPTION)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("unreasoned", true);
            return page(who, found, act, why, model);
        }
        if (!Confirmation.given(request)) {
            model.addAttribute(
                    "confirmation",
                    Confirmation.of("office." + act, request, "/work/cases/" + number)
                            .about("office.reason", why));
            return page(who, found, act, why, model);
        }
        try {
            RequestKey once = keys.optional(who, act + " " + number, key, why);
            Written written =
                    switch (act) {
                        case TERMINATION -> acts.terminate(who, found, why, version, once);
                        case SUSPENSION -> acts.suspend(who, found, why, version, once);
                        // At the window nobody can tell who else reads the phone.
                        case PROTECTION -> acts.protect(who, found, why, false, once);
                        case DEATH -> acts.recordDeath(who, found, why, once);
                        case DEATH_REFUTED -> acts.refuteDeath(who, found, why, once);
                        case PROTECTION_END -> acts.liftProtection(who, found, why, once);
                        default -> acts.resume(who, found, version, once);
                    };
            reads.afterIfPossible(written.position(), View.PROGRESS, View.TIMELINE);
            return "redirect:/work/cases/" + number + "?done=" + act;
        } catch (RuntimeException refused) {
            return explained(refused, who, acts.caseOf(caller, number), act, why, model, response);
        }
    }

    /** After the applicant's death somebody goes on; the aggregate says who cannot. */
    @PostMapping("/" + SUCCESSION)
    String carryOn(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String identityNumber,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String relation,
            @RequestParam(required = false) @Nullable String key,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        Progress found = acts.caseOf(caller, number);
        SignedIn who = Access.staff(caller);
        OfficerActs.Successor by =
                new OfficerActs.Successor(
                        cut(name), cut(identityNumber), cut(phone), cut(relation));
        model.addAttribute("by", by);
        if (by.isIncomplete()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("unnamed", true);
            return page(who, found, SUCCESSION, "", model);
        }
        if (!Confirmation.given(request)) {
            model.addAttribute(
                    "confirmation",
                    Confirmation.of("office.succession", request, "/work/cases/" + number)
                            .about("apply.name", by.name())
                            .about("apply.identity", by.identityNumber())
                            .about("apply.phone", by.phone())
                            .about("office.relation", by.relation()));
            return page(who, found, SUCCESSION, "", model);
        }
        try {
            RequestKey once = keys.optional(who, "succession " + number, key, by);
            Written written = acts.carryOn(who, found, by, once);
            reads.afterIfPossible(written.position(), View.PROGRESS, View.TIMELINE);
            return "redirect:/work/cases/" + number + "?done=" + SUCCESSION;
        } catch (RuntimeException refused) {
            return explained(refused, who, found, SUCCESSION, "", model, response);
        }
    }

    private static String cut(String text) {
        String plain = text.strip();
        return plain.length() <= SHORT ? plain : plain.substring(0, SHORT);
    }

    /**
     * The remedies run from the day; the aggregate refuses one that cannot be. Recorded once,
     * however often the button is pressed.
     */
    @PostMapping("/deliveries/{delivery}")
    String deliver(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @PathVariable String delivery,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String proof,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(required = false) @Nullable String key,
            Model model,
            HttpServletResponse response) {
        Progress found = acts.caseOf(caller, number);
        SignedIn who = Access.staff(caller);
        Optional<ServiceWay> known = ServiceWay.of(way);
        String receipt = proof.strip();
        model.addAttribute("typed", new Typed(delivery, day, way, receipt));
        if (day == null || known.isEmpty() || receipt.isEmpty() || receipt.length() > SHORT) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("unserved", delivery);
            return page(who, found, null, "", model);
        }
        try {
            OfficerActs.Service service =
                    new OfficerActs.Service(delivery, day, known.get(), receipt);
            RequestKey once = keys.optional(who, "delivery " + number, key, service);
            Written written = acts.deliver(who, found, service, version, once);
            reads.afterIfPossible(written.position(), View.PROGRESS, View.TIMELINE);
            return "redirect:/work/cases/" + number + "?done=delivery";
        } catch (RuntimeException refused) {
            return explained(refused, who, acts.caseOf(caller, number), null, "", model, response);
        }
    }

    private String explained(
            RuntimeException refused,
            SignedIn who,
            Progress found,
            @Nullable String act,
            String reason,
            Model model,
            HttpServletResponse response) {
        failures.tell(refused, model, response);
        return page(who, found, act, reason, model);
    }

    private String page(
            SignedIn who, Progress found, @Nullable String act, String reason, Model model) {
        model.addAttribute("found", found);
        model.addAttribute("place", regions.name(found.region()));
        model.addAttribute("today", commands.today());
        model.addAttribute(
                "status",
                Optional.ofNullable(found.ending())
                        .or(() -> CaseStatus.of(found.status()).map(CaseStatus::words))
                        .orElse(Text.of(found.status(), found.status())));
        model.addAttribute("offered", offered(who, found));
        model.addAttribute("act", act);
        model.addAttribute("officer", who.scope().has(Role.OFFICER));
        model.addAttribute(
                "dispute", found.milestones().stream().anyMatch(it -> it.event().equals(DOCKETED)));
        model.addAttribute("benefited", !benefits.ofCase(who, found.number()).isEmpty());
        model.addAttribute("ways", ServiceWay.values());
        model.addAttribute("serving", UUID.randomUUID().toString());
        model.addAttribute("reason", reason);
        desk.lay(
                who,
                found.number(),
                new ServiceVersion(found.service(), found.serviceVersion()),
                model);
        return "officer/case";
    }

    /** What the case's own rules would take now; they have the last word when it is sent. */
    private List<String> offered(SignedIn who, Progress found) {
        List<String> offered = new ArrayList<>();
        CaseStatus status = CaseStatus.of(found.status()).orElse(CaseStatus.APPLIED);
        if (who.scope().has(Role.OFFICER) && !status.isEnd()) {
            if (status == CaseStatus.ACCEPTED) {
                if (!desk.endsByItself(found)) {
                    offered.add(SUSPENSION);
                }
            } else if (status == CaseStatus.SUSPENDED) {
                offered.add(RESUMPTION);
            }
            offered.add(TERMINATION);
        }
        if (who.scope().has(Role.OFFICER)) {
            Standing standing = desk.standing(found.application());
            // An officer confirms what the applicant said, or that it goes on.
            if (!standing.confirmed() || standing.liftAskedBy() != null) {
                offered.add(PROTECTION);
            }
            if (standing.guarded() && !who.account().equals(standing.liftAskedBy())) {
                offered.add(PROTECTION_END);
            }
            if (standing.dead() && !status.isEnd()) {
                offered.add(SUCCESSION);
            }
            offered.add(standing.dead() ? DEATH_REFUTED : DEATH);
        }
        return offered;
    }
}
