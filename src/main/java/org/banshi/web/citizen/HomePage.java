package org.banshi.web.citizen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.LifeEvent;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.catalogue.FindServices;
import org.banshi.query.contract.catalogue.ServiceRow;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.progress.CaseStatus;
import org.banshi.query.contract.progress.FindMyCases;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.page.ChosenPlace;
import org.banshi.web.page.Markdown;
import org.banshi.web.page.Regions;
import org.banshi.web.page.Words;
import org.banshi.web.write.Filing;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Find a service for a place, and read how it goes. */
@Controller
class HomePage {

    /** A longer question is none. */
    private static final int LONGEST = 60;

    /** Open cases shown; the others are one step away. */
    private static final int MOST_CASES = 3;

    private final Reads reads;
    private final Regions regions;
    private final Filing filing;
    private final Shelves shelves;
    private final Tidings tidings;
    private final Catalogue catalogue;
    private final BusinessClock clock;
    private final Hurdles hurdles;

    HomePage(
            Reads reads,
            Regions regions,
            Filing filing,
            Shelves shelves,
            Tidings tidings,
            Catalogue catalogue,
            BusinessClock clock,
            Hurdles hurdles) {
        this.reads = reads;
        this.regions = regions;
        this.filing = filing;
        this.shelves = shelves;
        this.tidings = tidings;
        this.catalogue = catalogue;
        this.clock = clock;
        this.hurdles = hurdles;
    }

    @GetMapping("/")
    String home(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String event,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        String place = place(city, region, request, response);
        String words = q == null || q.isBlank() ? null : q.strip();
        Optional<LifeEvent> happened = shelves.event(event);
        List<ServiceRow> rows = reads.list(new FindServices(place, cut(words)), ServiceRow.class);
        List<ServiceRow> wanted = happened.map(it -> Shelves.helping(it, rows)).orElse(rows);
        List<ServiceRow> offered = wanted.stream().filter(ServiceRow::offered).toList();
        lay(place, model);
        model.addAttribute("q", words);
        model.addAttribute("happened", happened.orElse(null));
        model.addAttribute("events", shelves.events());
        model.addAttribute("offered", offered);
        model.addAttribute(
                "shelves",
                words == null && happened.isEmpty() ? shelves.byCategory(offered) : List.of());
        model.addAttribute("elsewhere", wanted.stream().filter(row -> !row.offered()).toList());
        if (caller != null && caller.scope().has(Role.CITIZEN)) {
            mine(caller, model);
        }
        return "citizen/home";
    }

    /** The city or district asked about; where none was, the one chosen last. */
    private @Nullable String place(
            @Nullable String city,
            @Nullable String region,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (city == null && region == null) {
            String kept = ChosenPlace.of(request);
            return regions.known(kept) == null ? null : kept;
        }
        RegionCode district = districtOf(city, regions.known(region));
        String chosen =
                district != null ? district.value() : regions.known(city) == null ? null : city;
        ChosenPlace.keep(chosen, response);
        return chosen;
    }

    private void lay(@Nullable String place, Model model) {
        RegionCode code = regions.known(place);
        String city = code == null ? null : code.city().value();
        model.addAttribute("cities", regions.cities());
        model.addAttribute("districts", regions.districts(city));
        model.addAttribute("city", city);
        model.addAttribute("region", place == null || place.equals(city) ? null : place);
        model.addAttribute("place", place == null ? null : regions.name(place));
    }

    /** What waits for the citizen who is logged in. */
    private void mine(SignedIn who, Model model) {
        Page<Progress.Row> page = reads.page(new FindMyCases(who.scope(), null, 20));
        model.addAttribute(
                "mine",
                page.rows().stream()
                        .filter(HomePage::isOpen)
                        .sorted(Comparator.comparing(Progress.Row::yourTurn).reversed())
                        .limit(MOST_CASES)
                        .toList());
        model.addAttribute("unread", tidings.unread(who));
    }

    private static boolean isOpen(Progress.Row row) {
        return !CaseStatus.of(row.status()).map(CaseStatus::isEnd).orElse(false);
    }

    private static @Nullable String cut(@Nullable String words) {
        return words == null || words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    }

    @GetMapping("/services")
    String services() {
        return "redirect:/";
    }

    @GetMapping("/services/{service}")
    String guide(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String service,
            @RequestParam(required = false) @Nullable String region,
            @ModelAttribute("say") Words say,
            Model model,
            HttpServletRequest request) {
        ServiceDefinition found = filing.service(service);
        RegionCode place = region == null ? keptDistrict(request) : regions.known(region);
        model.addAttribute("service", found);
        model.addAttribute("region", place == null ? null : place.value());
        model.addAttribute("place", place == null ? null : regions.name(place.value()));
        model.addAttribute("offered", place != null && found.offeredIn(place));
        model.addAttribute(
                "where", found.regions().stream().map(code -> regions.name(code.value())).toList());
        model.addAttribute(
                "promised",
                place == null ? null : found.limit("overall", place, clock.today()).orElse(null));
        model.addAttribute(
                "statutory",
                place == null ? null : found.statutoryLimit(place, clock.today()).orElse(null));
        model.addAttribute("office", place == null ? null : firstOffice(found, place));
        model.addAttribute("guide", say.dated(Markdown.html(found.guide(say.language()))));
        model.addAttribute("cities", regions.cities());
        model.addAttribute("regions", regions);
        model.addAttribute("hurdle", hurdles.of(caller, found).orElse(null));
        return "citizen/guide";
    }

    private @Nullable RegionCode keptDistrict(HttpServletRequest request) {
        return districtOf(null, regions.known(ChosenPlace.of(request)));
    }

    /** Who has the case first: where to go in person, and whom to ask. */
    private ReferenceData.@Nullable Office firstOffice(
            ServiceDefinition service, RegionCode place) {
        return service.steps().values().stream()
                .findFirst()
                .flatMap(
                        step ->
                                catalogue
                                        .reference()
                                        .office(
                                                step.body(),
                                                catalogue.reference().seat(step.body(), place)))
                .orElse(null);
    }

    /** A district of another city than the one chosen is left from before. */
    private static @Nullable RegionCode districtOf(
            @Nullable String city, @Nullable RegionCode region) {
        if (region == null || region.equals(region.city())) {
            return null;
        }
        boolean other = city != null && !city.isBlank() && !region.city().value().equals(city);
        return other ? null : region;
    }
}
