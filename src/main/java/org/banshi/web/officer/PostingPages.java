package org.banshi.web.officer;

import java.util.Optional;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.notice.FindPublicNotice;
import org.banshi.query.contract.notice.PublicNotice;
import org.banshi.web.page.Regions;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The committee of a village puts up the notices of its own place: the poster, and the sheet on
 * which two prove that it hung there. It reads no more than anybody who passes by the poster.
 */
@Controller
@RequestMapping("/work/notices")
class PostingPages {

    private final Reads reads;
    private final Regions regions;

    PostingPages(Reads reads, Regions regions) {
        this.reads = reads;
        this.regions = regions;
    }

    @GetMapping
    String find(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(defaultValue = "") String number,
            Model model) {
        SignedIn who = Access.require(caller, Role.COMMITTEE);
        String asked = number.strip();
        Optional<PublicNotice> found = asked.isEmpty() ? Optional.empty() : notice(who, asked);
        model.addAttribute("number", asked);
        model.addAttribute("missing", !asked.isEmpty() && found.isEmpty());
        return found.map(it -> "redirect:/work/notices/" + it.number()).orElse("officer/posting");
    }

    @GetMapping("/{number}")
    String poster(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            Model model) {
        SignedIn who = Access.require(caller, Role.COMMITTEE);
        PublicNotice notice =
                notice(who, number)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.NOTICE_NOT_FOUND));
        model.addAttribute("notice", notice);
        model.addAttribute("place", regions.name(notice.region()));
        model.addAttribute("back", "/work/notices");
        return "officer/sheet-poster";
    }

    /** One that is up in the committee's own place. */
    private Optional<PublicNotice> notice(SignedIn who, String number) {
        RegionCode own = who.scope().region();
        return reads.one(new FindPublicNotice(number), PublicNotice.class)
                .filter(it -> own != null && own.covers(new RegionCode(it.region())));
    }
}
