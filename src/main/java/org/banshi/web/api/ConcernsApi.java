package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.banshi.app.signin.SignedIn;
import org.banshi.app.staff.Concerns;
import org.banshi.command.contract.officers.Concern;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.write.Access;
import org.banshi.web.write.OfficerActs;
import org.banshi.web.write.RequestKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether officers are concerned in a case, and step back. */
@RestController
@RequestMapping("/api/v1/applications/{number}/concerns")
@Tag(name = "Office")
class ConcernsApi {

    private final OfficerActs acts;
    private final Concerns concerns;

    ConcernsApi(OfficerActs acts, Concerns concerns) {
        this.acts = acts;
        this.concerns = concerns;
    }

    /** What the officer has to do with the case beside the office. */
    record Declaration(@Nullable Concern concern) {}

    /**
     * What was declared.
     *
     * @param own what the caller declared; null where nothing
     * @param concerned accounts that do nothing in the case, each with why
     */
    record Declared(
            @Nullable @Schema(description = "Null where nothing was declared.") Concern own,
            Map<String, Concern> concerned) {}

    @GetMapping
    @Operation(summary = "Show who stepped back", description = "And what the caller declared.")
    Declared show(@AuthenticationPrincipal @Nullable SignedIn caller, @PathVariable String number) {
        SignedIn who = Access.staff(caller);
        Progress found = acts.seen(who, number);
        return new Declared(
                concerns.declared(found.application(), who.account()),
                concerns.concerned(found.application()));
    }

    @PostMapping
    @Operation(
            summary = "Declare whether the case is one's own affair",
            description =
                    "By officers and whoever oversees them. Some steps ask for `NONE` first. With anything else the officer does nothing"
                            + " in the case from then on, and gives back its tasks; only that is"
                            + " ever added, never taken back.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void declare(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String number,
            @Parameter(description = "A second time changes nothing, with or without it.")
                    @RequestHeader(name = RequestKeys.HEADER, required = false)
                    @Nullable String key,
            @RequestBody Declaration body) {
        SignedIn who = Access.staff(caller);
        Progress found = acts.seen(who, number);
        acts.declare(who, found, Body.required(body.concern(), "/concern"));
    }
}
