package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.write.Access;
import org.banshi.web.write.OfficerActs;
import org.banshi.web.write.RequestKey;
import org.banshi.web.write.RequestKeys;
import org.banshi.web.write.ServiceWay;
import org.banshi.web.write.Versions;
import org.banshi.web.write.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What officers do with a case beside its tasks. */
@RestController
@RequestMapping("/api/v1/applications/{number}")
@Tag(
        name = "Office",
        description =
                "What an officer of a body that the case has waited for does with it, beside its"
                        + " tasks. `If-Match` takes the version of the case's progress; a stale one"
                        + " is refused.")
class OfficeApi {

    /** Why; the applicant reads it. */
    record Grounds(@Nullable String reason) {}

    /** How a document was served. */
    record ServedDocument(
            @Nullable @Schema(description = "When the applicant received it.") LocalDate day,
            @Nullable @Schema(allowableValues = {"direct", "post", "window", "electronic", "left"})
                    String way,
            @Nullable
                    @Schema(
                            description =
                                    "Number of the receipt, or id of the paper that proves it."
                                            + " Without personal data.")
                    String proof) {}

    private final OfficerActs acts;
    private final RequestKeys keys;

    OfficeApi(OfficerActs acts, RequestKeys keys) {
        this.acts = acts;
        this.keys = keys;
    }

    @PostMapping("/termination")
    @Operation(
            summary = "Terminate the examination",
            description =
                    "Ends the case without a decision, for good; the applicant is told in writing"
                            + " with the reason and can contest it.")
    WriteAnswer terminate(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Grounds body) {
        return act(
                caller,
                number,
                version,
                new Asked("terminate " + number, key, body),
                (who, found, expected, once) ->
                        acts.terminate(who, found, reason(body), expected, once));
    }

    @PostMapping("/suspension")
    @Operation(
            summary = "Suspend the case",
            description = "Stops the clock of an accepted case until it is resumed.")
    WriteAnswer suspend(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Grounds body) {
        return act(
                caller,
                number,
                version,
                new Asked("suspend " + number, key, body),
                (who, found, expected, once) ->
                        acts.suspend(who, found, reason(body), expected, once));
    }

    @PostMapping("/resumption")
    @Operation(
            summary = "Resume the case",
            description =
                    "The clock goes on; the days that it stood still are added to each limit.")
    WriteAnswer resume(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key) {
        return act(
                caller, number, version, new Asked("resume " + number, key, number), acts::resume);
    }

    @PostMapping("/deliveries/{delivery}")
    @Operation(
            summary = "Record that a document was served",
            description =
                    "For one that is not sent electronically or has not arrived. The remedy periods"
                            + " run from that day.")
    WriteAnswer deliver(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @PathVariable String delivery,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ServedDocument body) {
        return act(
                caller,
                number,
                version,
                new Asked("deliver " + number + " " + delivery, key, body),
                (who, found, expected, once) ->
                        acts.deliver(who, found, service(delivery, body), expected, once));
    }

    /** An officer's act on a case of the own office. */
    private interface Act {

        Written write(
                SignedIn who, Progress found, @Nullable Long expected, @Nullable RequestKey once);
    }

    /** What was asked for, so that it happens once. */
    private record Asked(String operation, @Nullable String key, Object body) {}

    private WriteAnswer act(
            @Nullable SignedIn caller,
            String number,
            @Nullable String version,
            Asked asked,
            Act act) {
        Progress found = acts.caseOf(caller, number);
        SignedIn who = Access.staff(caller);
        return WriteAnswer.of(
                number,
                act.write(
                        who,
                        found,
                        Versions.expected(version),
                        keys.optional(who, asked.operation(), asked.key(), asked.body())));
    }

    private static String reason(Grounds body) {
        return Body.text(body.reason(), "/reason", Body.LONG_TEXT);
    }

    private static OfficerActs.Service service(String delivery, ServedDocument body) {
        return new OfficerActs.Service(
                delivery,
                Body.required(body.day(), "/day"),
                ServiceWay.of(Body.text(body.way(), "/way", Body.SHORT_TEXT))
                        .orElseThrow(
                                () ->
                                        Body.wrong(
                                                "/way",
                                                "enum",
                                                Text.of("没有这种送达方式。", "No such way."))),
                Body.text(body.proof(), "/proof", Body.SHORT_TEXT));
    }
}
