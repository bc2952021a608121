package org.banshi.web.officer;

import java.util.List;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.worklist.FindWorkItems;
import org.banshi.query.contract.worklist.WorkItemRow;
import org.banshi.web.page.Offices;
import org.banshi.web.page.Regions;
import org.banshi.web.write.Access;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An officer's work list. */
@Controller
@RequestMapping("/work")
class WorkListPage {

    private final Reads reads;
    private final Catalogue catalogue;
    private final Regions regions;
    private final Offices offices;

    WorkListPage(Reads reads, Catalogue catalogue, Regions regions, Offices offices) {
        this.reads = reads;
        this.catalogue = catalogue;
        this.regions = regions;
        this.offices = offices;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(defaultValue = "all") String view,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String office,
            @RequestParam(required = false) @Nullable String holder,
            @RequestParam(defaultValue = "due") String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        SignedIn who = Access.staff(caller);
        FindWorkItems filter =
                new FindWorkItems(
                        who.scope(),
                        view,
                        given(service),
                        given(region),
                        given(step),
                        given(due),
                        given(q),
                        given(office),
                        given(holder),
                        sort,
                        given(cursor),
                        50);
        Page<WorkItemRow> page = reads.page(filter);
        model.addAttribute("page", page);
        model.addAttribute("filter", filter);
        model.addAttribute("services", catalogue.current());
        model.addAttribute("steps", steps(filter.service()));
        model.addAttribute("regions", below(who.scope().region()));
        model.addAttribute("places", regions);
        model.addAttribute("outcomes", new OutcomeWords(catalogue));
        model.addAttribute("offices", offices);
        model.addAttribute("done", done);
        return "officer/list";
    }

    private List<Step> steps(@Nullable String service) {
        return service == null
                ? List.of()
                : catalogue
                        .current(service)
                        .map(ServiceDefinition::steps)
                        .map(steps -> List.copyOf(steps.values()))
                        .orElse(List.of());
    }

    private List<Regions.Choice> below(@Nullable RegionCode region) {
        return region == null ? regions.cities() : regions.below(region);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
