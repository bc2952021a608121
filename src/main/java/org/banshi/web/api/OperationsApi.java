package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.banshi.app.operation.Operations;
import org.banshi.app.operation.ReaderStanding;
import org.banshi.app.operation.RebuildOutcome;
import org.banshi.app.signin.SignedIn;
import org.banshi.app.standin.Outbox;
import org.banshi.eventstore.ParkedEvent;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.FirstAnswers;
import org.banshi.web.write.RequestKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What operators look after. */
@RestController
@RequestMapping("/api/v1/admin")
@Tag(name = "Operations", description = "Readers of the log, read models, parked events, outbox.")
class OperationsApi {

    /** Whether parked events were taken now. */
    record Retried(
            @Schema(description = "False: one of them failed again, and all stay parked.")
                    boolean taken) {}

    private final Operations operations;
    private final Outbox outbox;
    private final FirstAnswers answers;
    private final RequestKeys keys;

    OperationsApi(Operations operations, Outbox outbox, FirstAnswers answers, RequestKeys keys) {
        this.operations = operations;
        this.outbox = outbox;
        this.answers = answers;
        this.keys = keys;
    }

    @GetMapping("/projections")
    @Operation(summary = "List the readers of the log", description = "And where they are.")
    List<ReaderStanding> readers(@AuthenticationPrincipal @Nullable SignedIn caller) {
        Access.require(caller, Role.OPERATOR);
        return operations.readers();
    }

    @PostMapping("/projections/{name}/rebuilds")
    @Operation(
            summary = "Rebuild a read model",
            description =
                    "From the whole log, beside the live one, which serves meanwhile. It takes the"
                            + " live one's place when both are equal, or differences are accepted.")
    RebuildOutcome rebuild(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String name,
            @Parameter(description = "Take the place of the live one although rows differ.")
                    @RequestParam(defaultValue = "false")
                    boolean acceptDifferences,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key) {
        SignedIn who = Access.require(caller, Role.OPERATOR);
        return answers.once(
                keys.optional(who, "rebuild " + name, key, acceptDifferences),
                name,
                RebuildOutcome.class,
                () ->
                        operations
                                .rebuild(name, acceptDifferences)
                                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND)));
    }

    @GetMapping("/parked-events")
    @Operation(
            summary = "List parked events",
            description = "What a reader could not take, and what waits behind it.")
    List<ParkedEvent> parked(@AuthenticationPrincipal @Nullable SignedIn caller) {
        Access.require(caller, Role.OPERATOR);
        return operations.parked();
    }

    @PostMapping("/parked-events/{subscription}/{position}/retry")
    @Operation(summary = "Take a parked event again", description = "With those behind it.")
    Retried retry(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String subscription,
            @PathVariable long position,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key) {
        SignedIn who = Access.require(caller, Role.OPERATOR);
        String about = subscription + " " + position;
        return answers.once(
                keys.optional(who, "take " + about, key, about),
                about,
                Retried.class,
                () ->
                        operations
                                .retry(subscription, position)
                                .map(Retried::new)
                                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND)));
    }

    @DeleteMapping("/parked-events/{subscription}/{position}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give a parked event up", description = "For good.")
    void discard(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String subscription,
            @PathVariable long position) {
        Access.require(caller, Role.OPERATOR);
        if (!operations.discard(subscription, position)) {
            throw ProblemException.of(ProblemKind.NOT_FOUND);
        }
    }

    @GetMapping("/outbox")
    @Operation(
            summary = "List what the stand-ins for text messages and e-mail would have sent",
            description = "Newest first; addresses are masked.")
    List<Outbox.Message> outbox(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable Integer limit) {
        Access.require(caller, Role.OPERATOR);
        return outbox.newest(Body.limit(limit, 50));
    }
}
