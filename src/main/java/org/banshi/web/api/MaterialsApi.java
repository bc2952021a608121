package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.banshi.app.material.MaterialStore;
import org.banshi.app.material.StoredMaterial;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.person.PersonId;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.CasePaper;
import org.banshi.web.write.FirstAnswers;
import org.banshi.web.write.PaperReading;
import org.banshi.web.write.Papers;
import org.banshi.web.write.RequestKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Papers: handed in before the application that names them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Materials", description = "Papers: handed in before the application that names them.")
class MaterialsApi {

    /** What is known of an uploaded paper. */
    record Uploaded(String id, String mediaType, long size, String sha256) {}

    private final Papers papers;
    private final PaperReading reading;
    private final FirstAnswers answers;
    private final RequestKeys keys;

    MaterialsApi(Papers papers, PaperReading reading, FirstAnswers answers, RequestKeys keys) {
        this.papers = papers;
        this.reading = reading;
        this.answers = answers;
        this.keys = keys;
    }

    @PostMapping(path = "/materials", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Upload a paper",
            description =
                    "PDF, JPEG, PNG or HEIC, told by its content; at most 10 MB. Nothing else of the"
                            + " file is kept, not even its name.")
    @ApiResponse(responseCode = "201", description = "Kept.")
    ResponseEntity<Uploaded> upload(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestPart("file") MultipartFile file)
            throws IOException {
        SignedIn who = Access.citizen(caller);
        PersonId person =
                Optional.ofNullable(who.scope().person())
                        .orElseThrow(() -> ProblemException.of(ProblemKind.FORBIDDEN));
        if (file.getSize() > MaterialStore.MAX_SIZE) {
            throw ProblemException.of(ProblemKind.MATERIAL_TOO_LARGE);
        }
        byte[] bytes = file.getBytes();
        Uploaded kept =
                answers.once(
                        keys.optional(who, "upload", key, MaterialStore.sha256(bytes)),
                        person.value(),
                        Uploaded.class,
                        () -> uploaded(papers.keep(person, bytes)));
        return ResponseEntity.created(URI.create("/api/v1/materials/" + kept.id())).body(kept);
    }

    private static Uploaded uploaded(StoredMaterial kept) {
        return new Uploaded(kept.id(), kept.mediaType(), kept.size(), kept.sha256());
    }

    @GetMapping("/materials/{id}")
    @Operation(summary = "Fetch a paper of mine")
    @ApiResponse(
            responseCode = "200",
            description = "The paper.",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> mine(
            @AuthenticationPrincipal @Nullable SignedIn caller, @PathVariable String id) {
        return reading.own(Access.citizen(caller), id);
    }

    @GetMapping("/applications/{number}/materials")
    @Operation(
            summary = "List the papers of a case",
            description = "For its own citizen, and for officers in scope; newest last.")
    List<CasePaper> papers(
            @AuthenticationPrincipal @Nullable SignedIn caller, @PathVariable String number) {
        return reading.list(
                Access.require(caller, Role.CITIZEN, Role.OFFICER, Role.SUPERVISOR), number);
    }

    @GetMapping("/applications/{number}/materials/{id}")
    @Operation(summary = "Fetch a paper of a case", description = "For officers in scope.")
    @ApiResponse(
            responseCode = "200",
            description = "The paper.",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> ofCase(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @PathVariable String id) {
        return reading.ofCase(Access.staff(caller), number, id);
    }
}
