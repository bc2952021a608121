package org.banshi.web.officer;

import org.banshi.app.signin.SignedIn;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.PaperReading;
import org.banshi.web.write.PaperReading.Leaves;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A case's papers: as they are, and page by page beside the form. */
@Controller
@RequestMapping("/work/cases/{number}")
class PaperPages {

    private final PaperReading papers;

    PaperPages(PaperReading papers) {
        this.papers = papers;
    }

    @GetMapping("/materials/{id}")
    ResponseEntity<byte[]> paper(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @PathVariable String id) {
        return papers.ofCase(Access.staff(caller), number, id);
    }

    @GetMapping("/papers/{id}")
    String leaf(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Leaves leaves = papers.leaves(Access.staff(caller), number, id);
        if (page < 1 || page > Math.max(1, leaves.leaves())) {
            throw ProblemException.of(ProblemKind.NOT_FOUND);
        }
        model.addAttribute("number", number);
        model.addAttribute("paper", leaves.paper());
        model.addAttribute("leaves", leaves.leaves());
        model.addAttribute("page", page);
        return "officer/paper";
    }

    @GetMapping("/papers/{id}/pages/{page}")
    ResponseEntity<byte[]> picture(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @PathVariable String id,
            @PathVariable int page) {
        return papers.leaf(Access.staff(caller), number, id, page);
    }
}
