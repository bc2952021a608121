package org.banshi.app.operation;

/**
 * What became of a rebuild.
 *
 * @param position of the log at which both sides were compared
 * @param live rows that were live
 * @param rebuilt rows that were rebuilt
 * @param differing rows that differ or are on one side only
 * @param checksum SHA-256 over the rebuilt rows
 * @param swapped whether the rebuilt rows are live now
 */
public record RebuildOutcome(
        long position, long live, long rebuilt, long differing, String checksum, boolean swapped) {}
