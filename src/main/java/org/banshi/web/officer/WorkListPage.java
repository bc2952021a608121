package org.banshi.web.officer;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.banshi.app.signin.SignedIn;
import org.banshi.app.staff.Officers.Officer;
import org.banshi.app.workbench.WorkView;
import org.banshi.app.workbench.WorkViews;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.Step;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.worklist.FindWorkItems;
import org.banshi.query.contract.worklist.FindWorkListMark;
import org.banshi.query.contract.worklist.WorkItemRow;
import org.banshi.web.page.Offices;
import org.banshi.web.page.Regions;
import org.banshi.web.page.Words;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.Reads;
import org.banshi.web.write.TaskActs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An officer's work list. */
@Controller
@RequestMapping("/work")
class WorkListPage {

    /** What can be shown of a task beside its step, in this order unless somebody has another. */
    static final List<String> COLUMNS =
            List.of("due", "service", "applicant", "region", "number", "who", "opened", "office");

    /** Shown to whoever chose none. */
    private static final List<String> USUAL =
            List.of("due", "service", "applicant", "region", "number", "who");

    private final Reads reads;
    private final Catalogue catalogue;
    private final Regions regions;
    private final Offices offices;
    private final TaskActs acts;
    private final WorkViews views;
    private final BusinessClock clock;

    WorkListPage(
            Reads reads,
            Catalogue catalogue,
            Regions regions,
            Offices offices,
            TaskActs acts,
            WorkViews views,
            BusinessClock clock) {
        this.reads = reads;
        this.catalogue = catalogue;
        this.regions = regions;
        this.offices = offices;
        this.acts = acts;
        this.views = views;
        this.clock = clock;
    }

    /**
     * @param saved id of a kept filter, in place of what the address says otherwise
     * @param arranging column that was moved just now
     */
    @GetMapping
    String list(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            WorkFilter said,
            @RequestParam(required = false) @Nullable String saved,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String arranging,
            @ModelAttribute("say") Words say,
            Model model,
            HttpServletResponse response) {
        SignedIn who = Access.staff(caller);
        Optional<WorkView> kept = kept(who, saved);
        WorkFilter asked = kept.map(it -> WorkFilter.of(it.filter())).orElse(said);
        FindWorkItems filter = asked.question(who.scope(), given(cursor));
        ListPlace.keep(asked.place(filter.cursor()), response);
        // Before the rows: what changes in between is then a change.
        String mark = mark(filter);
        Page<WorkItemRow> page = reads.page(filter);
        model.addAttribute("page", page);
        model.addAttribute("asked", asked);
        model.addAttribute("filter", filter);
        model.addAttribute("saved", kept.orElse(null));
        model.addAttribute("views", views.of(who.scope()));
        List<String> columns = columns(who.account());
        model.addAttribute("columns", columns);
        model.addAttribute(
                "everyColumn",
                Stream.concat(columns.stream(), COLUMNS.stream()).distinct().toList());
        model.addAttribute("arranging", arranging);
        model.addAttribute("renew", renewal(asked, filter.cursor(), mark));
        model.addAttribute("services", catalogue.current());
        model.addAttribute("steps", steps(filter.service()));
        model.addAttribute("facets", facets(filter.service(), say));
        model.addAttribute("regions", below(who.scope().region()));
        model.addAttribute("places", regions);
        model.addAttribute("outcomes", new OutcomeWords(catalogue));
        model.addAttribute("offices", offices);
        model.addAttribute("done", done);
        model.addAttribute(
                "following",
                "completed".equals(done) ? following(who, page.rows()).orElse(null) : null);
        boolean officer = who.scope().has(Role.OFFICER);
        boolean waiting = !filter.view().equals("done");
        model.addAttribute("officer", officer);
        model.addAttribute("bulk", waiting ? bulk(who, filter.view()) : null);
        model.addAttribute(
                "officers",
                waiting && who.scope().has(Role.SUPERVISOR) ? officers(page) : List.of());
        return "officer/list";
    }

    /**
     * Whether a list that somebody looks at is still right: 204 where it is, 205 where it is not.
     * Tells of nobody, and is therefore no look at anybody.
     */
    @GetMapping("/changes")
    ResponseEntity<Void> changes(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            WorkFilter asked,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "") String mark) {
        SignedIn who = Access.staff(caller);
        String now = mark(asked.question(who.scope(), given(cursor)));
        return ResponseEntity.status(now.equals(mark) ? 204 : 205).build();
    }

    /** What the caller can go on with: the first that is theirs, else the first that is free. */
    private static Optional<WorkItemRow> following(SignedIn who, List<WorkItemRow> rows) {
        return rows.stream()
                .filter(row -> TaskSheet.mine(who, row))
                .findFirst()
                .or(
                        () ->
                                rows.stream()
                                        .filter(row -> row.state().equals("open"))
                                        .filter(row -> who.scope().has(Role.OFFICER))
                                        .findFirst());
    }

    private Optional<WorkView> kept(SignedIn who, @Nullable String saved) {
        String id = given(saved);
        if (id == null) {
            return Optional.empty();
        }
        return Optional.of(
                views.find(who.scope(), id)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND)));
    }

    private List<String> columns(String account) {
        List<String> chosen = views.columns(account).stream().filter(COLUMNS::contains).toList();
        return chosen.isEmpty() ? USUAL : chosen;
    }

    private static String renewal(WorkFilter asked, @Nullable String cursor, String mark) {
        Map<String, String> beside = new LinkedHashMap<>();
        if (cursor != null) {
            beside.put("cursor", cursor);
        }
        beside.put("mark", mark);
        return asked.at("/work/changes", beside);
    }

    /** The same for the same list, on every node. */
    private String mark(FindWorkItems list) {
        return reads.one(new FindWorkListMark(list), String.class).orElse("");
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

    private List<FacetFields.FacetField> facets(@Nullable String service, Words say) {
        return service == null
                ? List.of()
                : catalogue
                        .current(service)
                        .map(it -> FacetFields.of(it, clock.today(), say))
                        .orElse(List.of());
    }

    private List<Regions.Choice> below(@Nullable RegionCode region) {
        return region == null ? regions.cities() : regions.below(region);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
