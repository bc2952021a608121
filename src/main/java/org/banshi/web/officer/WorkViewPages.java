package org.banshi.web.officer;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.app.signin.SignedIn;
import org.banshi.app.workbench.WorkView;
import org.banshi.app.workbench.WorkViews;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
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

/** How somebody likes to look at the work list: kept filters and columns. */
@Controller
@RequestMapping("/work")
class WorkViewPages {

    /** Most characters of a filter's name. */
    private static final int LONGEST = 40;

    private final WorkViews views;

    WorkViewPages(WorkViews views) {
        this.views = views;
    }

    @GetMapping("/views")
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        model.addAttribute("done", done);
        return page(Access.staff(caller), null, model);
    }

    @PostMapping("/views")
    String keep(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            WorkFilter asked,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean shared,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.staff(caller);
        String called = name.strip();
        if (unfit(called)) {
            return refused(who, "unnamed", model, response);
        }
        if (asked.kept().values().stream().anyMatch(it -> it.length() > WorkViews.LONGEST)) {
            return refused(who, "long", model, response);
        }
        Optional<String> id = views.keep(who.scope(), called, asked.kept(), sharing(who, shared));
        return id.map(it -> "redirect:/work?done=view&saved=" + it)
                .orElseGet(() -> refused(who, "full", model, response));
    }

    @PostMapping("/views/{view}")
    String change(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String view,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean shared,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.staff(caller);
        WorkView found = found(who, view);
        if (!found.owner().equals(who.account())) {
            throw ProblemException.of(ProblemKind.FORBIDDEN);
        }
        String called = name.strip();
        if (unfit(called)) {
            return refused(who, "unnamed", model, response);
        }
        return views.change(who.scope(), found.id(), called, sharing(who, shared))
                ? "redirect:/work/views?done=view"
                : refused(who, "taken", model, response);
    }

    @PostMapping("/views/{view}/deletion")
    String delete(@AuthenticationPrincipal @Nullable SignedIn caller, @PathVariable String view) {
        SignedIn who = Access.staff(caller);
        WorkView found = found(who, view);
        if (!views.removable(who.scope(), found)) {
            throw ProblemException.of(ProblemKind.FORBIDDEN);
        }
        views.delete(found);
        return "redirect:/work/views?done=gone";
    }

    /**
     * Which columns, in which order.
     *
     * @param column those chosen, in the order of the page
     * @param up the one to show a place earlier
     * @param down the one to show a place later
     */
    @PostMapping("/columns")
    String choose(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            WorkFilter asked,
            @RequestParam(required = false) @Nullable List<String> column,
            @RequestParam(required = false) @Nullable String up,
            @RequestParam(required = false) @Nullable String down) {
        SignedIn who = Access.staff(caller);
        List<String> chosen = new ArrayList<>(column == null ? List.of() : column);
        chosen.retainAll(WorkListPage.COLUMNS);
        chosen = new ArrayList<>(new LinkedHashSet<>(chosen));
        @Nullable String moved = up != null ? up : down;
        int from = chosen.indexOf(moved);
        int to = from + (up != null ? -1 : 1);
        if (from >= 0 && to >= 0 && to < chosen.size()) {
            Collections.swap(chosen, from, to);
        }
        views.choose(who.account(), chosen);
        return "redirect:"
                + (moved == null || from < 0
                        ? asked.address()
                        : asked.at("/work", Map.of("arranging", moved)));
    }

    private static boolean unfit(String name) {
        return name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST;
    }

    private static boolean sharing(SignedIn who, boolean shared) {
        return shared && who.scope().has(Role.SUPERVISOR);
    }

    private WorkView found(SignedIn who, String view) {
        return views.find(who.scope(), view)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
    }

    private String refused(SignedIn who, String fault, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(who, fault, model);
    }

    private String page(SignedIn who, @Nullable String fault, Model model) {
        model.addAttribute("fault", fault);
        List<WorkView> visible = views.of(who.scope());
        model.addAttribute("views", visible);
        model.addAttribute(
                "removable",
                visible.stream().filter(it -> views.removable(who.scope(), it)).toList());
        model.addAttribute("account", who.account());
        return "officer/views";
    }
}
