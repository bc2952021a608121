package org.banshi.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.banshi.web.write.Written;

/** What a write answers. */
@Schema(description = "What a write answers. Reads take `position` as `after`.")
record WriteAnswer(
        @Schema(description = "Number of the case, or id of the task or incident.") String number,
        @Schema(description = "Position of the write in the log.") long position,
        @Schema(description = "Whether the same request was carried out before.")
                boolean repeated) {

    static WriteAnswer of(String number, Written written) {
        return new WriteAnswer(number, written.position(), written.repeated());
    }
}
