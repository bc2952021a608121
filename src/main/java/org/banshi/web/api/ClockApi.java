package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.text.Text;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.web.write.Access;
import org.banshi.web.write.ClockActs;
import org.banshi.web.write.RequestKeys;
import org.banshi.web.write.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The business clock of a demonstration. */
@RestController
@RequestMapping("/api/v1/admin/clock")
@Tag(name = "Clock", description = "Business time. It only goes forward.")
class ClockApi {

    /** How far to move: either of the two. */
    record Move(
            @Schema(description = "ISO 8601 duration.", example = "P7D", type = "string")
                    @Nullable Duration by,
            @Schema(description = "Instant to move to.", example = "2026-10-12T09:00:00+08:00")
                    @Nullable OffsetDateTime to) {}

    /** Business time. */
    record Reading(
            Instant now,
            @Schema(description = "Of the move, for `after`; 0 when only read.") long position) {}

    private final ClockActs acts;
    private final RequestKeys keys;

    ClockApi(ClockActs acts, RequestKeys keys) {
        this.acts = acts;
        this.keys = keys;
    }

    @GetMapping
    @Operation(summary = "Show business time")
    Reading show(@AuthenticationPrincipal @Nullable SignedIn caller) {
        Access.require(caller, Role.OPERATOR, Role.SUPERVISOR);
        return new Reading(acts.now(), 0);
    }

    @PostMapping
    @Operation(summary = "Move business time forward", description = "For the operator.")
    Reading move(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Move body) {
        SignedIn who = Access.require(caller, Role.OPERATOR);
        Written written =
                acts.advance(who, now -> by(body, now), keys.optional(who, "clock", key, body));
        return new Reading(acts.now(), written.position());
    }

    private static Duration by(Move body, Instant now) {
        Duration by =
                body.by() != null
                        ? body.by()
                        : Duration.between(now, Body.required(body.to(), "/to"));
        if (by.isNegative() || by.isZero() || by.compareTo(Duration.ofDays(3_660)) > 0) {
            throw Body.wrong(
                    body.by() != null ? "/by" : "/to",
                    "range",
                    Text.of("业务时间只能向前，一次最多十年。", "Time goes forward only, ten years at most."));
        }
        return by;
    }
}
