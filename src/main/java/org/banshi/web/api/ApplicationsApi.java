package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.application.AskedProtection;
import org.banshi.command.contract.application.Channel;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.progress.FindMyCases;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.write.Access;
import org.banshi.web.write.CitizenActs;
import org.banshi.web.write.Filing;
import org.banshi.web.write.Reads;
import org.banshi.web.write.RequestKeys;
import org.banshi.web.write.View;
import org.jspecify.annotations.Nullable;
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

/** What citizens do with their cases. */
@RestController
@RequestMapping("/api/v1/applications")
@Tag(name = "Applications", description = "File an application and carry it on, as a citizen.")
class ApplicationsApi {

    /** An application to file. */
    record NewApplication(
            @Schema(example = "minimum-living-allowance") @Nullable String service,
            @Schema(description = "Six or nine digits.", example = "440106")
                    @Nullable String region,
            @Schema(description = "By the service's form.") @Nullable Map<String, Object> form,
            @Nullable List<Paper> materials,
            @Nullable Channel channel,
            @Schema(description = "Where somebody near is to be feared; by the applicant alone.")
                    @Nullable AskedSecrecy protection) {}

    /** What happened, and whether nobody else reads the phone, so that texts can be sent. */
    record AskedSecrecy(@Nullable String reason, @Nullable Boolean ownPhone) {}

    /** An uploaded paper. */
    record Paper(
            @Schema(description = "Which of the service's papers.", example = "household-book")
                    @Nullable String code,
            @Schema(description = "From the upload.") @Nullable String id) {}

    /** What the applicant keeps. */
    @Schema(description = "The query code is told here only; keep it.")
    record Receipt(String number, String queryCode, String application, long position) {}

    /** What was asked for, handed in. */
    record Supplement(
            @Schema(description = "Only the fields that change.")
                    @Nullable Map<String, Object> changes,
            @Nullable List<Paper> materials) {}

    /** Why, if the applicant likes to say. */
    record Withdrawal(@Nullable String reason) {}

    /** 1 very satisfied … 5 very dissatisfied. */
    record Rating(
            @Schema(minimum = "1", maximum = "5") @Nullable Integer score,
            @Nullable String comment) {}

    /** An objection to a public notice. */
    record Objection(@Nullable String objection) {}

    /** Agreed, or objected to for a reason. */
    record AssessmentAnswer(@Nullable Boolean agrees, @Nullable String reason) {}

    private final Filing filing;
    private final CitizenActs acts;
    private final Reads reads;
    private final RequestKeys keys;

    ApplicationsApi(Filing filing, CitizenActs acts, Reads reads, RequestKeys keys) {
        this.filing = filing;
        this.acts = acts;
        this.reads = reads;
        this.keys = keys;
    }

    @PostMapping
    @Operation(
            summary = "File an application",
            description =
                    "Sent again with the same key, it answers like the first time and files nothing.")
    @ApiResponse(responseCode = "201", description = "Filed.")
    ResponseEntity<Receipt> file(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @Parameter(required = true, description = "8 to 100 letters, digits, - _ or .")
                    @RequestHeader(name = RequestKeys.HEADER, required = false)
                    @Nullable String key,
            @RequestBody NewApplication body) {
        SignedIn who = Access.citizen(caller);
        Filing.Request request =
                new Filing.Request(
                        Body.text(body.service(), "/service", Body.SHORT_TEXT),
                        Body.text(body.region(), "/region", Body.SHORT_TEXT),
                        new FormData(Body.required(body.form(), "/form")),
                        papers(body.materials()),
                        Objects.requireNonNullElse(body.channel(), Channel.OTHER),
                        protection(body.protection()));
        Filing.Receipt receipt =
                filing.file(who, request, keys.required(who, "apply", key, request));
        return ResponseEntity.created(
                        URI.create("/api/v1/applications/" + receipt.number() + "/progress"))
                .header("Cache-Control", "no-store")
                .body(
                        new Receipt(
                                receipt.number(),
                                receipt.queryCode(),
                                receipt.written().stream(),
                                receipt.written().position()));
    }

    private static @Nullable AskedProtection protection(@Nullable AskedSecrecy asked) {
        return asked == null
                ? null
                : new AskedProtection(
                        Body.text(asked.reason(), "/protection/reason", Body.LONG_TEXT),
                        Boolean.TRUE.equals(asked.ownPhone()));
    }

    @GetMapping
    @Operation(summary = "List my cases", description = "Newest first.")
    PageAnswer<Progress.Row> mine(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Long after) {
        SignedIn who = Access.citizen(caller);
        reads.after(after, View.PROGRESS);
        Page<Progress.Row> page =
                reads.page(
                        new FindMyCases(
                                who.scope(),
                                Body.optional(cursor, "/cursor", 500),
                                Body.limit(limit, 20)));
        return PageAnswer.of(page);
    }

    @PostMapping("/{number}/supplements")
    @Operation(summary = "Hand in what was asked for")
    WriteAnswer supplement(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Supplement body) {
        SignedIn who = Access.citizen(caller);
        FormData changes = body.changes() == null ? FormData.empty() : new FormData(body.changes());
        List<Filing.Paper> papers = papers(body.materials());
        return WriteAnswer.of(
                number,
                acts.supplement(
                        who,
                        acts.caseOf(who, number),
                        changes,
                        papers,
                        keys.optional(who, "supplement " + number, key, List.of(changes, papers))));
    }

    @PostMapping("/{number}/withdrawal")
    @Operation(summary = "Withdraw the application", description = "Before the decision.")
    WriteAnswer withdraw(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Withdrawal body) {
        SignedIn who = Access.citizen(caller);
        String reason = Body.optional(body.reason(), "/reason", Body.LONG_TEXT);
        return WriteAnswer.of(
                number,
                acts.withdraw(
                        who,
                        acts.caseOf(who, number),
                        reason,
                        keys.optional(who, "withdraw " + number, key, body)));
    }

    @PostMapping("/{number}/rating")
    @Operation(summary = "Rate the service", description = "Once, after the end of the case.")
    WriteAnswer rate(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Rating body) {
        SignedIn who = Access.citizen(caller);
        int score = score(Body.required(body.score(), "/score"));
        String comment = Body.optional(body.comment(), "/comment", Body.LONG_TEXT);
        return WriteAnswer.of(
                number,
                acts.rate(
                        who,
                        acts.caseOf(who, number),
                        score,
                        comment,
                        keys.optional(who, "rate " + number, key, body)));
    }

    @PostMapping("/{number}/assessment-answer")
    @Operation(
            summary = "Answer an assessment of a disability",
            description =
                    "Within ten working days of being told: agree, or object with a reason; then it"
                            + " is made again, one level up.")
    WriteAnswer answerAssessment(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody AssessmentAnswer body) {
        SignedIn who = Access.citizen(caller);
        String reason =
                Body.required(body.agrees(), "/agrees")
                        ? null
                        : Body.text(body.reason(), "/reason", Body.LONG_TEXT);
        return WriteAnswer.of(
                number,
                acts.answerAssessment(
                        who,
                        acts.caseOf(who, number),
                        reason,
                        keys.optional(who, "assessment " + number, key, body)));
    }

    @PostMapping("/{number}/objections")
    @Operation(
            summary = "Object to a public notice",
            description = "While it is posted. The applicant is not told who objected.")
    WriteAnswer object(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Objection body) {
        SignedIn who = Access.citizen(caller);
        return WriteAnswer.of(
                number,
                acts.object(
                        who,
                        number,
                        Body.text(body.objection(), "/objection", Body.LONG_TEXT),
                        keys.optional(who, "object " + number, key, body)));
    }

    private static int score(int score) {
        if (score < 1 || score > 5) {
            throw Body.wrong("/score", "range", Text.of("须为 1 至 5。", "From 1 to 5."));
        }
        return score;
    }

    private static List<Filing.Paper> papers(@Nullable List<Paper> given) {
        List<Paper> papers = Body.list(given, "/materials");
        return IntStream.range(0, papers.size())
                .mapToObj(
                        i ->
                                new Filing.Paper(
                                        Body.text(
                                                papers.get(i).code(),
                                                "/materials/" + i + "/code",
                                                Body.SHORT_TEXT),
                                        Body.text(
                                                papers.get(i).id(),
                                                "/materials/" + i + "/id",
                                                Body.SHORT_TEXT)))
                .toList();
    }
}
