package org.banshi.eventstore;

/** The last position that the current thread appended. */
final class AppendedHere {

    private final ThreadLocal<Long> last = new ThreadLocal<>();

    void set(long position) {
        last.set(position);
    }

    long get() {
        Long position = last.get();
        return position == null ? 0 : position;
    }

    void clear() {
        last.remove();
    }
}
