package org.banshi.app.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.banshi.app.access.Access.Ground;
import org.banshi.app.access.Access.Kind;
import org.banshi.app.access.Access.Outcome;

/**
 * Counts what strangers were refused, by network and minute: one line of the journal for each, so
 * that nobody fills it without a log-in. Whoever kills the node loses a minute's counts.
 */
final class Strangers {

    /** Networks that are told apart in a minute; the rest is one more. */
    private static final int NETWORKS = 500;

    static final String OTHERS = "other networks";

    private final Map<Instant, Map<String, Long>> minutes = new TreeMap<>();

    /** Counts a refusal. */
    synchronized void count(String address, Instant at) {
        Map<String, Long> counts =
                minutes.computeIfAbsent(
                        at.truncatedTo(ChronoUnit.MINUTES), minute -> new TreeMap<>());
        String network = network(address);
        boolean told = counts.containsKey(network) || counts.size() < NETWORKS;
        counts.merge(told ? network : OTHERS, 1L, Long::sum);
    }

    /** The lines of the minutes that are over; they are given once. */
    synchronized List<Access> before(Instant now) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        return take(minutes.keySet().stream().filter(minute::isAfter).toList());
    }

    /** The lines of all minutes. */
    synchronized List<Access> all() {
        return take(List.copyOf(minutes.keySet()));
    }

    private List<Access> take(List<Instant> over) {
        List<Access> lines = new ArrayList<>();
        for (Instant minute : over) {
            Map<String, Long> counts = minutes.getOrDefault(minute, Map.of());
            counts.forEach((network, count) -> lines.add(line(minute, network, count)));
            minutes.remove(minute);
        }
        return lines;
    }

    private static Access line(Instant minute, String network, long count) {
        return new Access(
                UUID.randomUUID(),
                minute,
                "",
                List.of(),
                null,
                null,
                Kind.STRANGERS,
                count + (count == 1 ? " refusal" : " refusals"),
                network,
                List.of(),
                List.of(),
                Ground.NONE,
                null,
                Outcome.REFUSED,
                0);
    }

    /** The first 24 bits of an address, of IPv6 the first 48: a provider gives no one less. */
    static String network(String address) {
        if (address.indexOf(':') >= 0) {
            String[] groups = address.split(":", -1);
            StringBuilder prefix = new StringBuilder();
            for (int i = 0; i < 3 && i < groups.length && !groups[i].isEmpty(); i++) {
                prefix.append(groups[i]).append(':');
            }
            return prefix.append(":/48").toString();
        }
        int host = address.lastIndexOf('.');
        return host < 0 ? "unknown" : address.substring(0, host) + ".0/24";
    }
}
