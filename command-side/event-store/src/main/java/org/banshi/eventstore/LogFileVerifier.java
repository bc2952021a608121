package org.banshi.eventstore;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.banshi.eventstore.tree.Checkpoint;
import org.banshi.eventstore.tree.FileWalk;
import org.banshi.eventstore.tree.LeafContent;
import org.banshi.eventstore.tree.Verification;
import org.jspecify.annotations.Nullable;

/**
 * Finds and locates what is in an exported log and was not written so, without a database and
 * without keys: leaves, roots and links are made anew and compared, line by line, in bounded
 * memory. What was made to fit all the way to the file's end only a checkpoint tells.
 */
public final class LogFileVerifier {

    private static final long TELL_EVERY = 1_000;

    private final LogLineReader lines;
    private final LeafContent content = new LeafContent();
    private final FileWalk walk;

    /**
     * @param in what {@link LogExport} wrote, from the log's first event on
     * @param checkpoints signatures checked
     */
    public LogFileVerifier(InputStream in, List<Checkpoint> checkpoints) {
        lines = new LogLineReader(in);
        walk = new FileWalk(checkpoints);
    }

    /**
     * To the file's end.
     *
     * @param progress told the position reached, now and then
     * @return empty when the file begins later than the log: of such a part nothing can be shown
     * @throws IOException when it can't be read
     */
    public Optional<Verification> verify(LongConsumer progress) throws IOException {
        boolean going = true;
        while (going) {
            LogLineReader.Line line;
            try {
                line = lines.next();
            } catch (ImportRefusedException unreadable) {
                walk.unreadable(String.valueOf(unreadable.getMessage()));
                // A line that was not read to its end is the last.
                going = unreadable.line() == lines.number();
                continue;
            }
            if (line == null) {
                break;
            }
            if (lines.number() == 1 && line.position() > 1) {
                return Optional.empty();
            }
            going = take(line);
            if (line.position() % TELL_EVERY == 0) {
                progress.accept(line.position());
            }
        }
        return Optional.of(walk.end());
    }

    private boolean take(LogLineReader.Line line) {
        LogLine.@Nullable GroupEnd end = line.end();
        return walk.event(
                line.position(),
                ImportBatch.micros(line.recordedAt()),
                line.leaf(),
                line.leaf(content),
                end == null ? null : end.root(),
                end == null ? null : end.chain());
    }
}
