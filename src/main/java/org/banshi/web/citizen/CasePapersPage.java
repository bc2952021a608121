package org.banshi.web.citizen;

import org.banshi.app.signin.SignedIn;
import org.banshi.web.write.Access;
import org.banshi.web.write.PaperReading;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a citizen handed in for a case. */
@Controller
@RequestMapping("/cases/{number}/materials")
class CasePapersPage {

    private final PaperReading papers;

    CasePapersPage(PaperReading papers) {
        this.papers = papers;
    }

    @GetMapping
    String list(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            Model model) {
        model.addAttribute("number", number);
        model.addAttribute("papers", papers.list(Access.citizen(caller), number));
        return "citizen/papers";
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> paper(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @PathVariable String id) {
        return papers.ofCase(Access.citizen(caller), number, id);
    }
}
