package org.banshi.web.citizen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.banshi.app.draft.Draft;
import org.banshi.app.draft.Drafts;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.FieldError;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.web.form.FormBinder;
import org.banshi.web.form.FormRenderer;
import org.banshi.web.form.FormView;
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
import org.springframework.web.util.UriComponentsBuilder;

/** Fill in the form, or one part of it; what was typed is kept at every step. */
@Controller
@RequestMapping("/services/{service}/apply")
class ApplyPages {

    /** Longer rosters are told of by their size. */
    private static final int MOST_ROWS = 20;

    private static final String CHECK = "check";

    /**
     * Answers that were not kept, because others were kept since.
     *
     * @param form with what was typed
     */
    record Overtaken(FormData form) {}

    private final Filing filing;
    private final Drafts drafts;
    private final Regions regions;
    private final Prefill prefill;
    private final BusinessClock clock;
    private final Hurdles hurdles;

    ApplyPages(
            Filing filing,
            Drafts drafts,
            Regions regions,
            Prefill prefill,
            BusinessClock clock,
            Hurdles hurdles) {
        this.filing = filing;
        this.drafts = drafts;
        this.regions = regions;
        this.prefill = prefill;
        this.clock = clock;
        this.hurdles = hurdles;
    }

    /**
     * Whoever cannot file now is told by the guide, before anything is filled in.
     *
     * @param whole whether to show all of the form at once, instead of the list of its parts
     */
    @GetMapping
    String begin(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String service,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String whole) {
        SignedIn who = Access.citizen(caller);
        ServiceDefinition definition = filing.service(service);
        if (region == null) {
            return "redirect:/services/" + service;
        }
        filing.region(definition, region);
        if (hurdles.of(who, definition).filter(Hurdles.Hurdle::bars).isPresent()) {
            return "redirect:/services/" + service + "?region=" + region;
        }
        Draft draft = drafts.open(DraftPerson.of(who), definition.version(), region, clock.now());
        String on =
                whole == null ? tasks(service) : "redirect:/services/" + service + "/apply/form";
        if (draft.revision() > 0) {
            return on;
        }
        FormData known = prefill.of(who, definition.form().schema());
        boolean filled =
                !known.values().isEmpty()
                        && drafts.fill(draft, draft.revision(), known, clock.now());
        return filled ? on + "?prefilled" : on;
    }

    /**
     * @param section key of the part to show; the whole form where there is none
     * @param checked whether to tell what is wrong with the answers that are kept
     * @param refused whether to tell that another window was quicker
     * @param grown pointer of the list that gets an empty row
     * @param back {@code check} where somebody comes from the last look and goes back there
     */
    @GetMapping("/form")
    String form(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String service,
            @RequestParam(required = false) @Nullable String section,
            @RequestParam(required = false) @Nullable String prefilled,
            @RequestParam(required = false) @Nullable String checked,
            @RequestParam(required = false) @Nullable String refused,
            @RequestParam(required = false) @Nullable String grown,
            @RequestParam(defaultValue = "") String back,
            Model model) {
        Draft draft = DraftPerson.draft(drafts, Access.citizen(caller), service);
        model.addAttribute("checking", back.equals(CHECK));
        Optional<FormParts.Part> part = parts(draft).find(section);
        if (section != null && part.isEmpty()) {
            return tasks(service);
        }
        Optional<Overtaken> others =
                refused == null ? Optional.empty() : drafts.refusal(draft, Overtaken.class);
        if (others.isPresent()) {
            model.addAttribute("overtaken", true);
            return show(draft, others.get().form(), section, List.of(), null, model);
        }
        model.addAttribute("prefilled", prefilled != null);
        List<FieldError> errors = checked == null ? List.of() : errors(draft, draft.form(), part);
        return show(draft, draft.form(), section, errors, grown, model);
    }

    private List<FieldError> errors(Draft draft, FormData form, Optional<FormParts.Part> part) {
        List<FieldError> all =
                filing.service(draft.service().service()).form().validate(form, clock.today());
        return part.map(one -> FormParts.within(one, all)).orElse(all);
    }

    /**
     * Where a form that was sent is told of, by an address of its own, so that going back there
     * later asks nobody to send it again.
     */
    private static String told(
            String service, @Nullable String section, boolean checking, Map<String, String> what) {
        UriComponentsBuilder here =
                UriComponentsBuilder.fromPath("/services/" + service + "/apply/form");
        what.forEach((name, value) -> here.queryParam(name, value.isEmpty() ? null : value));
        Optional.ofNullable(section).ifPresent(key -> here.queryParam("section", key));
        if (checking) {
            here.queryParam("back", CHECK);
        }
        return "redirect:" + here.build().encode().toUriString();
    }

    @PostMapping("/form")
    String fill(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String service,
            @RequestParam(defaultValue = "refresh") String act,
            @RequestParam(required = false) @Nullable String section,
            @RequestParam(defaultValue = "") String back,
            @RequestParam int revision,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.citizen(caller);
        boolean checking = back.equals(CHECK);
        model.addAttribute("checking", checking);
        Draft draft = DraftPerson.draft(drafts, who, service);
        ServiceDefinition definition = filing.service(service);
        Map<String, String[]> posted = new HashMap<>(request.getParameterMap());
        String place = act.substring(act.indexOf(':') + 1);
        if (act.startsWith("remove:")) {
            posted.keySet().removeIf(name -> name.equals(place) || name.startsWith(place + "/"));
        }
        Optional<FormParts.Part> part = parts(draft).find(section);
        if (section != null && part.isEmpty()) {
            return tasks(service);
        }
        List<String> told = kept(definition, posted, act.startsWith("remove:") ? place : "");
        FormData filled =
                FormBinder.part(
                        definition.form().schema(),
                        posted,
                        draft.form(),
                        name ->
                                !told.contains("/" + name)
                                        && part.map(one -> one.fields().contains(name))
                                                .orElse(true));
        boolean kept = drafts.fill(draft, revision, filled, clock.now());
        draft = DraftPerson.draft(drafts, who, service);
        // What a script asks for is no page of its own: nobody goes back to it.
        boolean page = request.getHeader("HX-Request") == null;
        if (!kept && page) {
            drafts.refuse(draft, new Overtaken(filled));
            return told(service, section, checking, Map.of("refused", ""));
        }
        if (!kept) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("overtaken", true);
            return show(draft, filled, section, List.of(), null, model);
        }
        if (act.startsWith("roster:")) {
            return "redirect:/services/" + service + "/apply/rosters" + place;
        }
        if (!act.equals("next") && !act.equals("save")) {
            String grown = act.startsWith("add:") ? place : null;
            return page
                    ? told(
                            service,
                            section,
                            checking,
                            grown == null ? Map.of() : Map.of("grown", grown))
                    : show(draft, filled, section, List.of(), grown, model);
        }
        drafts.saw(
                draft,
                part.map(one -> Set.of(one.key())).orElseGet(() -> keys(definition, filled)));
        if (act.equals("save")) {
            return part.isPresent() ? tasks(service) + "?saved" : "redirect:/cases?saved";
        }
        if (!errors(draft, filled, part).isEmpty()) {
            return told(service, section, checking, Map.of("checked", ""));
        }
        if (checking) {
            return "redirect:/services/" + service + "/apply/check";
        }
        return part.isPresent()
                ? tasks(service) + "?saved"
                : "redirect:/services/" + service + "/apply/materials";
    }

    private static String tasks(String service) {
        return "redirect:/services/" + service + "/apply/tasks";
    }

    private static Set<String> keys(ServiceDefinition definition, FormData data) {
        return FormParts.of(definition.form().schema(), data, List.of(), Set.of()).keys();
    }

    private FormParts parts(Draft draft) {
        return FormParts.of(
                filing.service(draft.service().service()).form().schema(),
                draft.form(),
                List.of(),
                draft.seen());
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
            @Nullable String section,
            List<FieldError> errors,
            @Nullable String grown,
            Model model) {
        String service = draft.service().service();
        ServiceDefinition definition = filing.service(service);
        FormView form = FormRenderer.render(definition.form().schema(), data, errors, grown);
        List<FormView.Section> shown =
                form.sections().stream()
                        .filter(one -> section == null || one.key().equals(section))
                        .toList();
        model.addAttribute("service", definition);
        model.addAttribute("draft", draft);
        model.addAttribute("rosters", rosters(definition, data));
        model.addAttribute("place", regions.name(draft.region()));
        model.addAttribute("section", section);
        model.addAttribute("form", new FormView(shown, form.mistakes()));
        return "citizen/apply-form";
    }
}
