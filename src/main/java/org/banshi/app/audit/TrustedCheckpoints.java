package org.banshi.app.audit;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.banshi.eventstore.tree.Checkpoint;
import org.banshi.eventstore.tree.CheckpointPublicKey;

/**
 * The checkpoints that a verification is to hold the log to.
 *
 * @param forged whether there were others, which the key did not sign
 */
record TrustedCheckpoints(List<Checkpoint> list, boolean forged) {

    /**
     * Those in the file that is named {@code --checkpoint}; none where none is.
     *
     * @param data the folder that holds the installation's own key
     * @param out told of those that the key did not sign
     * @throws org.banshi.app.platform.StartUpException when file or key can't be read
     */
    static TrustedCheckpoints of(Map<String, String> options, Path data, PrintStream out) {
        String file = options.get("--checkpoint");
        if (file == null) {
            return new TrustedCheckpoints(List.of(), false);
        }
        CheckpointPublicKey key = Auditing.publicKey(options.get("--public-key"), data);
        List<Checkpoint> trusted = new ArrayList<>();
        List<Checkpoint> all = CheckpointFile.read(Path.of(file));
        for (Checkpoint it : all) {
            if (key.signed(it)) {
                trusted.add(it);
            } else {
                out.printf(
                        "verify: the checkpoint of %s at %d is not signed with key %s%n",
                        it.time(), it.size(), key.id());
            }
        }
        return new TrustedCheckpoints(List.copyOf(trusted), trusted.size() < all.size());
    }
}
