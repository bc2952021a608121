package org.banshi.eventstore;

import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Lets nobody read what the server could still forget. What was committed is on the disk a moment
 * later only ({@link WalFlush}); were somebody to act on it before, and the server to fail, the
 * deed would outlive its reason, and other events would stand where the reader believes to have
 * read. So whoever reads the log beyond what is known to be on disk waits for it.
 */
final class DiskBarrier {

    /** The first flush after a failure finds its own connection gone. */
    private static final int ATTEMPTS = 3;

    private final WalFlush disk;
    private final LogTail tail;

    /**
     * @param tail knows the highest position that is on disk
     */
    DiskBarrier(WalFlush disk, LogTail tail) {
        this.disk = disk;
        this.tail = tail;
    }

    /**
     * Reads until what was read is on disk.
     *
     * @param read asks the database; again when a connection or the server failed meanwhile, as
     *     what was there may be gone
     * @param last position of the last event that was read; 0 where none was
     * @throws StoreUnavailableException when the server does not come to rest
     */
    <T> T read(Supplier<T> read, ToLongFunction<T> last) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long session = session();
            T found = read.get();
            if (reached(last.applyAsLong(found), session)) {
                return found;
            }
        }
        throw new StoreUnavailableException(Failures.CONNECTION_FAILURE);
    }

    /** To be asked before the database is, and given to {@link #reached}. */
    long session() {
        return disk.session();
    }

    /**
     * Waits until what is committed up to a position is on disk, and wakes this node's readers.
     *
     * @param position of an event that was seen in the database
     * @param session as it was before
     * @return false when that is unknown: a connection or the server failed meanwhile
     */
    boolean reached(long position, long session) {
        if (position > tail.known()) {
            if (!disk.await(session)) {
                return false;
            }
            tail.advance(position);
        }
        return true;
    }
}
