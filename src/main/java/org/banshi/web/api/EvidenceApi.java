package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.banshi.app.audit.Audits;
import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Evidence that the log is as it was written, for auditors alone; it says nothing of any case. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Evidence", description = "Evidence that the log is as it was written; auditors only.")
class EvidenceApi {

    private final Audits audits;

    EvidenceApi(Audits audits) {
        this.audits = audits;
    }

    @GetMapping("/checkpoint")
    @Operation(
            summary = "Where the log stands, signed",
            description =
                    "To be kept elsewhere, for `./banshi verify --checkpoint`. With `since`, also"
                            + " the proof that the log holds all that it held at that size.")
    Audits.Standing checkpoint(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @Parameter(description = "Size of an earlier checkpoint.")
                    @RequestParam(defaultValue = "0")
                    long since) {
        Access.require(caller, Role.AUDITOR);
        return audits.standing(since).orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
    }

    @GetMapping("/proofs/{position}")
    @Operation(
            summary = "That an event is in the log",
            description = "From its leaf to the root of a checkpoint that is signed now.")
    Audits.Inclusion proof(
            @AuthenticationPrincipal @Nullable SignedIn caller, @PathVariable long position) {
        Access.require(caller, Role.AUDITOR);
        return audits.inclusion(position)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
    }
}
