package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.banshi.app.publishing.Preview;
import org.banshi.app.publishing.Previews;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.write.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What a new version of a service item would mean, before it is published. */
@RestController
@RequestMapping("/api/v1/publishing/services/{service}")
@Tag(name = "Publishing", description = "What a new version of a service item would mean.")
class PublishingApi {

    private final Previews previews;

    PublishingApi(Previews previews) {
        this.previews = previews;
    }

    @PostMapping(path = "/previews", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
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
