package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.banshi.app.signin.SignedIn;
import org.banshi.web.letter.Letter;
import org.banshi.web.letter.LetterFile;
import org.banshi.web.letter.Letters;
import org.banshi.web.write.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Letters on paper. */
@RestController
@RequestMapping("/api/v1/applications/{number}/letters")
@Tag(name = "Letters", description = "Notices and decisions to be printed, as PDF.")
class LettersApi {

    private final Letters letters;

    LettersApi(Letters letters) {
        this.letters = letters;
    }

    @GetMapping
    @Operation(
            summary = "List the letters of a case",
            description =
                    "An office has all letters of its case, the applicant those to the applicant, a"
                            + " party of a dispute those that were served on it.")
    List<Letter> list(
            @AuthenticationPrincipal @Nullable SignedIn caller, @PathVariable String number) {
        return letters.list(Access.anybody(caller), number);
    }

    @GetMapping(path = "/{letter}", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            summary = "Take a letter as PDF",
            description = "In Chinese, or with `lang=en` as an English translation.")
    ResponseEntity<byte[]> letter(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @PathVariable String letter,
            @RequestParam(defaultValue = "zh") String lang) {
        return LetterFile.of(letter, letters.print(Access.anybody(caller), number, letter, lang));
    }
}
