package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.IntStream;
import org.banshi.app.certificate.MonthlyMatch;
import org.banshi.app.certificate.MonthlyMatch.Change;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.person.IdentityNumber;
import org.banshi.command.contract.text.Text;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.Commands;
import org.banshi.web.write.RequestKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What other bodies' records say of holders of disability certificates and beneficiaries. */
@RestController
@RequestMapping("/api/v1/matches")
@Tag(name = "Matches", description = "What other bodies' records say of holders of certificates.")
class MatchesApi {

    /** Who hands them in. */
    private static final String BODY = "county-civil";

    /** Matches of one month. */
    record Matches(@Nullable List<Match> matches) {}

    /** One of them. */
    record Match(
            @Nullable String identityNumber,
            @Nullable Change change,
            @Schema(description = "Whose records say so.", example = "civil-registration")
                    @Nullable String register) {}

    private final MonthlyMatch monthlyMatch;
    private final Commands commands;
    private final RequestKeys keys;

    MatchesApi(MonthlyMatch monthlyMatch, Commands commands, RequestKeys keys) {
        this.monthlyMatch = monthlyMatch;
        this.commands = commands;
        this.keys = keys;
    }

    @PostMapping
    @Operation(
            summary = "Hand in the matches of a month",
            description =
                    "For the county civil affairs office. A match decides nothing: a death holds"
                            + " the certificate, and a running subsidy is checked by a person, as"
                            + " is, after a death or a move out of the province, the person's"
                            + " social benefit, and after a death that of the household.")
    MonthlyMatch.Taken take(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Matches body) {
        SignedIn who = Access.staff(caller);
        if (who.scope().region() == null || !BODY.equals(who.scope().body())) {
            throw ProblemException.of(ProblemKind.FORBIDDEN);
        }
        List<Match> given = Body.list(body.matches(), "/matches");
        List<MonthlyMatch.Match> matches =
                IntStream.range(0, given.size())
                        .mapToObj(i -> match(given.get(i), "/matches/" + i))
                        .toList();
        return monthlyMatch.take(
                matches,
                who.scope(),
                commands.stamp(who.actor()),
                (match, stream, command) ->
                        commands.send(
                                stream,
                                command,
                                keys.optional(who, "match " + match + " " + stream, key, matches)));
    }

    private static MonthlyMatch.Match match(Match given, String at) {
        String number = Body.text(given.identityNumber(), at + "/identityNumber", Body.SHORT_TEXT);
        if (IdentityNumber.parse(number).value().isEmpty()) {
            throw Body.wrong(
                    at + "/identityNumber",
                    "identity-number",
                    Text.of("身份号码不正确。", "Not an identity number."));
        }
        return new MonthlyMatch.Match(
                number,
                Body.required(given.change(), at + "/change"),
                Body.text(given.register(), at + "/register", Body.SHORT_TEXT));
    }
}
