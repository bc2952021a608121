package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.points.PointsAccountId;
import org.banshi.command.contract.points.PointsCommand;
import org.banshi.query.contract.points.FindPointsAccount;
import org.banshi.query.contract.points.PointsAccountView;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.Commands;
import org.banshi.web.write.Reads;
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

    private final Reads reads;
    private final Commands commands;
    private final RequestKeys keys;

    PointsApi(Reads reads, Commands commands, RequestKeys keys) {
        this.reads = reads;
        this.commands = commands;
        this.keys = keys;
    }

    @GetMapping("/account")
    @Operation(summary = "Show my points account")
    ResponseEntity<PointsAccountView> mine(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable Long after) {
        SignedIn who = Access.citizen(caller);
        return show(new FindPointsAccount(null, who.scope()), after);
    }

    @GetMapping("/accounts/{person}")
    @Operation(summary = "Show a person's points account", description = "For staff in scope.")
    ResponseEntity<PointsAccountView> of(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String person,
            @RequestParam(required = false) @Nullable Long after) {
        SignedIn who = Access.reader(caller);
        return show(new FindPointsAccount(person, who.scope()), after);
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
        PersonId person = who.scope().person();
        if (person == null) {
            throw ProblemException.of(ProblemKind.FORBIDDEN);
        }
        PointsAccountId account = PointsAccountId.of(person);
        reads.one(new FindPointsAccount(null, who.scope()), PointsAccountView.class)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
        Command command =
                new PointsCommand.RaiseObjection(
                        account,
                        Body.text(body.indicator(), "/indicator", Body.SHORT_TEXT),
                        Body.text(body.objection(), "/objection", Body.LONG_TEXT),
                        commands.stamp(who.actor()));
        Written written =
                commands.send(
                        account.value(), command, keys.optional(who, "points-object", key, body));
        return WriteAnswer.of(account.value(), written);
    }

    private ResponseEntity<PointsAccountView> show(FindPointsAccount query, @Nullable Long after) {
        reads.after(after, View.POINTS);
        PointsAccountView account =
                reads.one(query, PointsAccountView.class)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(account);
    }
}
