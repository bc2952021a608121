package org.banshi.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong (RFC 9457, {@code application/problem+json}), in the language asked for. Never
 * repeats a value that was sent.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "What went wrong, who says so, why, and what to do next (RFC 9457).")
public record Problem(
        @Schema(example = "/problems/form-invalid") String type,
        @Schema(description = "Why, in a few words.") String title,
        int status,
        @Schema(description = "Why.") String detail,
        @Schema(description = "Stable; programs may depend on it.", example = "form-invalid")
                String code,
        @Schema(description = "Who says so: the platform, or the rules of the case.") String who,
        @Schema(description = "What to do next.") String next,
        @Schema(description = "Law and article, where one is the reason.") @Nullable String rule,
        @Schema(description = "What is wrong, value by value.") List<Field> errors,
        @Schema(description = "Number of the failure in our records, for status 500.")
                @Nullable String id) {

    /** One wrong value. */
    public record Field(
            @Schema(
                            description = "JSON pointer into the request.",
                            example = "/form/members/0/name")
                    String pointer,
            @Schema(description = "Which rule the value breaks.", example = "required") String code,
            String message) {}
}
