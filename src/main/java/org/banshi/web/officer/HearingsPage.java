package org.banshi.web.officer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.dispute.FindHearings;
import org.banshi.query.contract.dispute.HearingRow;
import org.banshi.web.write.Access;
import org.banshi.web.write.Commands;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** The committee's hearing calendar, four weeks at a time. */
@Controller
@RequestMapping("/work/hearings")
class HearingsPage {

    private static final int DAYS = 28;

    private final Reads reads;
    private final Commands commands;

    HearingsPage(Reads reads, Commands commands) {
        this.reads = reads;
        this.commands = commands;
    }

    @GetMapping
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate from,
            Model model) {
        SignedIn who = Access.staff(caller);
        LocalDate first = from == null ? commands.today() : from;
        LocalDate last = first.plusDays(DAYS - 1L);
        model.addAttribute(
                "rows", reads.list(new FindHearings(first, last, who.scope()), HearingRow.class));
        model.addAttribute("from", first);
        model.addAttribute("until", last);
        model.addAttribute("earlier", first.minusDays(DAYS));
        model.addAttribute("later", first.plusDays(DAYS));
        return "officer/hearings";
    }

    /** The dispute of a number that was typed in. */
    @GetMapping("/parties")
    String parties(@RequestParam String number) {
        return "redirect:/work/disputes/" + UriUtils.encodePathSegment(number.strip(), UTF_8);
    }
}
