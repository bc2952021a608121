package org.banshi.app.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.banshi.app.platform.Database;
import org.banshi.app.platform.Setting;
import org.banshi.app.platform.StartUpException;
import org.banshi.eventstore.tree.CheckpointKey;
import org.banshi.eventstore.tree.CheckpointPublicKey;
import org.banshi.eventstore.tree.Checkpoints;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What commands and pages have in common. */
final class Auditing {

    private Auditing() {}

    static Checkpoints checkpoints(DataSource dataSource, Path data) {
        return new Checkpoints(
                new JdbcTemplate(dataSource),
                key(data),
                Setting.of("banshi.origin").orElse("banshi"),
                Clock.systemUTC());
    }

    /**
     * What checkpoints are to be signed with.
     *
     * @param given in base64, or a file that holds it; the installation's own key where none is
     * @throws StartUpException when there is none, or it is no key
     */
    static CheckpointPublicKey publicKey(@Nullable String given, Path data) {
        if (given == null) {
            if (!CheckpointKey.isIn(data.resolve("keys"))) {
                throw new StartUpException(
                        "no key to check checkpoints with is in %s; name it with --public-key"
                                .formatted(data.resolve("keys")));
            }
            return key(data).publicHalf();
        }
        try {
            boolean file = given.length() < 256 && Files.isReadable(Path.of(given));
            return CheckpointPublicKey.of(file ? Files.readString(Path.of(given)) : given);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartUpException(
                    "--public-key is neither a key in base64 nor a file that holds one", e);
        }
    }

    static CheckpointKey key(Path data) {
        return CheckpointKey.in(data.resolve("keys"));
    }

    static DataSource source(Database database) {
        DriverManagerDataSource source = new DriverManagerDataSource(database.url());
        if (database.user() != null) {
            source.setUsername(database.user());
        }
        if (database.password() != null) {
            source.setPassword(database.password());
        }
        return source;
    }
}
