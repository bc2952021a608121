package org.banshi.app.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.banshi.command.contract.settlement.CandidacyEvent;
import org.banshi.command.contract.settlement.CandidacyId;
import org.banshi.command.contract.settlement.RankedCandidate;
import org.banshi.command.contract.settlement.RankingKeys;
import org.banshi.command.contract.settlement.RoundCommand;
import org.banshi.command.contract.settlement.RoundEvent;
import org.banshi.command.contract.settlement.RoundId;
import org.banshi.eventstore.EventLog;
import org.banshi.eventstore.Recorded;

/**
 * Recounts a round's list from the log: from who entered and who left, and nothing that the ranking
 * itself wrote; then holds the recorded list to it, line by line and by its digest.
 */
public final class RankingRecount {

    private static final int PAGE = 1_000;

    private final EventLog log;

    public RankingRecount(EventLog log) {
        this.log = log;
    }

    /**
     * What came of it.
     *
     * @param candidates in the recounted list
     * @param placed of them within the quota, those tied at its edge included
     * @param digest of the recounted list
     * @param recorded the digest in the log; empty while the ranking is not complete
     * @param differing rank of the first line that differs, 0 where none does
     */
    public record Recount(
            int candidates, int placed, String digest, String recorded, int differing) {

        /** Whether the log holds the list that follows from it. */
        public boolean agrees() {
            return differing == 0 && digest.equals(recorded);
        }
    }

    /** Empty where the round's list was never closed. */
    public Optional<Recount> of(RoundId round) {
        Reading reading = new Reading(round);
        long position = 0;
        List<Recorded> page = log.read(position, PAGE);
        while (!page.isEmpty()) {
            page.forEach(reading::take);
            position = page.get(page.size() - 1).position();
            page = log.read(position, PAGE);
        }
        return reading.closed ? Optional.of(reading.result()) : Optional.empty();
    }

    /** One walk through the log. */
    private static final class Reading {

        private final RoundId round;
        private final Map<CandidacyId, RankingKeys> in = new HashMap<>();
        private final List<RankedCandidate> recorded = new ArrayList<>();
        private String digest = "";
        private int quota;
        private boolean closed;

        Reading(RoundId round) {
            this.round = round;
        }

        void take(Recorded event) {
            if (event.event() instanceof RoundEvent it && it.round().equals(round)) {
                take(it);
            } else if (!closed && event.event() instanceof CandidacyEvent it) {
                take(it);
            }
        }

        private void take(RoundEvent event) {
            if (event instanceof RoundEvent.RoundOpened opened) {
                quota = opened.quota();
            } else if (event instanceof RoundEvent.RankingBegun) {
                closed = true;
            } else if (event instanceof RoundEvent.SliceRanked slice) {
                recorded.addAll(slice.lines());
            } else if (event instanceof RoundEvent.RankingCompleted completed) {
                digest = completed.digest();
            }
        }

        private void take(CandidacyEvent event) {
            if (event instanceof CandidacyEvent.Entered entered) {
                if (entered.round().equals(round)) {
                    in.put(entered.candidacy(), entered.keys());
                }
            } else if (event instanceof CandidacyEvent.Withdrawn
                    || event instanceof CandidacyEvent.StruckOff
                    || event instanceof CandidacyEvent.Revoked) {
                in.remove(event.candidacy());
            }
        }

        Recount result() {
            List<RankedCandidate> list = list();
            int placed = (int) list.stream().filter(it -> it.rank() <= quota).count();
            return new Recount(list.size(), placed, digestOf(list), digest, differing(list));
        }

        private List<RankedCandidate> list() {
            List<Map.Entry<CandidacyId, RankingKeys>> sorted = new ArrayList<>(in.entrySet());
            sorted.sort(
                    Map.Entry.<CandidacyId, RankingKeys>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())));
            List<RankedCandidate> list = new ArrayList<>(sorted.size());
            for (Map.Entry<CandidacyId, RankingKeys> it : sorted) {
                RankedCandidate before = list.isEmpty() ? null : list.get(list.size() - 1);
                boolean tied = before != null && before.keys().compareTo(it.getValue()) == 0;
                list.add(
                        new RankedCandidate(
                                it.getKey(),
                                it.getValue(),
                                tied ? before.rank() : list.size() + 1));
            }
            return list;
        }

        private int differing(List<RankedCandidate> list) {
            for (int i = 0; i < Math.max(list.size(), recorded.size()); i++) {
                boolean same =
                        i < list.size()
                                && i < recorded.size()
                                && list.get(i).equals(recorded.get(i));
                if (!same) {
                    return i < list.size() ? list.get(i).rank() : list.size() + 1;
                }
            }
            return 0;
        }
    }

    /** As ADR 0026 says: slice by slice, each over the digest of the one before. */
    private static String digestOf(List<RankedCandidate> list) {
        String digest = "";
        int from = 0;
        do {
            int to = Math.min(list.size(), from + RoundCommand.SLICE);
            MessageDigest sha = sha256();
            sha.update(digest.getBytes(StandardCharsets.US_ASCII));
            for (RankedCandidate it : list.subList(from, to)) {
                sha.update(
                        "%s|%s|%d|%d|%d\n"
                                .formatted(
                                        it.candidacy().value(),
                                        it.keys().base().toPlainString(),
                                        it.keys().medicalMonths(),
                                        it.keys().permitMonths(),
                                        it.rank())
                                .getBytes(StandardCharsets.UTF_8));
            }
            digest = HexFormat.of().formatHex(sha.digest());
            from = to;
        } while (from < list.size());
        return digest;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
