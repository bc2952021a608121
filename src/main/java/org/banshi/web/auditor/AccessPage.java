package org.banshi.web.auditor;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.banshi.app.access.Access.Ground;
import org.banshi.app.access.Access.Kind;
import org.banshi.app.access.Access.Outcome;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.message.Stamp;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.problem.Failures;
import org.banshi.web.write.Access;
import org.banshi.web.write.AccessLooks;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who looked at whose data. What is looked for is sent, not put into an address. */
@Controller
@RequestMapping("/audit/access")
class AccessPage {

    private static final int SHOWN = 50;

    private final AccessLooks looks;
    private final Failures failures;

    AccessPage(AccessLooks looks, Failures failures) {
        this.looks = looks;
        this.failures = failures;
    }

    /**
     * The form as it was filled in.
     *
     * @param identity an identity number
     * @param from as the browser sends a local time, in Asia/Shanghai
     */
    record Form(
            @Nullable String identity,
            @Nullable String person,
            @Nullable String number,
            @Nullable String account,
            @Nullable String kind,
            @Nullable String outcome,
            @Nullable String from,
            @Nullable String until,
            @Nullable String ground,
            @Nullable String reference,
            @Nullable Long before) {

        static final Form EMPTY =
                new Form(null, null, null, null, null, null, null, null, null, null, null);

        AccessLooks.Asked asked() {
            return new AccessLooks.Asked(
                    given(person),
                    given(identity),
                    given(number),
                    given(account),
                    word(Kind.class, kind),
                    word(Outcome.class, outcome),
                    instant(from),
                    instant(until),
                    word(Ground.class, ground),
                    given(reference));
        }

        private static @Nullable String given(@Nullable String typed) {
            return typed == null || typed.isBlank() ? null : typed.strip();
        }

        private static <T extends Enum<T>> @Nullable T word(Class<T> type, @Nullable String word) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(one -> one.name().equals(word))
                    .findFirst()
                    .orElse(null);
        }

        private static @Nullable Instant instant(@Nullable String typed) {
            try {
                return typed == null || typed.isBlank()
                        ? null
                        : LocalDateTime.parse(typed).atZone(Stamp.ZONE).toInstant();
            } catch (DateTimeException none) {
                return null;
            }
        }

        @Override
        public String toString() {
            return "Form";
        }
    }

    @GetMapping
    String show(@AuthenticationPrincipal @Nullable SignedIn caller, Model model) {
        Access.require(caller, Role.AUDITOR);
        return page(Form.EMPTY, model);
    }

    @PostMapping
    String search(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @ModelAttribute("form") Form form,
            Model model,
            HttpServletResponse response) {
        Access.require(caller, Role.AUDITOR);
        try {
            model.addAttribute("page", looks.search(form.asked(), form.before(), SHOWN));
        } catch (RuntimeException refused) {
            failures.tell(refused, model, response);
        }
        return page(form, model);
    }

    @PostMapping("/verification")
    String verify(@AuthenticationPrincipal @Nullable SignedIn caller, Model model) {
        Access.require(caller, Role.AUDITOR);
        model.addAttribute("check", looks.verify());
        return page(Form.EMPTY, model);
    }

    private static String page(Form form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute(
                "grounds", Arrays.stream(Ground.values()).filter(Ground::stated).toList());
        return "auditor/access";
    }
}
