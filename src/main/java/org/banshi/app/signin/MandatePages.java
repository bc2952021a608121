package org.banshi.app.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.banshi.app.signin.Citizens.Known;
import org.banshi.app.signin.MandateRows.Row;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.mandate.MandateAct;
import org.banshi.command.contract.mandate.MandateBasis;
import org.banshi.command.contract.mandate.MandateId;
import org.banshi.command.contract.mandate.MandateTerms;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 代办: where citizens give, ask for, answer and end mandates, and choose for whom they act. */
@Controller
@RequestMapping("/acting")
class MandatePages {

    private static final String PAGE = "signin/acting";
    private static final String BACK = "redirect:/acting";
    private static final String DONE = BACK + "?done";

    /** In place of an address. */
    private static final String TRIED = "mandate";

    private final Mandating mandating;
    private final Sessions sessions;
    private final Catalogue catalogue;
    private final Attempts attempts;

    MandatePages(Mandating mandating, Sessions sessions, Catalogue catalogue, Attempts attempts) {
        this.mandating = mandating;
        this.sessions = sessions;
        this.catalogue = catalogue;
        this.attempts = attempts;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn who, Model model) {
        return page(citizen(who), null, model);
    }

    /** Gives a mandate, or asks for one: by whoever the other is, who is named by both. */
    @PostMapping
    String propose(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam boolean give,
            @RequestParam String name,
            @RequestParam String identityNumber,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") List<String> services,
            @RequestParam(defaultValue = "") List<MandateAct> acts,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            HttpServletResponse response,
            Model model) {
        return act(
                who,
                DONE,
                () -> {
                    MandateTerms terms =
                            MandateForm.terms(
                                    MandateForm.services(catalogue), all, services, acts, until);
                    propose(
                            mandating,
                            attempts,
                            who,
                            Mandating.newId(),
                            new Other(give, name, identityNumber),
                            terms);
                },
                response,
                model);
    }

    @PostMapping("/{key}/answer")
    String answer(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String key,
            @RequestParam boolean agreed,
            HttpServletResponse response,
            Model model) {
        return act(
                who,
                DONE,
                () -> mandating.answer(who, Mandating.id(key), agreed, false),
                response,
                model);
    }

    @PostMapping("/{key}/end")
    String end(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String key,
            HttpServletResponse response,
            Model model) {
        return act(who, DONE, () -> mandating.end(who, Mandating.id(key)), response, model);
    }

    /** From now on this session acts for the grantor of that mandate. */
    @PostMapping("/{key}/choice")
    String choose(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return act(
                who,
                "redirect:/cases",
                () -> {
                    MandateId id = mandating.held(who, Mandating.id(key)).id();
                    sessions.actUnder(String.valueOf(SessionFilter.token(request)), id.value());
                },
                response,
                model);
    }

    /** From now on this session acts for its holder again. */
    @PostMapping("/oneself")
    String oneself(@AuthenticationPrincipal SignedIn who, HttpServletRequest request) {
        citizen(who);
        sessions.actUnder(String.valueOf(SessionFilter.token(request)), null);
        return BACK;
    }

    /**
     * Whoever tries names and numbers one after another is slowed down, also with some that are
     * right among them. What was done under the same id before is not done again.
     */
    static void propose(
            Mandating mandating,
            Attempts attempts,
            SignedIn who,
            MandateId id,
            Other other,
            MandateTerms terms) {
        Known known = known(mandating, attempts, who, other.name(), other.identityNumber());
        if (mandating.isThere(who, id, other.give(), known, terms)) {
            return;
        }
        if (other.give()) {
            mandating.give(who, id, known, terms);
        } else {
            mandating.ask(who, id, known, terms);
        }
    }

    /** Whoever is registered under both, for whom citizens look one after another slowly. */
    static Known known(
            Mandating mandating,
            Attempts attempts,
            SignedIn who,
            String name,
            String identityNumber) {
        attempts.begin(who.account(), TRIED);
        Known known;
        try {
            known = mandating.known(name, identityNumber);
        } catch (RefusedException nobody) {
            attempts.failed(who.account(), TRIED);
            throw nobody;
        }
        attempts.settled(who.account(), TRIED);
        return known;
    }

    /**
     * The other side of a mandate, as named by this one.
     *
     * @param give whether the one who names is the grantor
     */
    record Other(boolean give, String name, String identityNumber) {

        /** Never prints either. */
        @Override
        public String toString() {
            return "Other[" + give + "]";
        }
    }

    private String act(
            SignedIn who, String then, Runnable act, HttpServletResponse response, Model model) {
        citizen(who);
        Text fault = Tried.refusal(act);
        if (fault == null) {
            return then;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(who, fault, model);
    }

    private String page(SignedIn who, @Nullable Text fault, Model model) {
        List<Row> rows =
                who.actor().person() == null ? List.of() : mandating.of(who.actor().person());
        model.addAttribute("fault", fault);
        model.addAttribute("rows", rows);
        model.addAttribute(
                "represents",
                rows.stream()
                        .anyMatch(
                                row ->
                                        row.inForce()
                                                && row.basis() == MandateBasis.REPRESENTATIVE));
        model.addAttribute("forOneself", who.actor().onBehalfOf() == null);
        model.addAttribute("services", MandateForm.services(catalogue));
        model.addAttribute("acts", MandateAct.values());
        return PAGE;
    }

    /** Whoever is no citizen is kept out. */
    static SignedIn citizen(SignedIn who) {
        if (!who.scope().has(Role.CITIZEN)) {
            throw new AccessDeniedException("no citizen");
        }
        return who;
    }
}
