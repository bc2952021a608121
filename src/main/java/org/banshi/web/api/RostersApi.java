package org.banshi.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.banshi.app.signin.SignedIn;
import org.banshi.catalogue.FieldError;
import org.banshi.web.form.Roster;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.banshi.web.write.Access;
import org.banshi.web.write.RequestKeys;
import org.banshi.web.write.Rosters;
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

/** Lists of a form as tables. */
@RestController
@RequestMapping("/api/v1/services/{service}/rosters/{field}")
@Tag(
        name = "Rosters",
        description = "Lists of a form, such as the members of a group, handed in as CSV.")
class RostersApi {

    private static final String CSV = "text/csv";

    /** The rows, to be put under the field's name into the form of an application. */
    record Rows(List<Map<String, Object>> rows) {}

    private final Rosters rosters;

    private final RequestKeys keys;

    RostersApi(Rosters rosters, RequestKeys keys) {
        this.keys = keys;
        this.rosters = rosters;
    }

    @GetMapping(path = "/template", produces = CSV)
    @Operation(summary = "Take an empty table to fill in")
    ResponseEntity<byte[]> template(
            @PathVariable String service,
            @PathVariable String field,
            @RequestParam(defaultValue = "zh") String lang) {
        return ResponseEntity.ok(
                rosters.find(service, field).template(lang).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(consumes = CSV)
    @Operation(
            summary = "Read a table",
            description =
                    "Answers the rows as the form takes them, or each mistake by line and column:"
                            + " then none is taken. Nothing is kept.")
    Rows read(
            @AuthenticationPrincipal @Nullable SignedIn caller,
            @PathVariable String service,
            @PathVariable String field,
            @RequestHeader(name = RequestKeys.HEADER, required = false) @Nullable String key,
            @RequestBody byte[] file) {
        SignedIn who = Access.citizen(caller);
        // Nothing is written, so that the same key is only checked for its form.
        keys.optional(who, "roster " + service + " " + field, key, field);
        Rosters.Outcome outcome = rosters.read(service, field, file);
        if (!outcome.wrong().isEmpty()) {
            throw ProblemException.of(
                    ProblemKind.WRONG_ROSTER,
                    outcome.wrong().stream().map(RostersApi::error).toList());
        }
        return new Rows(outcome.rows());
    }

    private static FieldError error(Roster.Wrong wrong) {
        String column = wrong.column() == null ? "" : "/" + wrong.column().zh();
        return new FieldError("/" + wrong.line() + column, "roster", wrong.message());
    }
}
