package org.banshi.web.citizen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.banshi.app.draft.Draft;
import org.banshi.app.draft.Drafts;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.FieldError;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.web.form.FormBinder;
import org.banshi.web.form.FormRenderer;
import org.banshi.web.form.Roster;
import org.banshi.web.page.Regions;
import org.banshi.web.write.Access;
import org.banshi.web.write.Filing;
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

/** Fill in the form; what was typed is kept at every step. */
@Controller
@RequestMapping("/services/{service}/apply")
class ApplyPages {

    /** Longer rosters are told of by their size. */
    private static final int MOST_ROWS = 20;

    private final Filing filing;
    private final Drafts drafts;
    private final Regions regions;
    private final Prefill prefill;
    private final BusinessClock clock;

    ApplyPages(
            Filing filing, Drafts drafts, Regions regions, Prefill prefill, BusinessClock clock) {
        this.filing = filing;
        this.drafts = drafts;
        this.regions = regions;
        this.prefill = prefill;
        this.clock = clock;
    }

    @GetMapping
    String begin(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String service,
            @RequestParam(required = false) @Nullable String region) {
        SignedIn who = Access.citizen(caller);
        ServiceDefinition definition = filing.service(service);
        if (region == null) {
            return "redirect:/services/" + service;
        }
        filing.region(definition, region);
        Draft draft = drafts.open(DraftPerson.of(who), definition.version(), region, clock.now());
        String form = "redirect:/services/" + draft.service().service() + "/apply/form";
        if (draft.revision() > 0) {
            return form;
        }
        FormData known = prefill.of(who, definition.form().schema());
        boolean filled =
                !known.values().isEmpty()
                        && drafts.fill(draft, draft.revision(), known, clock.now());
        return filled ? form + "?prefilled" : form;
    }

    @GetMapping("/form")
    String form(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String service,
            @RequestParam(required = false) @Nullable String prefilled,
            Model model) {
        Draft draft = DraftPerson.draft(drafts, Access.citizen(caller), service);
        model.addAttribute("prefilled", prefilled != null);
        return show(draft, draft.form(), List.of(), null, model);
    }

    @PostMapping("/form")
    String fill(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String service,
            @RequestParam(defaultValue = "refresh") String act,
            @RequestParam int revision,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.citizen(caller);
        Draft draft = DraftPerson.draft(drafts, who, service);
        ServiceDefinition definition = filing.service(service);
        Map<String, String[]> posted = new HashMap<>(request.getParameterMap());
        String place = act.substring(act.indexOf(':') + 1);
        if (act.startsWith("remove:")) {
            posted.keySet().removeIf(name -> name.equals(place) || name.startsWith(place + "/"));
        }
        FormData filled =
                FormBinder.keeping(
                        definition.form().schema(),
                        FormBinder.bind(definition.form().schema(), posted),
                        draft.form(),
                        kept(definition, posted, act.startsWith("remove:") ? place : ""));
        boolean kept = drafts.fill(draft, revision, filled, clock.now());
        draft = DraftPerson.draft(drafts, who, service);
        if (!kept) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("overtaken", true);
            return show(draft, filled, List.of(), null, model);
        }
        if (act.equals("save")) {
            return "redirect:/cases?saved";
        }
        if (act.startsWith("roster:")) {
            return "redirect:/services/" + service + "/apply/rosters" + place;
        }
        if (!act.equals("next")) {
            return show(draft, filled, List.of(), act.startsWith("add:") ? place : null, model);
        }
        List<FieldError> errors = definition.form().validate(filled, clock.today());
        if (errors.isEmpty()) {
            return "redirect:/services/" + service + "/apply/materials";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(draft, filled, errors, null, model);
    }

    /** Rosters that the page told of without their rows. */
    private static List<String> kept(
            ServiceDefinition definition, Map<String, String[]> posted, String removed) {
        List<String> told = Arrays.asList(posted.getOrDefault("kept", new String[0]));
        return Roster.pointers(definition.form().schema()).stream()
                .filter(told::contains)
                .filter(pointer -> !pointer.equals(removed))
                .toList();
    }

    /** How many rows each roster has that is too long to be shown row by row. */
    private static Map<String, Integer> rosters(ServiceDefinition definition, FormData data) {
        Map<String, Integer> rosters = new LinkedHashMap<>();
        for (String pointer : Roster.pointers(definition.form().schema())) {
            Object rows = data.values().get(pointer.substring(1));
            int size = rows instanceof List<?> list ? list.size() : 0;
            rosters.put(pointer, size > MOST_ROWS ? size : 0);
        }
        return rosters;
    }

    private String show(
            Draft draft,
            FormData data,
            List<FieldError> errors,
            @Nullable String grown,
            Model model) {
        ServiceDefinition definition = filing.service(draft.service().service());
        model.addAttribute("service", definition);
        model.addAttribute("draft", draft);
        model.addAttribute("rosters", rosters(definition, data));
        model.addAttribute("place", regions.name(draft.region()));
        model.addAttribute(
                "form", FormRenderer.render(definition.form().schema(), data, errors, grown));
        return "citizen/apply-form";
    }
}
