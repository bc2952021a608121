package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.banshi.app.audit.SpotCheckRecount;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.eventstore.EventLog;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Repeats the draws of spot checks from the log. */
@RestController
@RequestMapping("/api/v1/audit/spot-checks")
@Tag(name = "Audit")
class SpotChecksApi {

    private final SpotCheckRecount recounts;

    SpotChecksApi(EventLog log) {
        this.recounts = new SpotCheckRecount(log);
    }

    @GetMapping
    @Operation(
            summary = "Repeat the draws of a year's spot checks",
            description =
                    "For auditors; walks through the whole log. A row is an item's cases of a county"
                            + " and year; `differing` is the number of the first that is missing or"
                            + " was drawn otherwise than its seed says, 0 where none is.")
    List<SpotCheckRecount.Row> repeat(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam String region,
            @RequestParam int year) {
        Access.require(caller, Role.AUDITOR);
        return recounts.of(code(region), year);
    }

    private static RegionCode code(String region) {
        try {
            return new RegionCode(region);
        } catch (IllegalArgumentException noRegion) {
            throw ProblemException.of(ProblemKind.INVALID_REQUEST);
        }
    }
}
