package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.banshi.app.access.Access.Ground;
import org.banshi.app.access.Access.Kind;
import org.banshi.app.access.Accesses;
import org.banshi.app.casefile.PastCase;
import org.banshi.app.casefile.PastCases;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.text.Text;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.LogExport;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What auditors read: cases as they were, and the log itself. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Audit", description = "Cases as they were, and the log itself. For auditors only.")
class AuditApi {

    private static final Logger LOG = LoggerFactory.getLogger(AuditApi.class);
    private static final String NDJSON = "application/x-ndjson";

    /** Of an audit's order; so narrow that nobody can be named in it. */
    private static final String REFERENCE = "[A-Z0-9][A-Z0-9./-]{2,39}";

    private final PastCases cases;
    private final EventLog log;
    private final LogExport export;
    private final Accesses accesses;

    AuditApi(PastCases cases, EventLog log, LogExport export, Accesses accesses) {
        this.accesses = accesses;
        this.cases = cases;
        this.log = log;
        this.export = export;
    }

    @GetMapping("/cases/{number}/as-of")
    @Operation(
            summary = "Show a case as it was",
            description =
                    "As of a position in the log or an instant of recording, one of the two. For"
                            + " auditors, who see every case. Events are told without personal"
                            + " data, the page as its applicant read it; what belongs to a person"
                            + " whose key was destroyed is gone from the past too.")
    ResponseEntity<PastCase> asOf(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @Parameter(description = "The last position that counts.")
                    @RequestParam(required = false)
                    @Nullable Long position,
            @Parameter(description = "The last instant that counts, such as 2026-09-14T09:00:00Z.")
                    @RequestParam(required = false)
                    @Nullable String at,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        SignedIn who = Access.require(caller, Role.AUDITOR);
        PastCase past =
                cases.find(
                                number,
                                who.scope(),
                                position(position, at),
                                Body.optional(cursor, "/cursor", 500),
                                Body.limit(limit, 100))
                        .orElseThrow(() -> ProblemException.of(ProblemKind.CASE_NOT_FOUND));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(past);
    }

    private long position(@Nullable Long position, @Nullable String at) {
        if ((position == null) == (at == null)) {
            throw Body.wrong(
                    "/position",
                    "required",
                    Text.of("请只填写位置或时间其中一项。", "Give a position or an instant, not both."));
        }
        if (at != null) {
            return log.lastPositionAt(instant(at));
        }
        long wanted = Body.required(position, "/position");
        if (wanted < 1 || wanted > log.head()) {
            throw Body.wrong(
                    "/position",
                    "range",
                    Text.of("日志中没有该位置。", "The log does not reach from 1 to there."));
        }
        return wanted;
    }

    private static Instant instant(String at) {
        try {
            return OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeException e) {
            throw Body.wrong(
                    "/at",
                    "date-time",
                    Text.of(
                            "须为带时区的时间，如 2026-09-14T09:00:00Z。",
                            "An instant with its offset, such as 2026-09-14T09:00:00Z."));
        }
    }

    @GetMapping(path = "/export", produces = NDJSON)
    @Operation(
            summary = "Export the log",
            description =
                    "One CloudEvent 1.0 a line, in order, with its leaf in the Merkle tree; each"
                            + " group's last also with root and chain. Personal parts stay"
                            + " encrypted. For auditors; who took what under which reference is"
                            + " logged. The same events give the same bytes.")
    @ApiResponse(
            responseCode = "200",
            description = "The events, as far as the log reached at the request.",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = "string")))
    void export(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @Parameter(description = "Of the audit's order: capital letters, digits, . / -")
                    @RequestParam
                    String reference,
            @RequestParam(defaultValue = "1") long from,
            @RequestParam(required = false) @Nullable Long to,
            HttpServletResponse response)
            throws IOException {
        SignedIn who = Access.require(caller, Role.AUDITOR);
        if (!reference.matches(REFERENCE)) {
            throw Body.wrong(
                    "/reference",
                    "pattern",
                    Text.of("须为审计文号：大写字母、数字、. / -", "Capital letters, digits, . / -, 3 to 40."));
        }
        long last = to == null ? log.head() : Math.min(to, log.head());
        if (from < 1 || to != null && to < from) {
            throw Body.wrong(
                    "/from", "range", Text.of("起止位置有误。", "From 1, and not after the end."));
        }
        accesses.declare(Kind.EXPORT, Ground.AUDIT, reference);
        LOG.info("{} exports the log from {} to {} for {}", who.account(), from, last, reference);
        response.setContentType(NDJSON);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"banshi-log.ndjson\"");
        export.write(from, last, response.getOutputStream());
    }
}
