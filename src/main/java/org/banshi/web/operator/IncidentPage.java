package org.banshi.web.operator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.app.casefile.CaseServices;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.worklist.IncidentRow;
import org.banshi.web.diagram.Diagrams;
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

    /**
     * A failed step.
     *
     * @param service what the item is called; null where the case is not read yet
     * @param title what the step is called; null where it is none of an officer's
     * @param drawn what the process calls it; null where it is none of the process, but an errand
     */
    record Line(
            IncidentRow row,
            @Nullable Text service,
            @Nullable Text title,
            @Nullable String drawn) {}

    private final IncidentActs acts;
    private final CaseServices services;
    private final Catalogue catalogue;
    private final Diagrams diagrams;

    IncidentPage(IncidentActs acts, CaseServices services, Catalogue catalogue, Diagrams diagrams) {
        this.acts = acts;
        this.services = services;
        this.catalogue = catalogue;
        this.diagrams = diagrams;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable String retried,
            Model model) {
        SignedIn who = Access.require(caller, Role.SUPERVISOR, Role.OPERATOR);
        List<IncidentRow> rows = acts.list(who);
        Map<String, ServiceVersion> known =
                services.of(rows.stream().map(IncidentRow::number).toList());
        model.addAttribute("lines", rows.stream().map(it -> line(it, known)).toList());
        // An operator sees that a case failed, and nothing of the case.
        model.addAttribute("linked", who.scope().has(Role.SUPERVISOR));
        model.addAttribute("retried", retried != null);
        return "operator/incidents";
    }

    private Line line(IncidentRow row, Map<String, ServiceVersion> known) {
        Optional<ServiceDefinition> service =
                Optional.ofNullable(known.get(row.number())).flatMap(catalogue::find);
        return new Line(
                row,
                service.map(ServiceDefinition::name).orElse(null),
                service.map(it -> it.steps().get(row.activity())).map(Step::title).orElse(null),
                service.map(it -> diagrams.of(it).names().get(row.activity())).orElse(null));
    }

    @PostMapping("/{id}/retry")
    String retry(@AuthenticationPrincipal @Nullable SignedIn caller, @PathVariable String id) {
        acts.retry(Access.require(caller, Role.SUPERVISOR, Role.OPERATOR), id, null);
        return "redirect:/ops/incidents?retried";
    }
}
