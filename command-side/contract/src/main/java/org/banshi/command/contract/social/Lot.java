package org.banshi.command.contract.social;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.banshi.command.contract.place.RegionCode;

/**
 * A place in the row of cases of which some are drawn for a spot check (抽查). From the seed and the
 * number everybody computes the same, so an auditor repeats the draw of a year from the log. Each
 * item and each share has a row of its own: the share that one item owes is not met by drawing
 * another's cases.
 *
 * @param service item whose cases are counted
 * @param county whose cases are counted
 * @param year in which they are counted
 * @param serial from 1, without gaps
 * @param seed made at random when the row began; the same for all its cases
 */
public record Lot(String service, RegionCode county, int year, int serial, String seed) {

    private static final int HUNDRED = 100;

    /**
     * Whether this case is drawn: by its hash, and always where else fewer than {@code percent} of
     * the cases so far would have been. So the share never lies below, and nobody foresees the next
     * case without the seed.
     */
    public boolean drawn(int percent) {
        int drawn = 0;
        for (int n = 1; n < serial; n++) {
            drawn += isDrawn(n, drawn, percent) ? 1 : 0;
        }
        return isDrawn(serial, drawn, percent);
    }

    private boolean isDrawn(int number, int drawnBefore, int percent) {
        return drawnBefore * HUNDRED < percent * number || hash(number) < percent;
    }

    /** 0 to 99. */
    private int hash(int number) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest((seed + "/" + number).getBytes(StandardCharsets.UTF_8));
            int first = (digest[0] & 0xff) << 16 | (digest[1] & 0xff) << 8 | digest[2] & 0xff;
            return first % HUNDRED;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
