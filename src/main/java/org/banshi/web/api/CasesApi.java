package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.Catalogue;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.command.contract.person.Masks;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.query.contract.casefile.FindCaseFile;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.progress.FindGlimpse;
import org.banshi.query.contract.progress.FindProgress;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.contract.timeline.FindTimeline;
import org.banshi.query.contract.timeline.TimelineEntry;
import org.banshi.web.form.FormMask;
import org.banshi.web.form.NumberMask;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.Reads;
import org.banshi.web.write.Versions;
import org.banshi.web.write.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a case stands, and what happened to it. */
@RestController
@RequestMapping("/api/v1/applications/{number}")
@Tag(name = "Cases", description = "Where a case stands, and what happened to it.")
class CasesApi {

    /** Header in which somebody without a log-in sends the query code. */
    static final String QUERY_CODE = "Query-Code";

    private final Reads reads;
    private final Catalogue catalogue;

    CasesApi(Reads reads, Catalogue catalogue) {
        this.reads = reads;
        this.catalogue = catalogue;
    }

    @GetMapping("/progress")
    @Operation(
            summary = "Show where a case stands",
            description =
                    "With a session: everything the applicant reads. With the query code alone:"
                            + " stage, dates and the office's phone.")
    @ApiResponse(
            responseCode = "200",
            description = "Where it stands.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(oneOf = {Progress.class, Progress.Glimpse.class})))
    @ApiResponse(responseCode = "304", description = "As `If-None-Match` says.", content = @Content)
    ResponseEntity<?> progress(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @Parameter(description = "Wait until this position is read.")
                    @RequestParam(required = false)
                    @Nullable Long after,
            @RequestHeader(name = QUERY_CODE, required = false) @Nullable String code,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false)
                    @Nullable String known) {
        reads.after(after, View.PROGRESS);
        if (caller == null) {
            return glimpse(number, code, known);
        }
        Progress progress =
                reads.one(new FindProgress(number, caller.scope()), Progress.class)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.CASE_NOT_FOUND));
        return tagged(progress, progress.version(), known);
    }

    @GetMapping("/timeline")
    @Operation(summary = "List what happened to a case", description = "For staff; oldest first.")
    PageAnswer<TimelineEntry> timeline(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Long after) {
        SignedIn who = Access.reader(caller);
        reads.after(after, View.TIMELINE);
        Page<TimelineEntry> page =
                reads.page(
                        new FindTimeline(
                                number,
                                who.scope(),
                                Body.optional(cursor, "/cursor", 500),
                                Body.limit(limit, 100)));
        if (page.rows().isEmpty() && cursor == null) {
            throw ProblemException.of(ProblemKind.CASE_NOT_FOUND);
        }
        return PageAnswer.of(page);
    }

    @GetMapping("/file")
    @Operation(
            summary = "Show the case file",
            description =
                    "For officers in whose scope the case is: answers, papers, findings."
                            + " Identity and phone numbers are masked, also in what registers"
                            + " answered; `reveals` shows them on a stated ground.")
    ResponseEntity<CaseFile> file(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Long after) {
        SignedIn who = Access.staff(caller);
        reads.after(after, View.PROGRESS);
        CaseFile file =
                reads.one(new FindCaseFile(number, who.scope()), CaseFile.class)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.CASE_NOT_FOUND));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(masked(file));
    }

    private CaseFile masked(CaseFile file) {
        FormData form =
                catalogue
                        .find(new ServiceVersion(file.service(), file.serviceVersion()))
                        .map(service -> FormMask.mask(service.form().schema(), file.form()))
                        .map(NumberMask::mask)
                        .orElseGet(FormData::empty);
        Applicant applicant = file.applicant();
        return new CaseFile(
                file.application(),
                file.number(),
                file.service(),
                file.serviceVersion(),
                file.serviceName(),
                file.region(),
                file.appliedAt(),
                applicant == null
                        ? null
                        : new Applicant(
                                applicant.name(),
                                Masks.identityNumber(applicant.identityNumber()),
                                Masks.phone(applicant.phone()),
                                null),
                form,
                file.materials(),
                file.findings().stream().map(CasesApi::masked).toList(),
                file.deliveries());
    }

    private static CaseFile.Finding masked(CaseFile.Finding found) {
        return new CaseFile.Finding(
                found.event(),
                found.subject(),
                found.at(),
                found.by(),
                NumberMask.mask(found.data()));
    }

    private ResponseEntity<?> glimpse(
            String number, @Nullable String code, @Nullable String known) {
        if (code == null) {
            throw ProblemException.of(ProblemKind.SIGN_IN_REQUIRED);
        }
        String typed = Body.optional(code.strip(), "/" + QUERY_CODE, Body.SHORT_TEXT);
        Progress.Glimpse glimpse =
                reads.one(new FindGlimpse(number, String.valueOf(typed)), Progress.Glimpse.class)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.CASE_NOT_FOUND));
        return tagged(glimpse, glimpse.version(), known);
    }

    private static ResponseEntity<?> tagged(Object body, long version, @Nullable String known) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(
                                Versions.known(known, version)
                                        ? HttpStatus.NOT_MODIFIED
                                        : HttpStatus.OK)
                        .eTag(Versions.tag(version))
                        .cacheControl(CacheControl.noCache().cachePrivate());
        return Versions.known(known, version) ? answer.build() : answer.body(body);
    }
}
