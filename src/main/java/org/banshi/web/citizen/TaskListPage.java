package org.banshi.web.citizen;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.banshi.app.confirm.Confirmation;
import org.banshi.app.draft.Draft;
import org.banshi.app.draft.Drafts;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.FieldError;
import org.banshi.catalogue.MaterialSpec;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.web.page.Regions;
import org.banshi.web.page.Words;
import org.banshi.web.write.Access;
import org.banshi.web.write.DraftPapers;
import org.banshi.web.write.Filing;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What an application consists of and how far each part has come: the place to go on from, on
 * whichever device.
 */
@Controller
@RequestMapping("/services/{service}/apply/tasks")
class TaskListPage {

    private final Filing filing;
    private final Drafts drafts;
    private final DraftPapers papers;
    private final Regions regions;
    private final BusinessClock clock;
    private final Hurdles hurdles;

    TaskListPage(
            Filing filing,
            Drafts drafts,
            DraftPapers papers,
            Regions regions,
            BusinessClock clock,
            Hurdles hurdles) {
        this.filing = filing;
        this.drafts = drafts;
        this.papers = papers;
        this.regions = regions;
        this.clock = clock;
        this.hurdles = hurdles;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String service,
            @RequestParam(required = false) @Nullable String saved,
            @RequestParam(required = false) @Nullable String prefilled,
            Model model) {
        SignedIn who = Access.citizen(caller);
        Draft draft = DraftPerson.draft(drafts, who, service);
        ServiceDefinition definition = filing.service(service);
        List<FieldError> errors = definition.form().validate(draft.form(), clock.today());
        FormParts parts =
                FormParts.of(definition.form().schema(), draft.form(), errors, draft.seen());
        DraftPapers.There there = papers.there(draft);
        List<String> kept =
                definition.materials().stream()
                        .map(MaterialSpec::code)
                        .filter(code -> !there.of(code).isEmpty())
                        .toList();
        boolean papersLack = !there.missing(definition).isEmpty();
        model.addAttribute("service", definition);
        model.addAttribute("hurdle", hurdles.of(who, definition).orElse(null));
        model.addAttribute("draft", draft);
        model.addAttribute("place", regions.name(draft.region()));
        model.addAttribute("saved", saved != null);
        model.addAttribute("prefilled", prefilled != null);
        model.addAttribute("parts", parts.all());
        model.addAttribute("elsewhere", parts.elsewhere());
        model.addAttribute("asked", definition.materials().size());
        model.addAttribute("kept", kept.size());
        model.addAttribute(
                "papers",
                papersLack
                        ? kept.isEmpty()
                                ? FormParts.Status.NOT_STARTED
                                : FormParts.Status.IN_PROGRESS
                        : FormParts.Status.DONE);
        model.addAttribute("ready", errors.isEmpty() && !papersLack);
        model.addAttribute("done", parts.done() + (papersLack ? 0 : 1));
        return "citizen/apply-tasks";
    }

    /** Deletes the draft, after a second look; papers that nobody files go by themselves. */
    @PostMapping("/removal")
    String remove(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String service,
            @ModelAttribute("say") Words say,
            HttpServletRequest request,
            Model model) {
        Draft draft = DraftPerson.draft(drafts, Access.citizen(caller), service);
        if (!Confirmation.given(request)) {
            return Confirmation.of("draft.drop", request, "/services/" + service + "/apply/tasks")
                    .about("apply.service", say.of(filing.service(service).name()))
                    .about("apply.region", say.of(regions.name(draft.region())))
                    .page(model);
        }
        drafts.delete(draft);
        return "redirect:/cases?dropped";
    }
}
