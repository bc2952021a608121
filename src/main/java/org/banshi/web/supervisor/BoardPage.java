package org.banshi.web.supervisor;

import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.caseload.Board;
import org.banshi.query.contract.caseload.DueCase;
import org.banshi.query.contract.caseload.FindBoard;
import org.banshi.query.contract.caseload.FindDueCases;
import org.banshi.query.contract.page.Page;
import org.banshi.web.page.Offices;
import org.banshi.web.page.Regions;
import org.banshi.web.write.Access;
import org.banshi.web.write.IncidentActs;
import org.banshi.web.write.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits where and with whom; each count leads to its list. */
@Controller
class BoardPage {

    private final Reads reads;
    private final IncidentActs incidents;
    private final Offices offices;
    private final Regions regions;

    BoardPage(Reads reads, IncidentActs incidents, Offices offices, Regions regions) {
        this.reads = reads;
        this.incidents = incidents;
        this.offices = offices;
        this.regions = regions;
    }

    @GetMapping("/work/board")
    String board(@AuthenticationPrincipal @Nullable SignedIn caller, Model model) {
        SignedIn who = Access.require(caller, Role.SUPERVISOR);
        Board board = reads.one(new FindBoard(who.scope()), Board.class).orElseThrow();
        model.addAttribute("board", board);
        model.addAttribute("incidents", incidents.list(who).size());
        model.addAttribute("offices", offices);
        return "supervisor/board";
    }

    @GetMapping("/work/due-cases")
    String dueCases(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(defaultValue = "overdue") String due,
            @RequestParam(required = false) @Nullable String office,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        SignedIn who = Access.require(caller, Role.SUPERVISOR);
        FindDueCases question = new FindDueCases(who.scope(), due, office, cursor, 50);
        Page<DueCase> page = reads.page(question);
        model.addAttribute("question", question);
        model.addAttribute("page", page);
        model.addAttribute("offices", offices);
        model.addAttribute("places", regions);
        return "supervisor/due-cases";
    }
}
