package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.banshi.app.casefile.NoticeProofs.Posting;
import org.banshi.app.material.MaterialStore;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.OfficerActs;
import org.banshi.web.write.PostingProofs;
import org.banshi.web.write.Reads;
import org.banshi.web.write.RequestKeys;
import org.banshi.web.write.View;
import org.banshi.web.write.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The proof that a public notice hung. */
@RestController
@RequestMapping("/api/v1/notices/{number}/postings")
@Tag(name = "Notices")
class PostingsApi {

    /** Most characters of where a notice hung. */
    private static final int LONGEST = 200;

    @Schema(description = "What was put up of a case, and the photographs that prove it.")
    record PostingAnswer(LocalDate from, LocalDate until, List<PhotoAnswer> photographs) {}

    @Schema(description = "A photograph of a public notice where it hung.")
    record PhotoAnswer(
            @Schema(description = "Id of the paper in the case's file.") String paper,
            @Schema(description = "Where it hung; null once the person was erased.")
                    @Nullable String place,
            @Schema(description = "When it was taken.") LocalDate day,
            @Schema(description = "When it was handed in.") Instant at,
            @Schema(description = "Account that handed it in.") String by) {}

    private final PostingProofs proofs;
    private final OfficerActs acts;
    private final Reads reads;

    PostingsApi(PostingProofs proofs, OfficerActs acts, Reads reads) {
        this.proofs = proofs;
        this.acts = acts;
        this.reads = reads;
    }

    @GetMapping
    @Operation(
            summary = "Show the proof that a notice hung",
            description =
                    "For officers in whose scope the case is, also after the notice was taken down;"
                            + " for the committee of the place while it is up.")
    ResponseEntity<PostingAnswer> postings(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Long after) {
        SignedIn who = Access.require(caller, Role.OFFICER, Role.SUPERVISOR, Role.COMMITTEE);
        reads.after(after, View.PROGRESS);
        Posting posting =
                proofs.of(
                        who.scope().has(Role.COMMITTEE)
                                ? inOwnPlace(who, number)
                                : acts.seen(who, number).number());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        new PostingAnswer(
                                posting.from(),
                                posting.until(),
                                posting.proofs().stream()
                                        .map(
                                                it ->
                                                        new PhotoAnswer(
                                                                it.paper(),
                                                                it.place(),
                                                                it.day(),
                                                                it.at(),
                                                                it.by()))
                                        .toList()));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Prove that a notice hung",
            description =
                    "A photograph (JPEG or PNG, at most 10 MB) with the place and the day, which lies"
                            + " within the notice; it becomes a paper of the case. For officers of"
                            + " the case, and for the committee of the place while the notice is"
                            + " up.")
    @ApiResponse(responseCode = "201", description = "On file.")
    ResponseEntity<WriteAnswer> provePosting(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestPart("photo") MultipartFile photo,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String day)
            throws IOException {
        SignedIn who = Access.require(caller, Role.OFFICER, Role.COMMITTEE);
        String known =
                who.scope().has(Role.COMMITTEE)
                        ? inOwnPlace(who, number)
                        : acts.caseOf(who, number).number();
        if (key == null) {
            throw ProblemException.of(ProblemKind.KEY_REQUIRED);
        }
        if (photo.getSize() > MaterialStore.MAX_SIZE) {
            throw ProblemException.of(ProblemKind.MATERIAL_TOO_LARGE);
        }
        Written written =
                proofs.take(
                        who,
                        known,
                        photo.getBytes(),
                        Body.text(place, "/place", LONGEST).strip(),
                        day(day),
                        key);
        return ResponseEntity.created(URI.create("/api/v1/notices/" + known + "/postings"))
                .body(WriteAnswer.of(known, written));
    }

    private String inOwnPlace(SignedIn committee, String number) {
        return proofs.inOwnPlace(committee, number)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOTICE_NOT_FOUND))
                .number();
    }

    private static LocalDate day(@Nullable String day) {
        try {
            return LocalDate.parse(Body.text(day, "/day", LONGEST));
        } catch (DateTimeException unreadable) {
            throw Body.wrong(
                    "/day", "format", Text.of("须为日期，如 2026-09-01。", "A day, as 2026-09-01."));
        }
    }
}
