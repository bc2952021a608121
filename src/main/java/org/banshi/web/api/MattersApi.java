package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.matter.FindMyMatters;
import org.banshi.query.contract.matter.MatterView;
import org.banshi.web.write.Access;
import org.banshi.web.write.MatterActs;
import org.banshi.web.write.Reads;
import org.banshi.web.write.RequestKeys;
import org.banshi.web.write.View;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Matters that another department handles, such as medical assistance. */
@RestController
@RequestMapping("/api/v1/matters")
@Tag(
        name = "Matters",
        description = "Matters that another department handles, and where they stand.")
class MattersApi {

    /** A state that a matter came to. */
    record Told(
            @Nullable @Schema(description = "Such as `medical-assistance`.") String register,
            @Nullable @Schema(description = "By which the department calls it.") String number,
            @Nullable @Schema(description = "Of the person whose matter it is.")
                    String identityNumber,
            @Nullable @Schema(description = "Such as `under-review`.") String state,
            @Nullable LocalDate day,
            @Nullable @Schema(description = "Yuan, where something is granted or paid.")
                    BigDecimal amount,
            @Nullable @Schema(description = "Where something is refused.") String reason) {}

    private final Reads reads;
    private final MatterActs acts;
    private final RequestKeys keys;

    MattersApi(Reads reads, MatterActs acts, RequestKeys keys) {
        this.reads = reads;
        this.acts = acts;
        this.keys = keys;
    }

    @GetMapping
    @Operation(summary = "List your matters at other departments", description = "Latest first.")
    List<MatterView> mine(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestParam(required = false) @Nullable Long after) {
        SignedIn who = Access.citizen(caller);
        reads.after(after, View.MATTERS);
        return reads.list(new FindMyMatters(who.scope()), MatterView.class);
    }

    @PostMapping
    @Operation(
            summary = "Tell where a matter stands",
            description =
                    "For the department that handles it. What is told twice changes nothing; what is"
                            + " older than the last state is refused.")
    WriteAnswer report(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Told body) {
        SignedIn who = Access.require(caller, Role.OFFICER);
        MatterActs.Told told =
                new MatterActs.Told(
                        Body.text(body.register(), "/register", Body.SHORT_TEXT),
                        Body.text(body.number(), "/number", Body.SHORT_TEXT),
                        Body.text(body.identityNumber(), "/identityNumber", Body.SHORT_TEXT),
                        Body.text(body.state(), "/state", Body.SHORT_TEXT),
                        Body.required(body.day(), "/day"),
                        body.amount(),
                        Body.optional(body.reason(), "/reason", Body.LONG_TEXT));
        return WriteAnswer.of(
                told.number(),
                acts.report(who, told, keys.optional(who, "matter " + told.number(), key, body)));
    }
}
