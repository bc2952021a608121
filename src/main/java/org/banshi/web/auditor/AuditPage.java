package org.banshi.web.auditor;

import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.timeline.FindTimeline;
import org.banshi.query.contract.timeline.TimelineEntry;
import org.banshi.web.write.Access;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything that happened to a case. */
@Controller
class AuditPage {

    private final Reads reads;

    AuditPage(Reads reads) {
        this.reads = reads;
    }

    @GetMapping("/audit")
    String find(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        SignedIn who = Access.require(caller, Role.AUDITOR);
        model.addAttribute("number", number);
        if (number != null && !number.isBlank()) {
            Page<TimelineEntry> page =
                    reads.page(new FindTimeline(number.strip(), who.scope(), cursor, 100));
            boolean missed = page.rows().isEmpty() && cursor == null;
            model.addAttribute("missed", missed);
            model.addAttribute("page", missed ? null : page);
        }
        return "auditor/find";
    }
}
