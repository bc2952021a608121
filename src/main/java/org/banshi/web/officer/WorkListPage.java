package org.banshi.web.officer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.banshi.app.signin.SignedIn;
import org.banshi.app.staff.Officers.Officer;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.worklist.FindWorkItems;
import org.banshi.query.contract.worklist.WorkItemRow;
import org.banshi.web.page.Offices;
import org.banshi.web.page.Regions;
import org.banshi.web.write.Access;
import org.banshi.web.write.Reads;
import org.banshi.web.write.TaskActs;
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
    private final TaskActs acts;

    WorkListPage(
            Reads reads, Catalogue catalogue, Regions regions, Offices offices, TaskActs acts) {
        this.reads = reads;
        this.catalogue = catalogue;
        this.regions = regions;
        this.offices = offices;
        this.acts = acts;
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
        boolean officer = who.scope().has(Role.OFFICER);
        boolean waiting = !view.equals("done");
        model.addAttribute("officer", officer);
        model.addAttribute("bulk", waiting ? bulk(who, view) : null);
        model.addAttribute(
                "officers",
                waiting && who.scope().has(Role.SUPERVISOR) ? officers(page) : List.of());
        return "officer/list";
    }

    /** What the caller can do with several tasks at a time; null for nothing. */
    private static @Nullable String bulk(SignedIn who, String view) {
        if (who.scope().has(Role.SUPERVISOR)) {
            return "assignment";
        }
        return view.equals("mine") ? null : "claim";
    }

    /** Who works in the offices of these tasks, each once. */
    private List<Officer> officers(Page<WorkItemRow> page) {
        Map<String, WorkItemRow> offices = new LinkedHashMap<>();
        page.rows().forEach(row -> offices.putIfAbsent(row.body() + ":" + row.region(), row));
        return offices.values().stream()
                .flatMap(row -> acts.officers(row).stream())
                .distinct()
                .toList();
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
