package org.banshi.web.operator;

import java.util.List;
import java.util.Set;
import org.banshi.app.audit.RankingRecount;
import org.banshi.app.operation.Operations;
import org.banshi.app.operation.ReaderStanding;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.settlement.RoundId;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.LogPositions;
import org.banshi.eventstore.ParkedEvent;
import org.banshi.process.settlement.GiveSettlementPlaces;
import org.banshi.process.settlement.RankSettlement;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.points.FindRound;
import org.banshi.query.contract.points.FindRounds;
import org.banshi.query.contract.points.RoundView;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * How a round's ranking comes on: slices, readers, what they could not take and can take again; and
 * a recount from the log.
 */
@Controller
@RequestMapping("/ops/rounds")
class RoundsPage {

    private static final Set<String> READERS =
            Set.of(RankSettlement.NAME, GiveSettlementPlaces.NAME);

    private final Reads reads;
    private final Operations operations;
    private final LogPositions positions;
    private final RankingRecount recounts;

    RoundsPage(Reads reads, Operations operations, LogPositions positions, EventLog log) {
        this.reads = reads;
        this.operations = operations;
        this.positions = positions;
        this.recounts = new RankingRecount(log);
    }

    @GetMapping
    String list(@AuthenticationPrincipal @Nullable SignedIn caller, Model model) {
        Access.require(caller, Role.OPERATOR);
        model.addAttribute("rounds", reads.list(new FindRounds(null), RoundView.class));
        return "operator/rounds";
    }

    @GetMapping("/{round}")
    String show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String round,
            Model model) {
        Access.require(caller, Role.OPERATOR);
        return page(round, model);
    }

    /** Walks through the whole log. */
    @PostMapping("/{round}/recount")
    String recount(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String round,
            Model model) {
        Access.require(caller, Role.OPERATOR);
        String page = page(round, model);
        model.addAttribute("recounted", true);
        model.addAttribute("recount", recounts.of(new RoundId(round)).orElse(null));
        return page;
    }

    private String page(String round, Model model) {
        RoundView found =
                reads.one(new FindRound(round), RoundView.class)
                        .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
        List<ReaderStanding> readers =
                operations.readers().stream().filter(it -> READERS.contains(it.name())).toList();
        List<ParkedEvent> parked =
                operations.parked().stream()
                        .filter(it -> READERS.contains(it.subscription()))
                        .toList();
        model.addAttribute("round", found);
        model.addAttribute("readers", readers);
        model.addAttribute("parked", parked);
        model.addAttribute("head", positions.head());
        return "operator/round";
    }
}
