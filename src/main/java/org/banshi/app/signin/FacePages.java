package org.banshi.app.signin;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.banshi.app.face.FaceUnavailableException;
import org.banshi.app.signin.FaceChecks.Came;
import org.banshi.app.signin.FaceChecks.Going;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.person.Fault;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.contract.person.MobileNumber;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Proving by a face service who one is: there and back again. Strangers get access by it, whoever
 * is logged in a better trust level.
 */
@Controller
@Hidden
@RequestMapping("/sign-in/face")
class FacePages {

    private static final String PAGE = "signin/face";
    private static final String KEY = "banshi-face";
    private static final Duration AWAY = Duration.ofMinutes(5);

    private static final Text NO_NAME =
            Text.of("请填写姓名，不超过80个字符。", "Give the name, at most 80 characters.");
    private static final Text NOT_AGREED =
            Text.of(
                    "需要您单独同意，才能进行人脸核验；也可以携带证件到服务窗口办理。",
                    "A face check needs your consent; you can also go to a service counter with your"
                            + " paper.");
    private static final Text UNREACHABLE =
            Text.of(
                    "人脸核验服务暂时无法使用，请稍后再试，或携带证件到服务窗口办理。",
                    "The face service cannot be reached now. Try later, or go to a service counter"
                            + " with your paper.");

    private final FaceChecks checks;
    private final Citizens citizens;

    FacePages(FaceChecks checks, Citizens citizens) {
        this.checks = checks;
        this.citizens = citizens;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal @Nullable SignedIn who,
            HttpServletResponse response,
            Model model) {
        if (checks.title().isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        return page(who, model);
    }

    /** A page in between tells where one is led; a form must not lead off the platform. */
    @PostMapping
    String ask(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String identityNumber,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "false") boolean agreed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Account> own = own(who);
        model.addAttribute("filled", new String[] {name, identityNumber, phone});
        Text fault = agreed ? fault(own, name, identityNumber, phone) : NOT_AGREED;
        if (fault != null) {
            return refused(who, fault, response, model);
        }
        Applicant given = CounterPages.details(name, identityNumber, phone, "");
        Applicant asked = own.map(Account::details).orElse(given);
        try {
            Going going =
                    checks.ask(
                            asked, own.map(Account::account).orElse(null), request.getRemoteAddr());
            set(going.key(), AWAY, request, response);
            model.addAttribute("going", going.page().toString());
            return page(who, model);
        } catch (FaceUnavailableException unreachable) {
            return refused(who, UNREACHABLE, response, model);
        }
    }

    @GetMapping("/answer")
    String comeBack(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(required = false) @Nullable String code,
            @CookieValue(name = KEY, required = false) @Nullable String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Account> own = own(who);
        set("", Duration.ZERO, request, response);
        Came came =
                checks.take(
                        key,
                        code,
                        own.map(Account::account).orElse(null),
                        SessionFilter.token(request));
        if (came.fault() != null) {
            return refused(who, came.fault(), response, model);
        }
        model.addAttribute("access", came.access());
        model.addAttribute("raised", came.level());
        return page(who, model);
    }

    /** In a demo: what shall the service find? */
    @GetMapping("/stand-in/{reference}")
    String standIn(@PathVariable String reference, Model model) {
        checks.standIn()
                .filter(it -> it.waits(reference))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("reference", reference);
        return "signin/face-stand-in";
    }

    @PostMapping("/stand-in/{reference}")
    String find(@PathVariable String reference, @RequestParam boolean same) {
        return checks.standIn()
                .flatMap(it -> it.find(reference, same))
                .map(back -> "redirect:" + back)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static @Nullable Text fault(
            Optional<Account> own, String name, String identityNumber, String phone) {
        if (own.isPresent()) {
            return null;
        }
        if (name.isBlank() || name.strip().codePointCount(0, name.strip().length()) > 80) {
            return NO_NAME;
        }
        return IdentityNumber.parse(identityNumber)
                .fault()
                .or(() -> MobileNumber.parse(phone).fault())
                .map(Fault::message)
                .orElse(null);
    }

    /** The account of a citizen who is logged in; for staff it is as for strangers. */
    private Optional<Account> own(@Nullable SignedIn who) {
        return Optional.ofNullable(who)
                .flatMap(it -> citizens.byAccount(it.account()))
                .map(Citizens.Known::account)
                .filter(it -> it.details() != null);
    }

    private String refused(
            @Nullable SignedIn who, Text why, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("fault", why);
        return page(who, model);
    }

    private String page(@Nullable SignedIn who, Model model) {
        model.addAttribute("service", checks.title().orElse(null));
        model.addAttribute("known", own(who).isPresent());
        model.addAttribute("level", who == null ? null : who.trustLevel());
        return PAGE;
    }

    /** Lax: the browser comes back from elsewhere. */
    private static void set(
            String value, Duration life, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(KEY, value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/sign-in/face")
                        .maxAge(life)
                        .build()
                        .toString());
    }
}
