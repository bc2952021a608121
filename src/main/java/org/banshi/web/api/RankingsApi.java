package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.banshi.app.audit.RankingRecount;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.settlement.RoundId;
import org.banshi.eventstore.EventLog;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Recounts the lists of settlement rounds from the log. */
@RestController
@RequestMapping("/api/v1/audit/rankings")
@Tag(name = "Audit")
class RankingsApi {

    /** A recount, and whether the log holds the same list. */
    record Answer(RankingRecount.Recount recount, boolean agrees) {}

    private final RankingRecount recounts;

    RankingsApi(EventLog log) {
        this.recounts = new RankingRecount(log);
    }

    @GetMapping("/{round}")
    @Operation(
            summary = "Recount a settlement round",
            description =
                    "For auditors; walks through the whole log. A round is `settlement-round-`, city"
                            + " and year.")
    Answer recount(@AuthenticationPrincipal @Nullable SignedIn caller, @PathVariable String round) {
        Access.require(caller, Role.AUDITOR);
        RankingRecount.Recount recount =
                recounts.of(id(round))
                        .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
        return new Answer(recount, recount.agrees());
    }

    private static RoundId id(String round) {
        try {
            return new RoundId(round);
        } catch (IllegalArgumentException noRound) {
            throw ProblemException.of(ProblemKind.NOT_FOUND);
        }
    }
}
