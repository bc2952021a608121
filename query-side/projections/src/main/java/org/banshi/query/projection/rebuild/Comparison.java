package org.banshi.query.projection.rebuild;

/**
 * The live tables against the rebuilt ones, both at the same position.
 *
 * @param position of the log
 * @param live rows that are live
 * @param rebuilt rows that were rebuilt
 * @param differing keys whose rows differ or are on one side only
 * @param liveChecksum SHA-256 over the hashes of the rows in order of their keys, personal columns
 *     in clear
 * @param rebuiltChecksum likewise
 */
public record Comparison(
        long position,
        long live,
        long rebuilt,
        long differing,
        String liveChecksum,
        String rebuiltChecksum) {

    public boolean isEqual() {
        return differing == 0 && liveChecksum.equals(rebuiltChecksum);
    }
}
