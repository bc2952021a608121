package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.query.contract.certificate.FindMyCertificates;
import org.banshi.query.contract.certificate.MyCertificate;
import org.banshi.web.write.Access;
import org.banshi.web.write.Reads;
import org.banshi.web.write.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Disability certificates of whoever is logged in. */
@RestController
@RequestMapping("/api/v1/certificates")
@Tag(name = "Certificates", description = "Disability certificates of whoever is logged in.")
class CertificatesApi {

    private final Reads reads;
    private final BusinessClock clock;

    CertificatesApi(Reads reads, BusinessClock clock) {
        this.reads = reads;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "List my disability certificates",
            description =
                    "My own first, then those of people for whom I am guardian. Numbers are masked.")
    ResponseEntity<List<MyCertificate>> mine(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable Long after) {
        SignedIn who = Access.citizen(caller);
        reads.after(after, View.CERTIFICATES);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        reads.list(
                                new FindMyCertificates(who.scope(), clock.today()),
                                MyCertificate.class));
    }
}
