package org.banshi.app.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandExecutionException;
import org.banshi.app.signin.Citizens.Known;
import org.banshi.app.signin.Registration.Access;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.citizen.Proof;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.person.Fault;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.contract.person.Masks;
import org.banshi.command.contract.person.MobileNumber;
import org.banshi.command.contract.person.Parsed;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The counter: an officer compares a person with a paper, registers who is not known yet, and gives
 * access back to who lost it. Numbers are sent in forms and never in addresses.
 */
@Controller
@RequestMapping("/work/citizens")
class CounterPages {

    private static final String PAGE = "officer/citizens";

    /** The body whose service centres have counters for all matters (镇街公共服务中心). */
    private static final String COUNTER = "town";

    /** Papers by which an officer knows somebody. */
    enum Paper {
        ID_CARD,
        TEMPORARY_ID_CARD,
        RESIDENCE_CARD,
        PERMANENT_RESIDENCE_CARD,
        HOUSEHOLD_BOOK;

        /** At the counter, which is the highest level. */
        Proof proof() {
            return new Proof(
                    Proof.Way.COUNTER,
                    name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    Proof.Way.COUNTER.highest());
        }
    }

    static final Text UNFIT_NAME =
            Text.of(
                    "账号由3至40个小写字母、数字和连字符组成，以字母开头。",
                    "An account has 3 to 40 of a-z, 0-9 and -, and begins with a letter.");
    static final Text GONE = Text.of("没有找到此人，请重新查找。", "Nobody of that number: look again.");

    private final Citizens citizens;
    private final Registration registration;
    private final Accounts accounts;

    CounterPages(Citizens citizens, Registration registration, Accounts accounts) {
        this.citizens = citizens;
        this.registration = registration;
        this.accounts = accounts;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn who, Model model) {
        atCounter(who);
        return page(model);
    }

    @PostMapping
    String find(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam String identityNumber,
            HttpServletResponse response,
            Model model) {
        atCounter(who);
        Parsed<IdentityNumber> number = IdentityNumber.parse(identityNumber);
        if (number.fault().isPresent()) {
            return refused(number.fault().map(Fault::message).orElse(GONE), response, model);
        }
        model.addAttribute("identityNumber", number.value().orElseThrow().value());
        Optional<Known> known = citizens.byNumber(identityNumber);
        known.ifPresent(it -> shown(it, model));
        model.addAttribute("unknown", known.isEmpty());
        return page(model);
    }

    /** The answer is the page itself: the first password is told once and is in no address. */
    @PostMapping("/registration")
    String register(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam String name,
            @RequestParam String identityNumber,
            @RequestParam String phone,
            @RequestParam(defaultValue = "") String email,
            @RequestParam Paper paper,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "false") boolean withoutAccess,
            HttpServletResponse response,
            Model model) {
        atCounter(who);
        String wanted = account.isBlank() ? null : account.strip();
        model.addAttribute("identityNumber", identityNumber);
        model.addAttribute("unknown", true);
        model.addAttribute("filled", List.of(name, phone, email, account));
        if (wanted != null && !AccountNames.fits(wanted)) {
            return refused(UNFIT_NAME, response, model);
        }
        Applicant details = details(name, identityNumber, phone, email);
        return told(
                () -> {
                    if (withoutAccess) {
                        registration.know(who.actor(), details, paper.proof());
                        model.addAttribute("proven", true);
                        model.addAttribute("unknown", false);
                        return null;
                    }
                    return registration.register(who.actor(), details, paper.proof(), wanted);
                },
                response,
                model);
    }

    /** As people write it; what is wrong with it the rules tell. */
    static Applicant details(String name, String identityNumber, String phone, String email) {
        return new Applicant(
                name.strip(),
                IdentityNumber.canonical(identityNumber),
                MobileNumber.parse(phone).value().map(MobileNumber::value).orElse(phone),
                email.isBlank() ? null : email.strip());
    }

    @PostMapping("/proof")
    String prove(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam String name,
            @RequestParam String identityNumber,
            @RequestParam Paper paper,
            HttpServletResponse response,
            Model model) {
        atCounter(who);
        Optional<Known> known = known(identityNumber, model);
        if (known.isEmpty()) {
            return refused(GONE, response, model);
        }
        String page =
                told(
                        () -> {
                            registration.prove(who.actor(), known.get(), name, paper.proof());
                            model.addAttribute("proven", true);
                            return null;
                        },
                        response,
                        model);
        known(identityNumber, model);
        return page;
    }

    private Optional<Known> known(String identityNumber, Model model) {
        Optional<Known> known = citizens.byNumber(identityNumber);
        model.addAttribute("identityNumber", identityNumber);
        known.ifPresent(it -> shown(it, model));
        return known;
    }

    private void shown(Known known, Model model) {
        model.addAttribute("without", accounts.isDisabled(known.account().account()));
        Applicant details = known.account().details();
        model.addAttribute("known", known);
        model.addAttribute("masked", details == null ? "" : Masks.name(details.name()));
    }

    private String told(Supplier<@Nullable Access> act, HttpServletResponse response, Model model) {
        try {
            model.addAttribute("access", act.get());
            return page(model);
        } catch (RefusedException no) {
            return refused(words(no.refusal()), response, model);
        } catch (CommandExecutionException failed) {
            if (failed.getCause() instanceof RefusedException no) {
                return refused(words(no.refusal()), response, model);
            }
            throw failed;
        }
    }

    private static Text words(Refusal refusal) {
        return Text.of(
                refusal.reason().zh() + refusal.mend().zh(),
                refusal.reason().en() + " " + refusal.mend().en());
    }

    private String refused(Text why, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("fault", why);
        return page(model);
    }

    private static String page(Model model) {
        model.addAttribute("papers", Arrays.asList(Paper.values()));
        return PAGE;
    }

    /** Whoever does not work at a counter is kept out. */
    static void atCounter(SignedIn who) {
        if (!who.scope().has(Role.OFFICER) || !COUNTER.equals(who.scope().body())) {
            throw new AccessDeniedException("no counter");
        }
    }
}
