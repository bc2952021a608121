package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.banshi.app.operation.Operations;
import org.banshi.app.operation.ReaderStanding;
import org.banshi.app.operation.RebuildStatus;
import org.banshi.app.operation.Rebuilds;
import org.banshi.app.signin.SignedIn;
import org.banshi.app.standin.Outbox;
import org.banshi.eventstore.DiscardedEvent;
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
import org.springframework.web.bind.annotation.RequestBody;
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

    /** Why a parked event is given up. */
    record Discard(
            @Schema(
                            description = "Without personal data.",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    @Nullable String reason) {}

    private final Operations operations;
    private final Rebuilds rebuilds;
    private final Outbox outbox;
    private final FirstAnswers answers;
    private final RequestKeys keys;

    OperationsApi(
            Operations operations,
            Rebuilds rebuilds,
            Outbox outbox,
            FirstAnswers answers,
            RequestKeys keys) {
        this.operations = operations;
        this.rebuilds = rebuilds;
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
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Begin to rebuild a read model, or go on",
            description =
                    "From the log, beside the live one, which serves meanwhile. It takes the live"
                            + " one's place when both are equal, or differences are accepted. One"
                            + " that was cancelled, killed or cut off is gone on with.")
    RebuildStatus rebuild(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String name,
            @Parameter(description = "Take the place of the live one although rows differ.")
                    @RequestParam(defaultValue = "false")
                    boolean acceptDifferences,
            @Parameter(description = "Begin at the beginning, whatever an earlier one left.")
                    @RequestParam(defaultValue = "false")
                    boolean afresh,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key) {
        SignedIn who = Access.require(caller, Role.OPERATOR);
        return answers.once(
                keys.optional(who, "rebuild " + name, key, List.of(acceptDifferences, afresh)),
                name,
                RebuildStatus.class,
                () ->
                        rebuilds.start(name, acceptDifferences, afresh)
                                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND)));
    }

    @GetMapping("/projections/{name}/rebuilds/newest")
    @Operation(
            summary = "How a read model's rebuild stands",
            description = "Position, rate, estimated end, and what became of it.")
    RebuildStatus rebuildStatus(
            @AuthenticationPrincipal @Nullable SignedIn caller, @PathVariable String name) {
        Access.require(caller, Role.OPERATOR);
        return rebuilds.status(name).orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
    }

    @DeleteMapping("/projections/{name}/rebuilds/newest")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Cancel a read model's rebuild",
            description = "What it did is kept, to go on from, unless that is discarded.")
    void cancelRebuild(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String name,
            @Parameter(description = "Remove what an interrupted rebuild left.")
                    @RequestParam(defaultValue = "false")
                    boolean discard) {
        Access.require(caller, Role.OPERATOR);
        boolean known = discard ? rebuilds.discard(name) : rebuilds.cancel(name);
        if (!known) {
            throw ProblemException.of(ProblemKind.NOT_FOUND);
        }
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

    @PostMapping("/parked-events/{subscription}/{position}/discard")
    @Operation(
            summary = "Give a parked event up",
            description = "For good. Who and why is recorded.")
    Discard discard(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String subscription,
            @PathVariable long position,
            @RequestBody Discard body,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key) {
        SignedIn who = Access.require(caller, Role.OPERATOR);
        String reason = Body.text(body.reason(), "/reason", Body.LONG_TEXT);
        String about = subscription + " " + position;
        return answers.once(
                keys.optional(who, "discard " + about, key, body),
                about,
                Discard.class,
                () -> {
                    if (!operations.discard(subscription, position, reason, who.account())) {
                        throw ProblemException.of(ProblemKind.NOT_FOUND);
                    }
                    return body;
                });
    }

    @GetMapping("/discarded-events")
    @Operation(
            summary = "List parked events that were given up",
            description = "Newest first, with who and why.")
    List<DiscardedEvent> discarded(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable Integer limit) {
        Access.require(caller, Role.OPERATOR);
        return operations.discarded(Body.limit(limit, 50));
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
