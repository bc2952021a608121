package org.banshi.app.signin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.banshi.app.signin.Leaves.Leave;
import org.banshi.command.contract.message.Refusal;
import org.banshi.command.contract.message.RefusedException;
import org.banshi.command.contract.place.RegionCode;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Leave of officers and supervisors, for programs. */
@RestController
@RequestMapping("/api/v1/leaves")
@Tag(name = "Leave", description = "Who of the staff is away, and who stands in.")
class LeavesApi {

    private static final Refusal INCOMPLETE =
            Refusal.of(
                    "account-leave-period",
                    Text.of("请填写第一天和最后一天。", "Give the first and the last day."),
                    Text.of("请补充后再提交。", "Add what is missing."));

    private final Leaves leaves;

    LeavesApi(Leaves leaves) {
        this.leaves = leaves;
    }

    /** From when to when, both included, and who stands in. */
    record Days(@Nullable LocalDate first, @Nullable LocalDate last, @Nullable String deputy) {}

    /** Leaves that are not over, the earliest first. */
    record LeaveList(List<Leave> leaves) {}

    @GetMapping
    @Operation(
            summary = "List leaves",
            description =
                    "One's own and of those whom one stands in for; for supervisors those of"
                            + " the region.")
    LeaveList list(@AuthenticationPrincipal SignedIn who) {
        RegionCode region = who.scope().region();
        if (who.scope().has(Role.SUPERVISOR) && region != null) {
            return new LeaveList(leaves.in(region));
        }
        List<Leave> own = new ArrayList<>(leaves.of(who.account()).stream().toList());
        own.addAll(leaves.whereStandsIn(who.account()));
        return new LeaveList(own);
    }

    @PutMapping("/{account}")
    @Operation(
            summary = "Write a leave down",
            description =
                    "One's own, or as a supervisor of the region; instead of what was said before."
                            + " Whoever stands in can take over the tasks that the officer holds;"
                            + " for a supervisor, an officer of the same region supervises"
                            + " meanwhile.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String account,
            @RequestBody Days body) {
        if (body.first() == null || body.last() == null) {
            throw new RefusedException(INCOMPLETE);
        }
        leaves.take(who, account, body.first(), body.last(), body.deputy());
    }

    @DeleteMapping("/{account}")
    @Operation(summary = "End a leave", description = "Nothing happens where there is none.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@AuthenticationPrincipal SignedIn who, @PathVariable String account) {
        leaves.end(who, account);
    }
}
