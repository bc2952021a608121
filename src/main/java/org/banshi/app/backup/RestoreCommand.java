package org.banshi.app.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.banshi.app.Launch;
import org.banshi.app.Subcommand;
import org.banshi.app.platform.Setting;
import org.banshi.app.platform.StartUpException;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.jspecify.annotations.Nullable;

/** Makes the data folder of a backup, or puts the keys of a backup into it. */
public final class RestoreCommand implements Subcommand {

    private static final String USAGE =
            "usage: ./banshi restore DIR [--keys DIR] | --keys DIR; into BANSHI_DATA";

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String summary() {
        return "make an empty data folder of a backup: restore DIR [--keys DIR]";
    }

    @Override
    public int run(List<String> arguments) {
        int option = arguments.indexOf("--keys");
        boolean understood =
                option < 0 ? arguments.size() == 1 : option <= 1 && arguments.size() == option + 2;
        if (!understood || arguments.get(0).startsWith("-") && option != 0) {
            throw new StartUpException(USAGE);
        }
        Path keys =
                option < 0
                        ? null
                        : BackupCommand.keys(Path.of(arguments.get(option + 1)))
                                .newest(Instant.now());
        String masterKey = Setting.of("banshi.master.key").orElse(null);
        boolean whole =
                option == 0
                        ? restoreKeys(Objects.requireNonNull(keys), masterKey)
                        : restore(Path.of(arguments.get(0)), keys, masterKey);
        return whole ? 0 : 1;
    }

    /** Whether they open all that they should. */
    private static boolean restoreKeys(Path keys, @Nullable String masterKey) {
        Path data = Launch.data();
        if (FileKeyVault.isIn(data.resolve("keys"))) {
            throw new StartUpException("there are keys in " + data.resolve("keys") + " already");
        }
        OptionalInt keyless = new Restore(keys, keys, masterKey).keysInto(data);
        System.out.printf("restored the keys of %s into %s%n", keys, data.resolve("keys"));
        if (keyless.isEmpty()) {
            System.out.println("They were held to no database: there is none in " + data + " yet.");
        }
        return tellKeyless(keyless.orElse(0));
    }

    /** Whether the keys, if any came along, open all that they should. */
    private static boolean restore(Path backup, @Nullable Path keys, @Nullable String masterKey) {
        boolean external = Setting.of("banshi.database.url").isPresent();
        Restore.Done done = new Restore(backup, keys, masterKey).into(Launch.data(), external);
        System.out.printf(
                "restored into %s: the log ends at %d, recorded at %s, and its chain holds%n",
                Launch.data(), done.head().position(), done.head().recordedAt());
        System.out.printf(
                "%d papers are all there, %d of them cannot be read for want of a key%n",
                done.papers().papers(), done.papers().unreadable());
        if (keys == null) {
            System.out.println(
                    "Before the first start restore the keys: ./banshi restore --keys DIR");
        }
        System.out.println("Read models came along; any can be made anew: ./banshi rebuild VIEW");
        return tellKeyless(done.keyless());
    }

    /** Whether everybody in the database has a key, or had one that was destroyed. */
    private static boolean tellKeyless(int keyless) {
        if (keyless > 0) {
            System.out.printf(
                    "%d people who are in the database have no key: this backup of keys is older"
                            + " than the database. Do NOT start with it, or they get new keys that open"
                            + " nothing of before; restore into another folder with newer keys.%n",
                    keyless);
        }
        return keyless == 0;
    }
}
