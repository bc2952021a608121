package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import org.banshi.app.access.Access.Ground;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.FormData;
import org.banshi.query.contract.casefile.CaseFile;
import org.banshi.web.write.Access;
import org.banshi.web.write.Reveals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Full numbers for whoever needs them, told why and once. */
@RestController
@RequestMapping("/api/v1/applications/{number}/reveals")
@Tag(name = "Cases")
class RevealsApi {

    /** How long a client may keep what it was told. */
    private static final Duration SHOWN = Duration.ofMinutes(1);

    private final Reveals reveals;

    RevealsApi(Reveals reveals) {
        this.reveals = reveals;
    }

    /** Why. */
    record Reveal(
            @Nullable
                    @Schema(
                            description = "DECISION, CONTACT, COMPLAINT, INSPECTION or MISUSE.",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String ground,
            @Nullable
                    @Schema(
                            description =
                                    "Of an order or complaint: capital letters, digits, . / -")
                    String reference) {}

    /**
     * Unmasked.
     *
     * @param until when the client forgets it
     */
    record Revealed(
            @Nullable @Schema(description = "Null once the person's key was destroyed.")
                    Applicant applicant,
            FormData form,
            Instant until) {

        /** Personal by nature: never prints its values. */
        @Override
        public String toString() {
            return "Revealed";
        }
    }

    @PostMapping
    @Operation(
            summary = "Show full numbers of a case",
            description =
                    "For officers in whose scope the case is, on a stated ground. The ground is on"
                            + " the disk before the numbers are told; show them for a minute and"
                            + " keep them nowhere.")
    ResponseEntity<Revealed> reveal(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestBody Reveal body) {
        SignedIn who = Access.staff(caller);
        Ground ground = AccessApi.word(Ground.class, body.ground(), "/ground");
        CaseFile file = reveals.file(who, number);
        reveals.state(file, ground, body.reference());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Revealed(file.applicant(), file.form(), Instant.now().plus(SHOWN)));
    }
}
