package org.banshi.eventstore.tree;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the log as it is stored.
 *
 * @param rows events after the last piece
 * @param groups that end after the last piece and up to {@code until}
 * @param subtrees stored roots of subtrees that end there, by {@link #key}
 * @param until the last position of the piece
 */
record LogPart(List<Row> rows, List<LogGroup> groups, Map<Long, byte[]> subtrees, long until) {

    /** An event as COPY gives it, and its stream, if that is known. */
    record Row(CopiedRow copied, @Nullable Stream stream) {}

    /** A stream's type and name in UTF-8. */
    record Stream(byte[] type, byte[] name) {}

    static long key(int level, long nth) {
        return (long) level << 56 | nth;
    }
}
