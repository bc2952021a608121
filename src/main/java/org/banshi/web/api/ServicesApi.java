package org.banshi.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.catalogue.Catalogue;
import org.banshi.catalogue.Limit;
import org.banshi.catalogue.MaterialSpec;
import org.banshi.catalogue.ReferenceData;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.catalogue.FindServices;
import org.banshi.query.contract.catalogue.ServiceRow;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Filing;
import org.banshi.web.write.Reads;
import org.banshi.web.write.View;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What there is to apply for. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Services", description = "What there is to apply for, and where. Needs no log-in.")
class ServicesApi {

    /** One service item in full. */
    record Service(
            String service,
            int version,
            Text name,
            Text summary,
            String category,
            String implementationCode,
            @Nullable Boolean offered,
            Text elsewhere,
            List<RegionCode> regions,
            int trustLevel,
            Text fees,
            Text place,
            String consultationPhone,
            @Nullable Limit promised,
            @Nullable Limit statutory,
            List<MaterialSpec> materials,
            boolean progressByQueryCode,
            Text guide,
            JsonNode form) {}

    /** A region and whether there are regions below it. */
    record Region(RegionCode code, Text name, boolean divided) {}

    private final Reads reads;
    private final Catalogue catalogue;
    private final Filing filing;
    private final BusinessClock clock;

    ServicesApi(Reads reads, Catalogue catalogue, Filing filing, BusinessClock clock) {
        this.reads = reads;
        this.catalogue = catalogue;
        this.filing = filing;
        this.clock = clock;
    }

    @GetMapping("/services")
    @Operation(
            summary = "List services",
            description =
                    "Those that are offered in the region come first; the others say where to go.")
    Map<String, List<ServiceRow>> list(
            @Parameter(description = "Six or nine digits (GB/T 2260, GB/T 10114).")
                    @RequestParam(required = false)
                    @Nullable String region,
            @Parameter(description = "Words a citizen would use.") @RequestParam(required = false)
                    @Nullable String q,
            @Parameter(description = "Wait until this position is read.")
                    @RequestParam(required = false)
                    @Nullable Long after) {
        reads.after(after, View.CATALOGUE);
        String place = region == null || region.isBlank() ? null : region(region).value();
        String words = Body.optional(q, "/q", Body.SHORT_TEXT);
        return Map.of("services", reads.list(new FindServices(place, words), ServiceRow.class));
    }

    @GetMapping("/services/{service}")
    @Operation(
            summary = "Show a service",
            description = "The guide, both time limits, the papers, and the form as JSON Schema.")
    Service show(
            @PathVariable String service, @RequestParam(required = false) @Nullable String region) {
        ServiceDefinition found = filing.service(service);
        RegionCode place = region == null || region.isBlank() ? null : region(region);
        return new Service(
                found.version().service(),
                found.version().version(),
                found.name(),
                found.summary(),
                found.category(),
                found.implementationCode(),
                place == null ? null : (Boolean) found.offeredIn(place),
                found.elsewhere(),
                found.regions(),
                found.trustLevel(),
                found.fees(),
                found.place(),
                found.consultationPhone(),
                limit(found, place, true),
                limit(found, place, false),
                found.materials(),
                found.progressByQueryCode(),
                Text.of(found.guide("zh"), found.guide("en")),
                found.form().schema());
    }

    @GetMapping("/regions")
    @Operation(
            summary = "List the regions below one",
            description = "Guangdong's cities without `under`.")
    List<Region> regions(@RequestParam(defaultValue = "440000") String under) {
        ReferenceData reference = catalogue.reference();
        return reference.below(region(under)).stream()
                .map(
                        code ->
                                new Region(
                                        code,
                                        reference.region(code).orElse(Text.of("", "")),
                                        !reference.below(code).isEmpty()))
                .toList();
    }

    private @Nullable Limit limit(
            ServiceDefinition service, @Nullable RegionCode place, boolean promised) {
        if (place == null) {
            return null;
        }
        Optional<Limit> limit =
                promised
                        ? service.limit("overall", place, clock.today())
                        : service.statutoryLimit(place, clock.today());
        return limit.orElse(null);
    }

    private RegionCode region(String code) {
        if (!code.matches("\\d{6}(\\d{3})?")
                || catalogue.reference().region(new RegionCode(code)).isEmpty()) {
            throw ProblemException.of(
                    ProblemKind.UNKNOWN_REGION,
                    "/region",
                    "unknown",
                    ProblemKind.UNKNOWN_REGION.next());
        }
        return new RegionCode(code);
    }
}
