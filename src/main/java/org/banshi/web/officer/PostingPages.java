package org.banshi.web.officer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.notice.PublicNotice;
import org.banshi.web.officer.PostingDesk.Handed;
import org.banshi.web.page.Regions;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.PostingProofs;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The committee of a village puts up the notices of its own place: the poster, and the proof that
 * it hung there, on paper or as photographs. It reads no more than anybody who passes by the
 * poster.
 */
@Controller
@RequestMapping("/work/notices")
class PostingPages {

    private final PostingProofs proofs;
    private final Regions regions;
    private final PostingDesk postings;

    PostingPages(PostingProofs proofs, Regions regions, PostingDesk postings) {
        this.proofs = proofs;
        this.regions = regions;
        this.postings = postings;
    }

    @GetMapping
    String find(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(defaultValue = "") String number,
            Model model) {
        SignedIn who = Access.require(caller, Role.COMMITTEE);
        String asked = number.strip();
        Optional<PublicNotice> found =
                asked.isEmpty() ? Optional.empty() : proofs.inOwnPlace(who, asked);
        model.addAttribute("number", asked);
        model.addAttribute("missing", !asked.isEmpty() && found.isEmpty());
        return found.map(it -> "redirect:/work/notices/" + it.number()).orElse("officer/posting");
    }

    @GetMapping("/{number}")
    String poster(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        model.addAttribute("done", done);
        return poster(up(Access.require(caller, Role.COMMITTEE), number), model);
    }

    /** A photograph of it where it hangs. */
    @PostMapping("/{number}")
    String prove(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            Handed handed,
            Model model,
            HttpServletResponse response)
            throws IOException {
        SignedIn who = Access.require(caller, Role.COMMITTEE);
        PublicNotice notice = up(who, number);
        return postings.take(who, notice.number(), handed, model, response)
                ? "redirect:/work/notices/" + notice.number() + "?done=proved"
                : poster(notice, model);
    }

    private String poster(PublicNotice notice, Model model) {
        model.addAttribute("place", regions.name(notice.region()));
        model.addAttribute("back", "/work/notices");
        model.addAttribute("proves", true);
        return postings.lay(
                notice.number(), Optional.of(notice), "/work/notices/" + notice.number(), model);
    }

    private PublicNotice up(SignedIn who, String number) {
        return proofs.inOwnPlace(who, number)
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOTICE_NOT_FOUND));
    }
}
