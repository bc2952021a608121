package org.banshi.query.projection.progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.Recorded;
import org.banshi.query.contract.progress.Progress;
import org.banshi.query.projection.fold.Fold;
import org.banshi.query.projection.fold.RowStore;
import org.banshi.query.projection.fold.RowType;
import org.banshi.query.projection.sql.Json;
import org.jspecify.annotations.Nullable;

/** Where a case stood: the fold of the live page, over the case's events up to then. */
public final class PastProgress {

    private final ProgressProjection projection;
    private final PersonalData personal;

    public PastProgress(ProgressProjection projection, PersonalData personal) {
        this.projection = projection;
        this.personal = personal;
    }

    /**
     * @param story the case's stream from its beginning, as far as it counts
     * @return the page as its applicant read it then; empty when there was no case yet
     */
    public Optional<Progress> of(List<Recorded> story) {
        Written written = new Written();
        Fold fold = projection.fold(written);
        fold.take(story);
        fold.write();
        return written.row.isEmpty() ? Optional.empty() : Optional.of(written.page(personal));
    }

    /** Keeps the one row that is written, and has none before. */
    private static final class Written implements RowStore {

        private List<String> columns = List.of();
        private final List<@Nullable Object> row = new ArrayList<>();

        @Override
        public <R> void read(
                RowType<R> type, String column, Collection<String> values, Consumer<R> found) {
            // A fold from the beginning finds nothing.
        }

        @Override
        public void write(
                RowType<?> type, Iterable<@Nullable Object[]> rows, Collection<String> replaced) {
            columns = type.names();
            row.addAll(Arrays.asList(rows.iterator().next()));
        }

        @Override
        public int keeps() {
            return 0;
        }

        Progress page(PersonalData personal) {
            String page = (String) Objects.requireNonNull(row.get(columns.indexOf("page")));
            String sealed = (String) row.get(columns.indexOf("sealed"));
            return ProgressProjection.open(sealed, personal).into(Json.read(page, Progress.class));
        }
    }
}
