package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.caseload.Board;
import org.banshi.query.contract.caseload.DueCase;
import org.banshi.query.contract.caseload.FindBoard;
import org.banshi.query.contract.caseload.FindDueCases;
import org.banshi.query.contract.caseload.Statistics;
import org.banshi.query.contract.page.Page;
import org.banshi.web.supervisor.Figures;
import org.banshi.web.write.Access;
import org.banshi.web.write.Reads;
import org.banshi.web.write.View;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits, what is late, and figures. */
@RestController
@RequestMapping("/api/v1")
@Tag(
        name = "Caseload",
        description =
                "What waits, what is late, and figures, for supervisors: of the own region and"
                        + " those below.")
class CaseloadApi {

    private final Reads reads;
    private final Figures figures;

    CaseloadApi(Reads reads, Figures figures) {
        this.reads = reads;
        this.figures = figures;
    }

    @GetMapping("/statistics")
    @Operation(
            summary = "Count cases",
            description =
                    "How many came in and ended in a period, how they ended, whether in time, and"
                            + " how many days they took. Up to 60 days are exact; longer times are"
                            + " rounded up to tens, from 400 on to hundreds.")
    Statistics statistics(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @Parameter(description = "The own region, or one below it.")
                    @RequestParam(required = false)
                    @Nullable String region,
            @RequestParam(required = false) @Nullable String service,
            @Parameter(description = "service, region, month or outcome")
                    @RequestParam(required = false)
                    @Nullable String by,
            @Parameter(description = "First month, yyyy-MM; a year before the last one.")
                    @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(description = "Last month, yyyy-MM; the present one.")
                    @RequestParam(required = false)
                    @Nullable String until,
            @RequestParam(required = false) @Nullable Long after) {
        SignedIn who = Access.require(caller, Role.SUPERVISOR);
        reads.after(after, View.CASELOAD);
        return figures.of(
                figures.question(who, new Figures.Asked(region, service, by, from, until)));
    }

    @GetMapping("/board")
    @Operation(
            summary = "Show what waits",
            description = "By office and by officer: open, unassigned, overdue and due soon.")
    Board board(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable Long after) {
        SignedIn who = Access.require(caller, Role.SUPERVISOR);
        reads.afterEngine(after, View.WORK_LIST, View.CASELOAD);
        return reads.one(new FindBoard(who.scope()), Board.class).orElseThrow();
    }

    @GetMapping("/due-cases")
    @Operation(
            summary = "List open cases that are late or soon will be",
            description = "By the last day of the whole case; the most urgent first.")
    PageAnswer<DueCase> dueCases(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @Parameter(description = "overdue or soon") @RequestParam(defaultValue = "overdue")
                    String due,
            @Parameter(description = "Only those that this office has, body:region.")
                    @RequestParam(required = false)
                    @Nullable String office,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Long after) {
        SignedIn who = Access.require(caller, Role.SUPERVISOR);
        reads.after(after, View.CASELOAD);
        Page<DueCase> page =
                reads.page(
                        new FindDueCases(
                                who.scope(),
                                due,
                                office,
                                Body.optional(cursor, "/cursor", 500),
                                Body.limit(limit, 50)));
        return PageAnswer.of(page);
    }
}
