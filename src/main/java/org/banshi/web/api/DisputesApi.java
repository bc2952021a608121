package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope;
import org.banshi.query.contract.dispute.Dispute;
import org.banshi.query.contract.dispute.FindHearings;
import org.banshi.query.contract.dispute.HearingRow;
import org.banshi.query.contract.dispute.Seat;
import org.banshi.web.write.Access;
import org.banshi.web.write.DisputeActs;
import org.banshi.web.write.PaperReading;
import org.banshi.web.write.Reads;
import org.banshi.web.write.RequestKeys;
import org.banshi.web.write.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Disputes before an arbitration committee, from both sides. */
@RestController
@RequestMapping("/api/v1")
@Tag(
        name = "Disputes",
        description =
                "What each party of a labour dispute may see, what it does beside the tasks of"
                        + " officers, and the committee's calendar.")
class DisputesApi {

    /** Longest stretch of the calendar that is told at once, in days. */
    private static final int LONGEST = 366;

    /** An act beside the tasks; of an act with several, {@code outcome} picks. */
    record Beside(@Nullable String outcome, @Nullable Map<String, @Nullable Object> data) {}

    /** Ids of the caller's papers, and what they are to prove. */
    record Evidence(@Nullable List<String> papers, @Nullable String proves) {}

    private final DisputeActs acts;
    private final PaperReading papers;
    private final Reads reads;
    private final RequestKeys keys;

    DisputesApi(DisputeActs acts, PaperReading papers, Reads reads, RequestKeys keys) {
        this.papers = papers;
        this.acts = acts;
        this.reads = reads;
        this.keys = keys;
    }

    @GetMapping("/disputes")
    @Operation(summary = "List the disputes in which the caller takes part")
    List<Seat> mine(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable Long after) {
        SignedIn who = Access.citizen(caller);
        reads.after(after, View.DISPUTES);
        return acts.seats(who);
    }

    @GetMapping("/disputes/{number}")
    @Operation(
            summary = "Show a dispute from the caller's seat",
            description =
                    "What the caller filed and what was served on the caller; nothing else of the"
                            + " other side.")
    Dispute show(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Long after) {
        SignedIn who = Access.citizen(caller);
        reads.after(after, View.DISPUTES);
        return acts.dispute(who, number);
    }

    @PostMapping("/disputes/{number}/evidence")
    @Operation(
            summary = "File papers as evidence",
            description =
                    "Papers that the caller uploaded before. The other side sees them when the"
                            + " committee serves them.")
    WriteAnswer evidence(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Evidence body) {
        SignedIn who = Access.citizen(caller);
        String proves = Body.text(body.proves(), "/proves", Body.LONG_TEXT);
        List<String> papers = Body.required(body.papers(), "/papers");
        return WriteAnswer.of(
                number,
                acts.fileEvidence(
                        who,
                        number,
                        papers,
                        proves,
                        keys.optional(who, "evidence " + number, key, body)));
    }

    @GetMapping("/disputes/{number}/evidence/{paper}")
    @Operation(
            summary = "Take a paper of evidence",
            description = "One that the caller filed, or that was served on the caller.")
    ResponseEntity<byte[]> paper(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @PathVariable String paper) {
        SignedIn who = Access.anybody(caller);
        return who.scope().has(Scope.Role.OFFICER)
                ? papers.ofDocket(who, number, paper)
                : papers.ofParty(who, number, paper);
    }

    @GetMapping("/disputes/{number}/addressees")
    @Operation(
            summary = "List the parties with the codes to be printed on their papers",
            description = "For officers. A code opens the case to the account that has the papers.")
    List<DisputeActs.Addressee> addressees(
            @AuthenticationPrincipal @Nullable SignedIn caller, @PathVariable String number) {
        return acts.addressees(caller, number);
    }

    @PostMapping("/applications/{number}/acts/{act}")
    @Operation(
            summary = "Do an act beside the tasks",
            description =
                    "Such as `arbitration.answer`, `arbitration.claim`, `arbitration.recusal` or"
                            + " `arbitration.access`, by a party, or by an officer who takes it in"
                            + " at the window.")
    WriteAnswer beside(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @PathVariable String act,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Beside body) {
        SignedIn who = Access.anybody(caller);
        String outcome = Body.optional(body.outcome(), "/outcome", Body.SHORT_TEXT);
        Map<String, @Nullable Object> data = body.data() == null ? Map.of() : body.data();
        return WriteAnswer.of(
                number,
                acts.beside(
                        who,
                        number,
                        act,
                        outcome == null ? "" : outcome,
                        new FormData(data),
                        keys.optional(who, act + " " + number, key, body)));
    }

    @GetMapping("/hearings")
    @Operation(
            summary = "Show the hearing calendar",
            description = "For officers, supervisors and auditors; at most 500 hearings.")
    List<HearingRow> hearings(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(required = false) @Nullable Long after) {
        SignedIn who = Access.reader(caller);
        if (until.isBefore(from) || until.isAfter(from.plusDays(LONGEST))) {
            throw Body.wrong("/until", "range", Text.of("最多一年。", "At most one year."));
        }
        reads.after(after, View.DISPUTES);
        return reads.list(new FindHearings(from, until, who.scope()), HearingRow.class);
    }
}
