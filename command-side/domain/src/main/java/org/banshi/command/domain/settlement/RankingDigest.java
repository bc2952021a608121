package org.banshi.command.domain.settlement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.banshi.command.contract.settlement.RankedCandidate;

/**
 * One word for a whole list, made slice by slice: SHA-256 over the digest of the slice before, in
 * lower-case hex and empty for the first, and a line {@code candidacy|base|medical|permit|rank} and
 * a line feed for each candidate.
 */
final class RankingDigest {

    private RankingDigest() {}

    static String of(String before, List<RankedCandidate> lines) {
        MessageDigest digest = sha256();
        digest.update(before.getBytes(StandardCharsets.US_ASCII));
        for (RankedCandidate line : lines) {
            String text =
                    line.candidacy()
                            + "|"
                            + line.keys().base().toPlainString()
                            + "|"
                            + line.keys().medicalMonths()
                            + "|"
                            + line.keys().permitMonths()
                            + "|"
                            + line.rank()
                            + "\n";
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
