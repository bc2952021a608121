package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.certificate.CancelReason;
import org.banshi.command.contract.clock.BusinessClock;
import org.banshi.query.contract.certificate.FindMyCertificates;
import org.banshi.query.contract.certificate.MyCertificate;
import org.banshi.web.write.Access;
import org.banshi.web.write.CertificateActs;
import org.banshi.web.write.Reads;
import org.banshi.web.write.RequestKeys;
import org.banshi.web.write.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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

/** Disability certificates: one's own, and what the issuing body does with them. */
@RestController
@RequestMapping("/api/v1/certificates")
@Tag(name = "Certificates", description = "Disability certificates.")
class CertificatesApi {

    /** Lost, or found again. */
    record Loss(@Nullable Boolean lost) {}

    /** What the check of a match found. */
    record DeathCheck(@Nullable Boolean died) {}

    /** Why it is cancelled. */
    record Cancellation(@Nullable CancelReason reason) {}

    /** When the household's registration left. */
    record MoveOut(@Nullable LocalDate movedOn) {}

    private final Reads reads;
    private final BusinessClock clock;
    private final CertificateActs acts;
    private final RequestKeys keys;

    CertificatesApi(Reads reads, BusinessClock clock, CertificateActs acts, RequestKeys keys) {
        this.reads = reads;
        this.clock = clock;
        this.acts = acts;
        this.keys = keys;
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

    @PostMapping("/{certificate}/loss")
    @Operation(summary = "Report my certificate lost, or found again")
    WriteAnswer lose(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String certificate,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Loss body) {
        SignedIn who = Access.citizen(caller);
        boolean lost = Body.required(body.lost(), "/lost");
        return WriteAnswer.of(
                certificate,
                acts.lost(
                        who,
                        certificate,
                        lost,
                        keys.optional(who, "loss " + certificate, key, body)));
    }

    @PostMapping("/{certificate}/death-check")
    @Operation(
            summary = "Tell what the check of a matched death found",
            description = "For the issuing body. A false match leaves the certificate as it was.")
    WriteAnswer checkDeath(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String certificate,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody DeathCheck body) {
        SignedIn who = Access.staff(caller);
        boolean died = Body.required(body.died(), "/died");
        return WriteAnswer.of(
                certificate,
                acts.checkDeath(
                        who,
                        certificate,
                        died,
                        keys.optional(who, "death-check " + certificate, key, body)));
    }

    @PostMapping("/{certificate}/cancellation")
    @Operation(summary = "Cancel a certificate", description = "For the issuing body.")
    WriteAnswer cancel(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String certificate,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Cancellation body) {
        SignedIn who = Access.staff(caller);
        CancelReason reason = Body.required(body.reason(), "/reason");
        return WriteAnswer.of(
                certificate,
                acts.cancel(
                        who,
                        certificate,
                        reason,
                        keys.optional(who, "cancellation " + certificate, key, body)));
    }

    @PostMapping("/{certificate}/move-out")
    @Operation(
            summary = "Tell that the holder's registration moved away",
            description =
                    "For the issuing body. Frozen after six months and cancelled after a year unless"
                            + " the certificate follows.")
    WriteAnswer moveOut(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String certificate,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody MoveOut body) {
        SignedIn who = Access.staff(caller);
        LocalDate movedOn = Body.required(body.movedOn(), "/movedOn");
        return WriteAnswer.of(
                certificate,
                acts.moveOut(
                        who,
                        certificate,
                        movedOn,
                        keys.optional(who, "move-out " + certificate, key, body)));
    }

    @PostMapping("/{certificate}/move-in")
    @Operation(
            summary = "Take over a certificate whose holder moved here",
            description = "For the body of the new place.")
    WriteAnswer moveIn(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String certificate,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key) {
        SignedIn who = Access.staff(caller);
        return WriteAnswer.of(
                certificate,
                acts.moveIn(
                        who,
                        certificate,
                        keys.optional(who, "move-in " + certificate, key, certificate)));
    }
}
