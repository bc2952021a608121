package org.banshi.app.material;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.banshi.eventstore.LogPositions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes papers that were uploaded and not filed for a while, and files that no row names.
 *
 * <p>A row goes first, its file after the commit. A crash in between leaves a file without a row,
 * and so does one between an upload's file and its row: the next round deletes both kinds.
 */
public final class AbandonedMaterials {

    /** Wall time after which an upload that has no row has none for good. */
    static final Duration LONGEST_UPLOAD = Duration.ofHours(1);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PaperFiles files;
    private final JdbcClient jdbc;
    private final LogPositions positions;
    private final Duration keep;

    /**
     * @param folder of the papers
     * @param keep business time for which a paper is kept that nobody files
     */
    public AbandonedMaterials(Path folder, JdbcClient jdbc, LogPositions positions, Duration keep) {
        this.files = new PaperFiles(folder);
        this.jdbc = jdbc;
        this.positions = positions;
        this.keep = keep;
    }

    /**
     * One round.
     *
     * @param now business time
     * @param wall wall time, by which files are dated
     * @return how many papers were deleted; 0 also while it is not known yet what was filed
     */
    public int delete(Instant now, Instant wall) {
        // What was filed before now has been noted; what is being filed now is wanted.
        if (!positions.await(FiledMaterials.NAME, positions.head(), PATIENCE)) {
            return 0;
        }
        List<String> abandoned =
                jdbc.sql(
                                "delete from material where not filed and wanted_at < :before"
                                        + " returning id::text")
                        .param("before", OffsetDateTime.ofInstant(now.minus(keep), ZoneOffset.UTC))
                        .query(String.class)
                        .list();
        abandoned.forEach(files::delete);
        files.writtenBefore(wall.minus(LONGEST_UPLOAD)).forEach(this::deleteNameless);
        return abandoned.size();
    }

    private void deleteNameless(List<String> ids) {
        Set<String> named =
                new HashSet<>(
                        jdbc.sql("select id::text from material where id::text = any(:ids)")
                                .param("ids", ids.toArray(String[]::new))
                                .query(String.class)
                                .list());
        ids.stream().filter(id -> !named.contains(id)).forEach(files::delete);
    }
}
