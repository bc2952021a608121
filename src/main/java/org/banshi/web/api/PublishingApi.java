package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.banshi.app.material.MaterialStore;
import org.banshi.app.publishing.Preview;
import org.banshi.app.publishing.Previews;
import org.banshi.app.publishing.PublishersDesk;
import org.banshi.app.publishing.Upload;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.source.Finding;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.Commands;
import org.banshi.web.write.RequestKey;
import org.banshi.web.write.RequestKeys;
import org.banshi.web.write.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** All that publishers do at their desk, for tools that do it for them. */
@RestController
@RequestMapping("/api/v1/publishing")
@Tag(
        name = "Publishing",
        description = "Service items and their versions: upload, look, publish, roll back.")
class PublishingApi {

    /** Which version to offer to new cases again. */
    record RollBack(
            @Schema(description = "Number of an earlier version.") @Nullable Integer version) {}

    /** Something to mend, in both languages. {@code line} counts from 1. */
    record FindingAnswer(String file, int line, Text problem, Text mend) {

        static FindingAnswer of(Finding finding) {
            return new FindingAnswer(
                    finding.file(), finding.line(), finding.problemWords(), finding.mendWords());
        }
    }

    /** An upload, and what came of it so far. */
    record UploadAnswer(
            String id,
            String service,
            String contentHash,
            @Schema(description = "Account of who handed it in.") String by,
            Instant at,
            Upload.State state,
            @Schema(description = "What has to be mended, by file and line.")
                    List<FindingAnswer> findings,
            @Schema(description = "How many golden scenarios it has.") int scenarios,
            @Schema(description = "Those played so far.") List<Upload.Scene> scenes,
            @Schema(description = "What is said of all scenarios together.") List<String> summary,
            @Schema(description = "Version that it became; null while it is not published.")
                    @Nullable Integer version) {

        static UploadAnswer of(Upload upload) {
            return new UploadAnswer(
                    upload.id(),
                    upload.service(),
                    upload.contentHash(),
                    upload.by(),
                    upload.at(),
                    upload.state(),
                    upload.findings().stream().map(FindingAnswer::of).toList(),
                    upload.scenarios(),
                    upload.scenes(),
                    upload.summary(),
                    upload.version());
        }
    }

    private final PublishersDesk desk;
    private final Previews previews;
    private final Commands commands;
    private final RequestKeys keys;

    PublishingApi(PublishersDesk desk, Previews previews, Commands commands, RequestKeys keys) {
        this.desk = desk;
        this.previews = previews;
        this.commands = commands;
        this.keys = keys;
    }

    @GetMapping("/services")
    @Operation(
            summary = "List the items",
            description = "For publishers: each with the version that new cases begin on.")
    List<PublishersDesk.Item> items(@AuthenticationPrincipal @Nullable SignedIn caller) {
        Access.require(caller, Role.PUBLISHER);
        return desk.items();
    }

    @GetMapping("/services/{service}")
    @Operation(
            summary = "Show an item's versions and acts",
            description =
                    "For publishers: also how many cases run on each version, what roll-back waits"
                            + " for a second person, and how far running cases have followed.")
    PublishersDesk.Story story(
            @AuthenticationPrincipal @Nullable SignedIn caller, @PathVariable String service) {
        Access.require(caller, Role.PUBLISHER);
        return desk.story(service).orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
    }

    @GetMapping("/services/{service}/versions/{version}/package")
    @Operation(
            summary = "Fetch a published version",
            description = "For publishers: the files as they were published.")
    @ApiResponse(
            responseCode = "200",
            description = "A ZIP that can be uploaded again.",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> files(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String service,
            @PathVariable int version) {
        Access.require(caller, Role.PUBLISHER);
        PackageFiles files =
                desk.version(service, version)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND))
                        .files();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .body(files.toZip());
    }

    @PostMapping(
            path = "/services/{service}/previews",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Preview a new version",
            description =
                    "For publishers: a package's folder as zip. Tells what has to be mended, which"
                            + " files change, and what happens to which running case. Nothing is"
                            + " published.")
    Preview preview(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String service,
            @RequestPart("file") MultipartFile file)
            throws IOException {
        Access.require(caller, Role.PUBLISHER);
        return previews.of(service, unpacked(file.getBytes()));
    }

    @GetMapping("/uploads")
    @Operation(
            summary = "List the uploads that wait",
            description = "For publishers: of all items, newest first.")
    List<UploadAnswer> uploads(@AuthenticationPrincipal @Nullable SignedIn caller) {
        Access.require(caller, Role.PUBLISHER);
        return desk.open().stream().map(UploadAnswer::of).toList();
    }

    @PostMapping(path = "/uploads", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Upload a package",
            description =
                    "For publishers: the folder of an item as zip. It is checked at once, and its"
                            + " golden scenarios are played; ask for the upload to hear what came of"
                            + " them.")
    @ApiResponse(responseCode = "201", description = "Taken in, which says nothing of its quality.")
    ResponseEntity<UploadAnswer> upload(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestPart("file") MultipartFile file)
            throws IOException {
        SignedIn who = Access.require(caller, Role.PUBLISHER);
        byte[] zip = file.getBytes();
        RequestKey once = keys.optional(who, "package", key, MaterialStore.sha256(zip));
        // The same request names the same upload.
        String id =
                (once == null
                                ? UUID.randomUUID()
                                : UUID.nameUUIDFromBytes(
                                        once.key().getBytes(StandardCharsets.UTF_8)))
                        .toString();
        commands.carryOut(
                id, once, request -> desk.receive(id, zip, commands.stamp(who.actor()), request));
        return ResponseEntity.created(URI.create("/api/v1/publishing/uploads/" + id))
                .body(UploadAnswer.of(require(id)));
    }

    @GetMapping("/uploads/{id}")
    @Operation(
            summary = "Show an upload",
            description =
                    "For publishers: what has to be mended, by file and line, and what came of each"
                            + " golden scenario so far.")
    UploadAnswer upload(
            @AuthenticationPrincipal @Nullable SignedIn caller, @PathVariable String id) {
        Access.require(caller, Role.PUBLISHER);
        return UploadAnswer.of(require(id));
    }

    @GetMapping("/uploads/{id}/preview")
    @Operation(
            summary = "Show what publishing an upload would mean",
            description = "For publishers: which files change, and what happens to running cases.")
    Preview preview(@AuthenticationPrincipal @Nullable SignedIn caller, @PathVariable String id) {
        Access.require(caller, Role.PUBLISHER);
        Upload upload = require(id);
        return desk.content(upload)
                .map(content -> previews.of(upload.service(), content.files()))
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
    }

    @PostMapping("/uploads/{id}/publication")
    @Operation(
            summary = "Publish an upload",
            description =
                    "For publishers, once every scenario came true; where the item asks for two"
                            + " people, for another than who uploaded it.")
    WriteAnswer publish(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @PathVariable String id) {
        SignedIn who = Access.require(caller, Role.PUBLISHER);
        String service = require(id).service();
        Written written =
                commands.carryOut(
                        service,
                        keys.optional(who, "publication", key, id),
                        request -> desk.publish(id, commands.stamp(who.actor()), request));
        return WriteAnswer.of(id, written);
    }

    @PostMapping("/uploads/{id}/discarding")
    @Operation(summary = "Put an upload away", description = "For publishers.")
    WriteAnswer discard(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @PathVariable String id) {
        SignedIn who = Access.require(caller, Role.PUBLISHER);
        String service = require(id).service();
        Written written =
                commands.carryOut(
                        service,
                        keys.optional(who, "discarding", key, id),
                        request -> desk.discard(id, commands.stamp(who.actor()), request));
        return WriteAnswer.of(id, written);
    }

    @PostMapping("/services/{service}/rollbacks")
    @Operation(
            summary = "Offer an earlier version again",
            description =
                    "For publishers. New cases begin on it; running ones go on. Where the item asks"
                            + " for two people, the first proposes and the second confirms.")
    WriteAnswer rollBack(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @PathVariable String service,
            @RequestBody RollBack body) {
        SignedIn who = Access.require(caller, Role.PUBLISHER);
        int version = Body.required(body.version(), "/version");
        desk.story(service).orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
        Written written =
                commands.carryOut(
                        service,
                        keys.optional(who, "rollback " + service, key, body),
                        request ->
                                desk.rollBack(
                                        service, version, commands.stamp(who.actor()), request));
        return WriteAnswer.of(service, written);
    }

    private Upload require(String id) {
        return desk.upload(id).orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
    }

    private static PackageFiles unpacked(byte[] zip) {
        try {
            return PackageFiles.ofZip(zip);
        } catch (UncheckedIOException | IllegalArgumentException unreadable) {
            throw Body.wrong(
                    "/file",
                    "format",
                    Text.of("须为不超过 10 MB 的 zip 文件。", "A zip file of at most 10 MB."));
        }
    }
}
