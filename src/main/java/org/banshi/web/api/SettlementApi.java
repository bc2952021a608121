package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.message.Command;
import org.banshi.command.contract.message.Stamp;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.settlement.CandidacyCommand;
import org.banshi.command.contract.settlement.CandidacyId;
import org.banshi.command.contract.settlement.RoundCommand;
import org.banshi.command.contract.settlement.RoundId;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.points.FindPointsAccount;
import org.banshi.query.contract.points.FindRound;
import org.banshi.query.contract.points.PointsAccountView;
import org.banshi.query.contract.points.RoundView;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.Commands;
import org.banshi.web.write.Reads;
import org.banshi.web.write.RequestKeys;
import org.banshi.web.write.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The yearly round of household registration by points, for the offices that carry it. */
@RestController
@RequestMapping("/api/v1/settlement/{year}")
@Tag(name = "Settlement", description = "The yearly round of household registration by points.")
class SettlementApi {

    /** The city's announcement. */
    record Announcement(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Integer quota,
            @Schema(description = "Last day of the on-site check.") @Nullable LocalDate confirmBy,
            @Schema(description = "Working days of the notice.") @Nullable Integer noticeDays,
            @Schema(description = "Whether figures are to be confirmed.")
                    @Nullable Boolean provisional) {}

    /** What the round does next. */
    enum Step {
        RANKING,
        NOTICE,
        CLOSING
    }

    /** What an officer does for one candidate. */
    enum Act {
        CONFIRMATION,
        MISSED,
        CARD,
        MOVE,
        STRIKE_OFF,
        REVOCATION
    }

    /** Card number or findings, as the act needs. */
    record Details(@Nullable String cardNumber, @Nullable String findings) {}

    private final Reads reads;
    private final Commands commands;
    private final RequestKeys keys;

    SettlementApi(Reads reads, Commands commands, RequestKeys keys) {
        this.reads = reads;
        this.commands = commands;
        this.keys = keys;
    }

    @GetMapping
    @Operation(
            summary = "Show a city's round",
            description = "Window, places, edge and how far it has come, in numbers.")
    RoundView show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable int year,
            @RequestParam String region) {
        Access.anybody(caller);
        return reads.one(new FindRound(roundOf(region, year).value()), RoundView.class)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
    }

    private static RoundId roundOf(String region, int year) {
        try {
            return RoundId.of(new RegionCode(region), year);
        } catch (IllegalArgumentException noRound) {
            throw ProblemException.of(ProblemKind.NOT_FOUND);
        }
    }

    @PostMapping
    @Operation(summary = "Announce the year's round", description = "For the city's office.")
    WriteAnswer open(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable int year,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Announcement body) {
        SignedIn who = Access.require(caller, Role.OFFICER);
        RoundId round = RoundId.of(regionOf(who), year);
        return send(
                who,
                round.value(),
                new RoundCommand.OpenRound(
                        round,
                        regionOf(who),
                        year,
                        Body.required(body.from(), "/from"),
                        Body.required(body.until(), "/until"),
                        Body.required(body.quota(), "/quota"),
                        Body.required(body.confirmBy(), "/confirmBy"),
                        Body.required(body.noticeDays(), "/noticeDays"),
                        Body.required(body.provisional(), "/provisional"),
                        commands.stamp(who.actor())),
                key,
                body);
    }

    @PostMapping("/{step}")
    @Operation(summary = "Take the round on", description = "RANKING, NOTICE or CLOSING.")
    WriteAnswer next(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable int year,
            @PathVariable Step step,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key) {
        SignedIn who = Access.require(caller, Role.OFFICER);
        RoundId round = RoundId.of(regionOf(who), year);
        Stamp stamp = commands.stamp(who.actor());
        Command command =
                switch (step) {
                    case RANKING -> new RoundCommand.BeginRanking(round, stamp);
                    case NOTICE -> new RoundCommand.PostNotice(round, stamp);
                    case CLOSING -> new RoundCommand.CloseRound(round, stamp);
                };
        return send(who, round.value(), command, key, step);
    }

    @PostMapping("/candidates/{person}/{act}")
    @Operation(
            summary = "Act for a candidate",
            description =
                    "CONFIRMATION on site, MISSED, CARD (cardNumber), MOVE, STRIKE_OFF or REVOCATION"
                            + " (findings).")
    WriteAnswer act(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable int year,
            @PathVariable String person,
            @PathVariable Act act,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable Details body) {
        SignedIn who = Access.require(caller, Role.OFFICER);
        Details details = body == null ? new Details(null, null) : body;
        CandidacyId candidacy = candidacy(who, year, person);
        Stamp stamp = commands.stamp(who.actor());
        Command command =
                switch (act) {
                    case CONFIRMATION -> new CandidacyCommand.ConfirmOnSite(candidacy, stamp);
                    case MISSED -> new CandidacyCommand.GiveUp(candidacy, stamp);
                    case CARD ->
                            new CandidacyCommand.IssueCard(
                                    candidacy,
                                    Body.text(details.cardNumber(), "/cardNumber", Body.SHORT_TEXT),
                                    stamp);
                    case MOVE -> new CandidacyCommand.RecordMove(candidacy, stamp);
                    case STRIKE_OFF ->
                            new CandidacyCommand.StrikeOff(candidacy, findings(details), stamp);
                    case REVOCATION ->
                            new CandidacyCommand.Revoke(candidacy, findings(details), stamp);
                };
        return send(who, candidacy.value(), command, key, details);
    }

    /** Of a person whom the officer may see, and who is in the round. */
    private CandidacyId candidacy(SignedIn who, int year, String person) {
        RoundId round = RoundId.of(regionOf(who), year);
        return reads.one(new FindPointsAccount(person, who.scope()), PointsAccountView.class)
                .flatMap(
                        account ->
                                account.standings().stream()
                                        .filter(it -> it.round().equals(round.value()))
                                        .findFirst())
                .map(standing -> CandidacyId.of(round, new PersonId(person)))
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
    }

    private WriteAnswer send(
            SignedIn who, String stream, Command command, @Nullable String key, Object request) {
        Written written =
                commands.send(
                        stream,
                        command,
                        keys.optional(who, command.getClass().getSimpleName(), key, request));
        return WriteAnswer.of(stream, written);
    }

    private static String findings(Details details) {
        return Body.text(details.findings(), "/findings", Body.LONG_TEXT);
    }

    private static RegionCode regionOf(SignedIn who) {
        RegionCode region = who.scope().region();
        if (region == null) {
            throw ProblemException.of(ProblemKind.FORBIDDEN);
        }
        return region;
    }
}
