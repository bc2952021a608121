package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.banshi.app.signin.SignedIn;
import org.banshi.query.contract.access.Scope.Role;
import org.banshi.query.contract.worklist.IncidentRow;
import org.banshi.web.write.Access;
import org.banshi.web.write.IncidentActs;
import org.banshi.web.write.RequestKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Failed steps that wait for a supervisor. */
@RestController
@RequestMapping("/api/v1/incidents")
@Tag(name = "Incidents", description = "Failed steps that wait for a supervisor.")
class IncidentsApi {

    private final IncidentActs acts;
    private final RequestKeys keys;

    IncidentsApi(IncidentActs acts, RequestKeys keys) {
        this.acts = acts;
        this.keys = keys;
    }

    @GetMapping
    @Operation(summary = "List incidents", description = "Oldest first, at most 200.")
    List<IncidentRow> list(@AuthenticationPrincipal @Nullable SignedIn caller) {
        return acts.list(Access.require(caller, Role.SUPERVISOR, Role.OPERATOR));
    }

    @PostMapping("/{id}/retry")
    @Operation(summary = "Try a failed step again", description = "At once, with all its retries.")
    WriteAnswer retry(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String id,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key) {
        SignedIn who = Access.require(caller, Role.SUPERVISOR, Role.OPERATOR);
        return WriteAnswer.of(id, acts.retry(who, id, keys.optional(who, "retry " + id, key, id)));
    }
}
