package org.banshi.app.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.banshi.app.Launch;
import org.banshi.app.Subcommand;
import org.banshi.app.platform.DatabaseHost;
import org.banshi.app.platform.Setting;
import org.banshi.app.platform.StartUpException;
import org.springframework.boot.convert.DurationStyle;

/** Backs up database and papers, or the keys, whether or not an instance runs. */
public final class BackupCommand implements Subcommand {

    private static final String USAGE = "usage: ./banshi backup DIR | --keys DIR";
    private static final Duration KEEP_KEYS = Duration.ofDays(30);

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String summary() {
        return "back up database and papers into a new folder: backup DIR; the keys: --keys DIR";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() == 2 && arguments.get(0).equals("--keys")) {
            KeyBackup.Made made =
                    keys(Path.of(arguments.get(1)))
                            .make(Launch.data().resolve("keys"), Instant.now());
            System.out.printf(
                    "keys backed up into %s; %d older than %d days deleted%n",
                    made.backup(), made.deleted(), keepKeys().toDays());
            return 0;
        }
        if (arguments.size() != 1 || arguments.get(0).startsWith("-")) {
            throw new StartUpException(USAGE);
        }
        try (DatabaseHost host = DatabaseHost.reach(Launch.data())) {
            Manifest manifest = new Backup(host).into(Path.of(arguments.get(0)));
            System.out.println(line(manifest));
        }
        return 0;
    }

    static KeyBackup keys(Path folder) {
        return new KeyBackup(folder, keepKeys());
    }

    private static Duration keepKeys() {
        try {
            return Setting.of("banshi.keep.key.backups")
                    .map(DurationStyle::detectAndParse)
                    .orElse(KEEP_KEYS);
        } catch (IllegalArgumentException e) {
            throw new StartUpException("BANSHI_KEEP_KEY_BACKUPS is no time such as 30d", e);
        }
    }

    private static String line(Manifest manifest) {
        String line =
                "backed up %d files, %d MB, to position %d of the log%n"
                        .formatted(
                                manifest.files().size(),
                                manifest.bytes() >> 20,
                                manifest.log() == null ? 0 : manifest.log().position());
        return manifest.kind() == Manifest.Kind.PAPERS
                ? line
                        + "The database is NOT in it, as it is an external one: back it up by its own"
                        + " means (src/docs/backup.md)."
                : line + "The keys are not in it: ./banshi backup --keys DIR";
    }
}
