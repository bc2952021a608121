package org.banshi.app.bench;

import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.banshi.eventstore.tree.MerkleLeaf;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What tamper evidence costs: the same commands into a log whose append function leaves the tree
 * and the chain out, in turns. Leaves are hashed for both; their cost is measured alone and taken
 * off the peer.
 */
final class EvidenceFigures {

    private static final int CALLERS = 16;
    private static final int PAIRS = 15;
    private static final int LEAVES = 200_000;

    private EvidenceFigures() {}

    /** Leaves the tree and the chain out from now on. */
    static void leaveOut(DataSource database) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        String whole =
                jdbc.queryForObject(
                        "SELECT pg_get_functiondef('append_group'::regproc)", String.class);
        String without =
                cut(
                        cut(whole, "    -- RFC 6962", "    insert into event_heads"),
                        "    if number >> 10",
                        "    if wake then");
        jdbc.execute(
                without.replace(
                        "    insert into event_heads",
                        "    number := before + events;\n    insert into event_heads"));
    }

    private static String cut(String text, String from, String to) {
        int begin = text.indexOf(from);
        int end = text.indexOf(to, begin);
        if (begin < 0 || end < 0) {
            throw new IllegalStateException("append_group has no part from " + from);
        }
        return text.substring(0, begin) + text.substring(end);
    }

    /** The lines of the figures. */
    static String measure(StoreCommands with, StoreCommands without, Duel.Plan plan)
            throws Exception {
        Duel.Plan pairs =
                new Duel.Plan(plan.warmUp(), plan.round(), Math.max(PAIRS, plan.rounds()));
        double leaf = leafMicros();
        return new Duel("tamper-evidence-16", "per-s", CALLERS, with, "without-tree", without)
                        .measure(pairs)
                + System.lineSeparator()
                + String.format(Locale.ROOT, "bench leaf-hash %.2f us-each", leaf);
    }

    private static double leafMicros() {
        String stream = UUID.randomUUID().toString();
        UUID id = UUID.randomUUID();
        int seen = 0;
        double began = 0;
        for (int leaf = -LEAVES; leaf < LEAVES; leaf++) {
            if (leaf == 0) {
                began = CpuTime.nanos();
            }
            seen +=
                    MerkleLeaf.of(
                            "SmallCase",
                            stream,
                            leaf,
                            "bench.opened",
                            1,
                            id,
                            SmallCase.PAYLOAD,
                            SmallCase.STAMP.toString())[0];
        }
        if (seen == 0) {
            throw new IllegalStateException("nothing was hashed");
        }
        return (CpuTime.nanos() - began) / 1e3 / LEAVES;
    }
}
