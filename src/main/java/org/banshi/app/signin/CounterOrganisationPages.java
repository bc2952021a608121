package org.banshi.app.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.banshi.app.confirm.Confirmation;
import org.banshi.command.contract.organisation.OrganisationDetails;
import org.banshi.command.contract.person.Fault;
import org.banshi.command.contract.person.MobileNumber;
import org.banshi.command.contract.person.Parsed;
import org.banshi.command.contract.person.UnifiedSocialCreditCode;
import org.banshi.command.contract.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Organisations at the counter: an officer compares the licence and the legal representative, who
 * is registered as a person before. Codes are sent in forms, as numbers of people are.
 */
@Controller
@RequestMapping("/work/organisations")
class CounterOrganisationPages {

    private static final String PAGE = "officer/organisations";
    private static final Text NO_CODE = Text.of("请填写代码。", "Give the code.");

    /** Papers that an officer compares. */
    enum Paper {
        LICENCE,
        REPRESENTATIVE_CERTIFICATE;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Organising organising;
    private final Mandating mandating;

    CounterOrganisationPages(Organising organising, Mandating mandating) {
        this.organising = organising;
        this.mandating = mandating;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn who, Model model) {
        CounterPages.atCounter(who);
        return page(null, model);
    }

    @PostMapping
    String find(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam String code,
            HttpServletResponse response,
            Model model) {
        CounterPages.atCounter(who);
        Parsed<UnifiedSocialCreditCode> parsed = UnifiedSocialCreditCode.parse(code);
        if (parsed.fault().isPresent()) {
            return refused(
                    parsed.fault().map(Fault::message).orElse(NO_CODE), code, response, model);
        }
        return page(parsed.value().orElseThrow().value(), model);
    }

    @PostMapping("/registration")
    String register(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam String code,
            @RequestParam String name,
            @RequestParam String phone,
            @RequestParam String representativeName,
            @RequestParam String representativeNumber,
            @RequestParam(defaultValue = "") List<Paper> papers,
            HttpServletResponse response,
            Model model) {
        CounterPages.atCounter(who);
        model.addAttribute("filled", List.of(name, phone, representativeName));
        OrganisationDetails details =
                new OrganisationDetails(
                        name.strip(),
                        UnifiedSocialCreditCode.parse(code)
                                .value()
                                .map(UnifiedSocialCreditCode::value)
                                .orElse(code),
                        MobileNumber.parse(phone).value().map(MobileNumber::value).orElse(phone));
        return act(
                code,
                () ->
                        organising.register(
                                who,
                                details,
                                mandating.known(representativeName, representativeNumber),
                                words(papers)),
                response,
                model);
    }

    @PostMapping("/representative")
    String nameRepresentative(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam String code,
            @RequestParam String representativeName,
            @RequestParam String representativeNumber,
            @RequestParam(defaultValue = "") List<Paper> papers,
            HttpServletResponse response,
            Model model) {
        CounterPages.atCounter(who);
        return act(
                code,
                () ->
                        organising.nameRepresentative(
                                who,
                                code,
                                mandating.known(representativeName, representativeNumber),
                                words(papers)),
                response,
                model);
    }

    @PostMapping("/closing")
    String close(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CounterPages.atCounter(who);
        if (!Confirmation.given(request)) {
            String name = organising.byCode(code).map(it -> it.organisation().name()).orElse("");
            return Confirmation.of("organisation.closing", request, "/work/organisations")
                    .about("organisation.name", name)
                    .about("organisation.code", code)
                    .page(model);
        }
        return act(code, () -> organising.close(who, code), response, model);
    }

    private static List<String> words(List<Paper> papers) {
        return papers.stream().map(Paper::word).distinct().toList();
    }

    private String act(String code, Runnable act, HttpServletResponse response, Model model) {
        Text fault = Tried.refusal(act);
        if (fault != null) {
            return refused(fault, code, response, model);
        }
        model.addAttribute("done", true);
        return page(code, model);
    }

    private String refused(Text why, String code, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("fault", why);
        return page(code, model);
    }

    /** Whether there is one of that code decides what can be done. */
    private String page(@Nullable String code, Model model) {
        boolean valid = code != null && UnifiedSocialCreditCode.parse(code).value().isPresent();
        Optional<Organising.Staffed> found = valid ? organising.byCode(code) : Optional.empty();
        model.addAttribute("code", code == null ? "" : code);
        model.addAttribute("found", found.orElse(null));
        model.addAttribute("unknown", valid && found.isEmpty());
        model.addAttribute("papers", Arrays.asList(Paper.values()));
        return PAGE;
    }
}
