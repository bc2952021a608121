package org.banshi.command.contract.settlement;

import org.jspecify.annotations.Nullable;

/**
 * How far a round's list has come, at the end of a slice.
 *
 * @param candidates lines so far
 * @param placed how many of them have a place, those tied at the edge included
 * @param digest SHA-256 over the digest of the slice before and the lines of this one; empty before
 *     the first
 * @param lastLine null before the first
 */
public record ListSoFar(
        int candidates, int placed, String digest, @Nullable RankedCandidate lastLine) {

    /** Before the first slice. */
    public static final ListSoFar EMPTY = new ListSoFar(0, 0, "", null);
}
