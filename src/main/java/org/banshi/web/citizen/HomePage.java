package org.banshi.web.citizen;

import java.util.List;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.catalogue.FindServices;
import org.banshi.query.contract.catalogue.ServiceRow;
import org.banshi.web.page.Markdown;
import org.banshi.web.page.Regions;
import org.banshi.web.page.Words;
import org.banshi.web.write.Filing;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Find a service for a place, and read how it goes. */
@Controller
class HomePage {

    private final Reads reads;
    private final Regions regions;
    private final Filing filing;
    private final BusinessClock clock;

    HomePage(Reads reads, Regions regions, Filing filing, BusinessClock clock) {
        this.reads = reads;
        this.regions = regions;
        this.filing = filing;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(
            @RequestParam(required = false) @Nullable String city,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String q,
            Model model) {
        RegionCode district = districtOf(city, regions.known(region));
        String chosenCity =
                district != null
                        ? district.city().value()
                        : regions.known(city) == null ? null : city;
        String place = district != null ? district.value() : chosenCity;
        String words = q == null || q.isBlank() ? null : q.strip();
        List<ServiceRow> rows =
                reads.list(
                        new FindServices(
                                place,
                                words == null || words.length() <= 60
                                        ? words
                                        : words.substring(0, 60)),
                        ServiceRow.class);
        model.addAttribute("cities", regions.cities());
        model.addAttribute("districts", regions.districts(chosenCity));
        model.addAttribute("city", chosenCity);
        model.addAttribute("region", district == null ? null : district.value());
        model.addAttribute("place", place == null ? null : regions.name(place));
        model.addAttribute("q", words);
        model.addAttribute("offered", rows.stream().filter(ServiceRow::offered).toList());
        model.addAttribute("elsewhere", rows.stream().filter(row -> !row.offered()).toList());
        return "citizen/home";
    }

    @GetMapping("/services")
    String services() {
        return "redirect:/";
    }

    @GetMapping("/services/{service}")
    String guide(
            @PathVariable String service,
            @RequestParam(required = false) @Nullable String region,
            @ModelAttribute("say") Words say,
            Model model) {
        ServiceDefinition found = filing.service(service);
        RegionCode place = regions.known(region);
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
        model.addAttribute("guide", Markdown.html(found.guide(say.language())));
        model.addAttribute("cities", regions.cities());
        return "citizen/guide";
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
