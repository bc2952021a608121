package org.banshi.app.casefile;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.contract.timeline.TimelineEntry;
import org.jspecify.annotations.Nullable;

/**
 * A case as it was.
 *
 * @param position the last position that counts
 * @param progress the page as its applicant read it then
 * @param events what had happened by then, oldest first, without personal data
 * @param next cursor of the next page of events, or null
 */
@Schema(description = "A case as it was once the event at `position` was recorded.")
public record PastCase(
        @Schema(description = "The last position that counts.") long position,
        @Schema(description = "Where it stood, as its applicant read it.") Progress progress,
        @Schema(description = "What had happened by then, oldest first.")
                List<TimelineEntry> events,
        @Schema(description = "Send as `cursor` for the next page of events; null on the last.")
                @Nullable String next) {}
