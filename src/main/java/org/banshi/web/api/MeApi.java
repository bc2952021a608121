package org.banshi.web.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.banshi.app.access.Access.Ground;
import org.banshi.app.access.Access.Kind;
import org.banshi.app.access.Accesses;
import org.banshi.app.letter.LetterPdf;
import org.banshi.app.privacy.CopyLetter;
import org.banshi.app.privacy.Corrections;
import org.banshi.app.privacy.Corrections.Correction;
import org.banshi.app.privacy.Erasures;
import org.banshi.app.privacy.PersonalCopies;
import org.banshi.app.privacy.PersonalCopies.Look;
import org.banshi.app.privacy.PersonalCopies.PersonalCopy;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.person.PersonId;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.privacy.CorrectionField;
import org.banshi.command.contract.privacy.ErasureGround;
import org.banshi.command.contract.text.Text;
import org.banshi.web.page.Regions;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.Reads;
import org.banshi.web.write.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
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
    private final Corrections corrections;
    private final Regions regions;
    private final LetterPdf pdf;
    private final ObjectMapper json;

    MeApi(
            PersonalCopies copies,
            Erasures erasures,
            Accesses accesses,
            Reads reads,
            Corrections corrections,
            Regions regions,
            LetterPdf pdf,
            ObjectMapper json) {
        this.corrections = corrections;
        this.regions = regions;
        this.pdf = pdf;
        this.json = json;
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

    @GetMapping(path = "/copy.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            summary = "Take a copy of one's data as a PDF",
            description = "The same as the copy in JSON, line by line, to read and to print.")
    ResponseEntity<byte[]> pdf(@AuthenticationPrincipal @Nullable SignedIn caller) {
        SignedIn who = Access.oneself(caller);
        accesses.declare(Kind.EXPORT, Ground.OWN, null);
        byte[] file =
                pdf.print(
                        CopyLetter.of(copies.of(person(who), who.account(), who.details()), json));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("banshi-my-data.pdf")
                                .build()
                                .toString())
                .body(file);
    }

    /**
     * What is wrong.
     *
     * @param region of the counter that is to look at it
     */
    record NewCorrection(
            @Nullable CorrectionField field,
            @Nullable String value,
            @Nullable String reason,
            @Nullable String region) {
        @Override
        public String toString() {
            return "NewCorrection[...]";
        }
    }

    @GetMapping("/corrections")
    @Operation(
            summary = "List the corrections that I asked for",
            description = "Newest first, with what came of them and why.")
    List<Correction> corrections(@AuthenticationPrincipal @Nullable SignedIn caller) {
        return corrections.of(person(Access.oneself(caller)));
    }

    @PostMapping("/corrections")
    @Operation(
            summary = "Have one's data corrected",
            description =
                    "Name, phone or e-mail. An officer of the region looks at it and decides with a"
                            + " reason; one at a time. An identity number is corrected at a counter.")
    ResponseEntity<Void> correct(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewCorrection body) {
        SignedIn who = Access.oneself(caller);
        RegionCode region = regions.known(body.region());
        if (body.field() == null) {
            throw Body.wrong("/field", "required", Text.of("请选择更正的内容。", "Say what is wrong."));
        }
        if (region == null) {
            throw Body.wrong("/region", "unknown", Text.of("请选择地区。", "Choose a region."));
        }
        corrections.ask(
                who.actor(),
                person(who),
                body.field(),
                Body.text(body.value(), "/value", Body.LONG_TEXT),
                Body.text(body.reason(), "/reason", Body.LONG_TEXT),
                region,
                key == null
                        ? UUID.randomUUID()
                        : UUID.nameUUIDFromBytes(
                                (who.account() + "/" + key).getBytes(StandardCharsets.UTF_8)));
        return ResponseEntity.noContent().build();
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
