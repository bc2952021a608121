package org.banshi.web.letter;

import org.banshi.app.signin.SignedIn;
import org.banshi.web.write.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Letters for whoever is signed in: the office, the applicant, a party. */
@Controller
@RequestMapping("/letters/{number}")
class LetterPages {

    private final Letters letters;

    LetterPages(Letters letters) {
        this.letters = letters;
    }

    @GetMapping("/{letter}")
    ResponseEntity<byte[]> letter(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @PathVariable String letter,
            @RequestParam(defaultValue = "zh") String lang) {
        return LetterFile.of(letter, letters.print(Access.anybody(caller), number, letter, lang));
    }
}
