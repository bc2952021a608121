package org.banshi.app.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandExecutionException;
import org.banshi.app.confirm.Confirmation;
import org.banshi.app.signin.Accounts.Row;
import org.banshi.app.signin.Administration.Rights;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.account.StaffRole;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.EventLog;
import org.banshi.query.contract.access.Scope.Role;
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
import org.springframework.web.server.ResponseStatusException;

/** Accounts of staff, for security administrators. */
@Controller
@RequestMapping("/administration/accounts")
class AdministrationPages {

    private static final String LIST = "administration/accounts";
    private static final String ONE = "administration/account";
    private static final int SHOWN = 200;
    private static final int SHOWN_ATTEMPTS = 20;

    /** What was told, and is shown once: a password, or half of one. */
    private static final String TOLD = "password";

    private static final Set<Role> PLAIN =
            EnumSet.of(Role.OFFICER, Role.SUPERVISOR, Role.PUBLISHER, Role.COMMITTEE);

    private static final Text UNFIT_NAME =
            Text.of(
                    "账号由3至40个小写字母、数字和连字符组成，以字母开头；姓名不能为空。",
                    "An account has 3 to 40 of a-z, 0-9 and -, and begins with a letter; the name must"
                            + " not be empty.");
    private static final Text UNFIT_PLACE =
            Text.of("没有这个部门或地区代码。", "There is no such body or region.");

    private final Accounts accounts;
    private final Administration administration;
    private final Catalogue catalogue;
    private final EventLog log;
    private final SignInRecords records;

    AdministrationPages(
            Accounts accounts,
            Administration administration,
            Catalogue catalogue,
            EventLog log,
            SignInRecords records) {
        this.accounts = accounts;
        this.administration = administration;
        this.catalogue = catalogue;
        this.log = log;
        this.records = records;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        return list(q, null, model);
    }

    @PostMapping
    String open(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam String account,
            @RequestParam String nameZh,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "") List<Role> roles,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String region,
            HttpServletResponse response,
            Model model) {
        String name = account.strip();
        if (!AccountNames.fits(name) || nameZh.isBlank()) {
            return refused(response, list("", UNFIT_NAME, model));
        }
        Rights rights = rights(roles, body, region);
        if (rights == null) {
            return refused(response, list("", UNFIT_PLACE, model));
        }
        Text called = Text.of(nameZh.strip(), (nameEn.isBlank() ? nameZh : nameEn).strip());
        try {
            String password = administration.open(who, name, called, rights);
            return told(password, Part.WHOLE, name, model);
        } catch (RefusedException | CommandExecutionException no) {
            return refused(response, list("", reason(no), model));
        }
    }

    @GetMapping("/{account}")
    String show(@PathVariable String account, Model model) {
        return one(row(account), null, model);
    }

    @PostMapping("/{account}/rights")
    String change(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String account,
            @RequestParam(defaultValue = "") List<Role> roles,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "") String region,
            HttpServletResponse response,
            Model model) {
        Rights rights = rights(roles, body, region);
        if (rights == null) {
            return refused(response, one(row(account), UNFIT_PLACE, model));
        }
        return act(account, response, model, row -> administration.changeRoles(who, row, rights));
    }

    /** The answer is the page itself: half of a password is told once. */
    @PostMapping("/{account}/proposal")
    String propose(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String account,
            @RequestParam Role role,
            HttpServletResponse response,
            Model model) {
        try {
            String half = administration.propose(who, row(account), role);
            return told(half, Part.FIRST, account, model);
        } catch (RefusedException | CommandExecutionException no) {
            return refused(response, one(row(account), reason(no), model));
        }
    }

    /** Where it is agreed to, the answer is the page itself: the other half is told once. */
    @PostMapping("/{account}/proposal/answer")
    String answer(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String account,
            @RequestParam StaffRole role,
            @RequestParam boolean agreed,
            HttpServletResponse response,
            Model model) {
        try {
            Optional<String> half = administration.answer(who, row(account), role, agreed);
            return half.isEmpty()
                    ? "redirect:/administration/accounts/" + account
                    : told(half.get(), Part.SECOND, account, model);
        } catch (RefusedException | CommandExecutionException no) {
            return refused(response, one(row(account), reason(no), model));
        }
    }

    @PostMapping("/{account}/disabling")
    String disable(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String account,
            @RequestParam String reason,
            HttpServletResponse response,
            Model model) {
        return act(account, response, model, row -> administration.disable(who, row, reason));
    }

    @PostMapping("/{account}/enabling")
    String enable(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String account,
            HttpServletResponse response,
            Model model) {
        return act(account, response, model, row -> administration.enable(who, row));
    }

    /**
     * The answer is the page itself: the new password is told once and is in no URL. Of an
     * administrator the first one who comes only asks for it.
     */
    @PostMapping("/{account}/reset")
    String reset(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String account,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Row row = row(account);
        boolean two = Administration.isAdministrator(row);
        boolean asks = two && isAskedByNobodyElse(row, who);
        if (!Confirmation.given(request)) {
            Text name = row.account().name();
            boolean same = name.zh().equals(name.en());
            return Confirmation.of(
                            asks ? "staff.ask-reset" : two ? "staff.end-reset" : "staff.reset",
                            request,
                            "/administration/accounts/" + account)
                    .about("staff.account", account)
                    .about("staff.name", same ? name.zh() : name.zh() + " · " + name.en())
                    .page(model);
        }
        try {
            if (asks) {
                return told(administration.askReset(who, row), Part.FIRST, account, model);
            }
            Part part = two ? Part.SECOND : Part.WHOLE;
            return told(administration.reset(who, row), part, account, model);
        } catch (RefusedException | CommandExecutionException no) {
            return refused(response, one(row(account), reason(no), model));
        }
    }

    private boolean isAskedByNobodyElse(Row row, SignedIn who) {
        return administration.resetAskedBy(row).filter(by -> !by.equals(who.account())).isEmpty();
    }

    /** How much of a password is shown. */
    private enum Part {
        WHOLE,
        FIRST,
        SECOND
    }

    private String told(String password, Part part, String account, Model model) {
        model.addAttribute(TOLD, password);
        model.addAttribute("part", part.name());
        return one(row(account), null, model);
    }

    private String act(
            String account, HttpServletResponse response, Model model, Consumer<Row> act) {
        try {
            act.accept(row(account));
            return "redirect:/administration/accounts/" + account;
        } catch (RefusedException | CommandExecutionException no) {
            return refused(response, one(row(account), reason(no), model));
        }
    }

    private static Text reason(RuntimeException no) {
        if (no instanceof RefusedException refused) {
            return refused.refusal().reason();
        }
        if (no.getCause() instanceof RefusedException refused) {
            return refused.refusal().reason();
        }
        throw no;
    }

    private Row row(String account) {
        return accounts.staff(account)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Null where body or region are none. */
    private @Nullable Rights rights(List<Role> roles, String body, String region) {
        Set<Role> set = EnumSet.noneOf(Role.class);
        set.addAll(roles);
        set.remove(Role.CITIZEN);
        boolean known = body.isEmpty() || catalogue.reference().bodies().contains(body);
        RegionCode code = region.matches("\\d{6}(\\d{3})?") ? new RegionCode(region) : null;
        boolean placed =
                region.isEmpty() || code != null && catalogue.reference().region(code).isPresent();
        return known && placed ? new Rights(set, body.isEmpty() ? null : body, code) : null;
    }

    private static String refused(HttpServletResponse response, String template) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return template;
    }

    private String list(String q, @Nullable Text fault, Model model) {
        model.addAttribute("rows", accounts.staff(q.strip(), SHOWN));
        model.addAttribute("q", q);
        form(fault, model);
        return LIST;
    }

    private String one(Row row, @Nullable Text fault, Model model) {
        model.addAttribute("row", row);
        model.addAttribute(
                "history", log.readStream("account:" + row.account().account(), 0, SHOWN));
        model.addAttribute("attempts", records.newest(row.account().account(), SHOWN_ATTEMPTS));
        model.addAttribute("administrators", Administration.ADMINISTRATORS);
        model.addAttribute("lacksAnother", administration.lacksAnother(row));
        model.addAttribute("resetAskedBy", administration.resetAskedBy(row).orElse(null));
        form(fault, model);
        return ONE;
    }

    private void form(@Nullable Text fault, Model model) {
        model.addAttribute("fault", fault);
        model.addAttribute("plain", PLAIN);
        model.addAttribute("bodies", catalogue.reference().bodies());
    }
}
