package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.points.LapseReason;
import org.banshi.command.contract.settlement.RoundId;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.points.FindOpenObjections;
import org.banshi.query.contract.points.ObjectionRow;
import org.banshi.query.contract.points.PointsAccountView;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.PointsActs;
import org.banshi.web.write.Reads;
import org.banshi.web.write.RequestKey;
import org.banshi.web.write.RequestKeys;
import org.banshi.web.write.View;
import org.banshi.web.write.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Points accounts: what they show, and what holders and offices do with them. */
@RestController
@RequestMapping("/api/v1/points")
@Tag(name = "Points", description = "Points accounts: points per indicator, rank, objections.")
class PointsApi {

    /** An objection to one indicator of the published score. */
    record Objection(@Nullable String indicator, @Nullable String objection) {}

    /** A claim that is taken back. */
    record Withdrawal(@Nullable String indicator) {}

    /** How one leaves a round. */
    enum Leave {
        WITHDRAWAL,
        GIVING_UP
    }

    /** What an office does with an account. */
    enum Act {
        PASS_ON,
        DECISION,
        PUSH,
        LAPSE,
        REACTIVATION,
        FALSE_PAPERS
    }

    /** As the act needs. */
    record Details(
            @Schema(description = "Number of the objection: PASS_ON, DECISION.")
                    @Nullable Integer serial,
            @Schema(description = "Opinion or findings: PASS_ON, DECISION, FALSE_PAPERS.")
                    @Nullable String findings,
            @Schema(description = "DECISION: corrects by these; PUSH: all that is known.")
                    @Nullable Map<String, @Nullable Object> facts,
            @Nullable String indicator,
            @Schema(description = "Who told: PUSH.") @Nullable String department,
            @Nullable LapseReason reason) {}

    private final Reads reads;
    private final PointsActs acts;
    private final RequestKeys keys;

    PointsApi(Reads reads, PointsActs acts, RequestKeys keys) {
        this.reads = reads;
        this.acts = acts;
        this.keys = keys;
    }

    @GetMapping("/account")
    @Operation(summary = "Show my points account")
    ResponseEntity<PointsAccountView> mine(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable Long after) {
        SignedIn who = Access.citizen(caller);
        reads.after(after, View.POINTS);
        return show(acts.mine(who));
    }

    @GetMapping("/accounts/{person}")
    @Operation(summary = "Show a person's points account", description = "For staff in scope.")
    ResponseEntity<PointsAccountView> of(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String person,
            @RequestParam(required = false) @Nullable Long after) {
        SignedIn who = Access.reader(caller);
        reads.after(after, View.POINTS);
        return show(acts.of(who, person));
    }

    @GetMapping("/objections")
    @Operation(summary = "List the objections that wait", description = "For staff in scope.")
    List<ObjectionRow> objections(@AuthenticationPrincipal @Nullable SignedIn caller) {
        SignedIn who = Access.reader(caller);
        return reads.list(new FindOpenObjections(who.scope()), ObjectionRow.class);
    }

    @PostMapping("/account/objections")
    @Operation(
            summary = "Object to my score",
            description = "Within thirty days of its publication, one indicator at a time.")
    WriteAnswer object(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Objection body) {
        SignedIn who = Access.citizen(caller);
        return answer(
                acts.object(
                        who,
                        Body.text(body.indicator(), "/indicator", Body.SHORT_TEXT),
                        Body.text(body.objection(), "/objection", Body.LONG_TEXT),
                        keys.optional(who, "points-object", key, body)));
    }

    @PostMapping("/account/withdrawals")
    @Operation(
            summary = "Take a claim back",
            description = "Of what a department told, object instead.")
    WriteAnswer withdraw(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Withdrawal body) {
        SignedIn who = Access.citizen(caller);
        return answer(
                acts.withdraw(
                        who,
                        Body.text(body.indicator(), "/indicator", Body.SHORT_TEXT),
                        keys.optional(who, "points-withdraw", key, body)));
    }

    @PostMapping("/account/reactivation")
    @Operation(
            summary = "Have my account count again",
            description = "Once the police told of a new endorsement of the permit.")
    WriteAnswer reactivate(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key) {
        SignedIn who = Access.citizen(caller);
        return answer(acts.reactivate(who, keys.optional(who, "points-reactivate", key, "mine")));
    }

    @PostMapping("/account/rounds/{round}/{leave}")
    @Operation(
            summary = "Leave a settlement round",
            description = "WITHDRAWAL before its ranking, GIVING_UP of a place.")
    WriteAnswer leave(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String round,
            @PathVariable Leave leave,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key) {
        SignedIn who = Access.citizen(caller);
        return answer(
                acts.leave(
                        who,
                        roundOf(round),
                        leave == Leave.GIVING_UP,
                        keys.optional(who, "points-leave", key, List.of(round, leave))));
    }

    @PostMapping("/accounts/{person}/{act}")
    @Operation(
            summary = "Act on a person's account",
            description =
                    "PASS_ON and DECISION (serial, findings; facts where the objection is right),"
                            + " PUSH (indicator, facts, department), LAPSE (reason), REACTIVATION or"
                            + " FALSE_PAPERS (findings).")
    WriteAnswer act(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String person,
            @PathVariable Act act,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable Details body) {
        SignedIn who = Access.require(caller, Role.OFFICER);
        Details given = body == null ? new Details(null, null, null, null, null, null) : body;
        RequestKey request = keys.optional(who, "points-" + act, key, List.of(person, given));
        return answer(
                switch (act) {
                    case PASS_ON ->
                            acts.passOn(who, person, serial(given), findings(given), request);
                    case DECISION ->
                            acts.decide(
                                    who,
                                    person,
                                    serial(given),
                                    findings(given),
                                    given.facts() == null ? null : new FormData(given.facts()),
                                    request);
                    case PUSH ->
                            acts.push(
                                    who,
                                    person,
                                    Body.text(given.indicator(), "/indicator", Body.SHORT_TEXT),
                                    new FormData(Body.required(given.facts(), "/facts")),
                                    Body.text(given.department(), "/department", Body.SHORT_TEXT),
                                    request);
                    case LAPSE ->
                            acts.lapse(
                                    who, person, Body.required(given.reason(), "/reason"), request);
                    case REACTIVATION -> acts.reactivate(who, person, request);
                    case FALSE_PAPERS -> acts.invalidate(who, person, findings(given), request);
                });
    }

    private static int serial(Details given) {
        return Body.required(given.serial(), "/serial");
    }

    private static String findings(Details given) {
        return Body.text(given.findings(), "/findings", Body.LONG_TEXT);
    }

    private static RoundId roundOf(String round) {
        try {
            return new RoundId(round);
        } catch (IllegalArgumentException noRound) {
            throw ProblemException.of(ProblemKind.NOT_FOUND);
        }
    }

    private static WriteAnswer answer(Written written) {
        return WriteAnswer.of(written.stream(), written);
    }

    private static ResponseEntity<PointsAccountView> show(PointsAccountView account) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(account);
    }
}
