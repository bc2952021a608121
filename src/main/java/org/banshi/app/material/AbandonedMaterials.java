package org.banshi.app.material;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.banshi.eventstore.LogPositions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes papers that were uploaded and not filed for a while, and sets files aside that no row
 * names.
 *
 * <p>A row goes first, its file after the commit. A crash in between leaves a file without a row,
 * and so does one between an upload's file and its row. But a database that was taken back to an
 * earlier moment has no row either for what came later: such a file is kept for {@link #KEPT_ASIDE}
 * and comes back with its row.
 */
public final class AbandonedMaterials {

    /** Wall time after which an upload that has no row has none for good. */
    static final Duration LONGEST_UPLOAD = Duration.ofHours(1);

    /** Wall time for which a file is kept that no row names. */
    static final Duration KEPT_ASIDE = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(AbandonedMaterials.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PaperFiles files;
    private final JdbcClient jdbc;
    private final LogPositions positions;
    private final BooleanSupplier parked;
    private final Duration keep;

    /**
     * @param folder of the papers
     * @param parked whether {@link FiledMaterials} could not take some event
     * @param keep business time for which a paper is kept that nobody files
     */
    public AbandonedMaterials(
            Path folder,
            JdbcClient jdbc,
            LogPositions positions,
            BooleanSupplier parked,
            Duration keep) {
        this.files = new PaperFiles(folder);
        this.jdbc = jdbc;
        this.positions = positions;
        this.parked = parked;
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
        files.setAsideBefore(Instant.MAX).forEach(this::bringBack);
        // What was filed before now has been noted; what is being filed now is wanted.
        if (!positions.await(FiledMaterials.NAME, positions.head(), PATIENCE)
                || parked.getAsBoolean()) {
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
        int nameless =
                files.writtenBefore(wall.minus(LONGEST_UPLOAD))
                        .mapToInt(ids -> setAside(ids, wall))
                        .sum();
        if (nameless > 0) {
            LOG.warn(
                    "{} files of papers that the database does not name were set aside for {} days;"
                            + " more than a few: is it the right database?",
                    nameless,
                    KEPT_ASIDE.toDays());
        }
        files.setAsideBefore(wall.minus(KEPT_ASIDE)).flatMap(List::stream).forEach(files::delete);
        return abandoned.size();
    }

    private int setAside(List<String> ids, Instant wall) {
        Set<String> named = named(ids);
        List<String> nameless = ids.stream().filter(id -> !named.contains(id)).toList();
        nameless.forEach(id -> files.setAside(id, wall));
        return nameless.size();
    }

    /** Those that have a row by now. */
    private void bringBack(List<String> ids) {
        named(ids).forEach(files::bringBack);
    }

    private Set<String> named(List<String> ids) {
        return new HashSet<>(
                jdbc.sql("select id::text from material where id::text = any(:ids)")
                        .param("ids", ids.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }
}
