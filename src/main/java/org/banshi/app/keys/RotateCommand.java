package org.banshi.app.keys;

import java.nio.file.Path;
import java.util.List;
import org.banshi.app.Launch;
import org.banshi.app.Subcommand;
import org.banshi.app.platform.DataFolder;
import org.banshi.app.platform.Setting;
import org.banshi.app.platform.StartUpException;
import org.banshi.eventstore.crypto.MasterKeyRotation;
import org.jspecify.annotations.Nullable;

/** Wraps all keys under a new master key, while nothing runs. */
public final class RotateCommand implements Subcommand {

    @Override
    public String name() {
        return "rotate-keys";
    }

    @Override
    public String summary() {
        return "wrap the keys of people's data under a new master key, while nothing runs";
    }

    @Override
    public int run(List<String> arguments) {
        if (!arguments.isEmpty()) {
            throw new StartUpException("usage: ./banshi rotate-keys");
        }
        @Nullable String from = Setting.of("banshi.master.key").orElse(null);
        @Nullable String to = Setting.of("banshi.new.master.key").orElse(null);
        // A node on an external database owns no folder: it stops at the new journal by itself.
        try (DataFolder folder = DataFolder.own(Launch.data())) {
            Path keys = folder.path().resolve("keys");
            int wrapped = MasterKeyRotation.rotate(keys, from, to);
            System.out.printf("wrapped %d keys under the new master key%n", wrapped);
        } catch (IllegalStateException unfit) {
            throw new StartUpException("nothing was changed: " + unfit.getMessage(), unfit);
        }
        System.out.println(
                to == null
                        ? "It is kept with the keys; unset BANSHI_MASTER_KEY."
                        : "Set BANSHI_MASTER_KEY to the new one before the next start.");
        System.out.println(
                "Back up the keys now: ./banshi backup --keys DIR. Older backups need the old key.");
        return 0;
    }
}
