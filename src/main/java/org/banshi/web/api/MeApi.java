package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.banshi.app.access.Access.Ground;
import org.banshi.app.access.Access.Kind;
import org.banshi.app.access.Accesses;
import org.banshi.app.privacy.Erasures;
import org.banshi.app.privacy.PersonalCopies;
import org.banshi.app.privacy.PersonalCopies.Look;
import org.banshi.app.privacy.PersonalCopies.PersonalCopy;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.privacy.ErasureGround;
import org.banshi.command.contract.text.Text;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.Reads;
import org.banshi.web.write.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What somebody may ask about the own data. */
@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "Me", description = "One's own data: a copy, who looked at them, and their erasure.")
class MeApi {

    private final PersonalCopies copies;
    private final Erasures erasures;
    private final Accesses accesses;
    private final Reads reads;

    MeApi(PersonalCopies copies, Erasures erasures, Accesses accesses, Reads reads) {
        this.copies = copies;
        this.erasures = erasures;
        this.accesses = accesses;
        this.reads = reads;
    }

    /** Nobody erases by mistake. */
    record Erasure(@Nullable Boolean sure) {}

    @GetMapping("/copy")
    @Operation(
            summary = "Take a copy of one's data",
            description =
                    "Everything that is kept of the caller: details, cases with what was filed and"
                            + " found, benefits, certificates, points, and who looked lately.")
    ResponseEntity<PersonalCopy> copy(@AuthenticationPrincipal @Nullable SignedIn caller) {
        SignedIn who = Access.oneself(caller);
        accesses.declare(Kind.EXPORT, Ground.OWN, null);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("banshi-my-data.json")
                                .build()
                                .toString())
                .body(copies.of(person(who), who.account(), who.details()));
    }

    @GetMapping("/accesses")
    @Operation(
            summary = "Show who looked at one's data",
            description = "The newest 200, by office; without the names of officers.")
    List<Look> accesses(@AuthenticationPrincipal @Nullable SignedIn caller) {
        SignedIn who = Access.oneself(caller);
        return copies.looks(person(who), who.account());
    }

    @PostMapping("/erasure")
    @Operation(
            summary = "Have one's data erased",
            description =
                    "Where no rule keeps anything any more: the key is destroyed at once, and the"
                            + " account is closed. Otherwise refused with the reason and the day on"
                            + " which it will be possible. Cannot be undone; send `sure: true`.")
    ResponseEntity<Void> erase(
            @AuthenticationPrincipal @Nullable SignedIn caller, @RequestBody Erasure body) {
        SignedIn who = Access.oneself(caller);
        if (!Boolean.TRUE.equals(body.sure())) {
            throw Body.wrong("/sure", "required", Text.of("须确认删除。", "Say that you are sure."));
        }
        reads.after(
                reads.head(),
                View.PROGRESS,
                View.BENEFITS,
                View.CERTIFICATES,
                View.POINTS,
                View.DISPUTES);
        erasures.erase(who.actor(), person(who), ErasureGround.REQUEST, null);
        return ResponseEntity.noContent().build();
    }

    private static PersonId person(SignedIn who) {
        PersonId person = who.scope().person();
        if (person == null) {
            throw ProblemException.of(ProblemKind.FORBIDDEN);
        }
        return person;
    }
}
