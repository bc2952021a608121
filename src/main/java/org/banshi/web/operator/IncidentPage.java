package org.banshi.web.operator;

import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.write.Access;
import org.banshi.web.write.IncidentActs;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Failed steps, for the supervisor and the operator. */
@Controller
@RequestMapping("/ops/incidents")
class IncidentPage {

    private final IncidentActs acts;

    IncidentPage(IncidentActs acts) {
        this.acts = acts;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable String retried,
            Model model) {
        SignedIn who = Access.require(caller, Role.SUPERVISOR, Role.OPERATOR);
        model.addAttribute("rows", acts.list(who));
        model.addAttribute("retried", retried != null);
        return "operator/incidents";
    }

    @PostMapping("/{id}/retry")
    String retry(@AuthenticationPrincipal @Nullable SignedIn caller, @PathVariable String id) {
        acts.retry(Access.require(caller, Role.SUPERVISOR, Role.OPERATOR), id, null);
        return "redirect:/ops/incidents?retried";
    }
}
