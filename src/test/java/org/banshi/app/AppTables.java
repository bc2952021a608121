package org.banshi.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.banshi.app.platform.Database;
import org.banshi.eventstore.PersonalData;
import org.banshi.eventstore.crypto.FileKeyVault;
import org.banshi.eventstore.crypto.VaultPersonalData;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The application's own tables in a database of their own, without the application. */
public record AppTables(DataSource source, JdbcClient jdbc, PersonalData personal, Path folder) {

    public static AppTables fresh() {
        Database database = TestDatabase.fresh();
        DriverManagerDataSource source =
                new DriverManagerDataSource(
                        database.url(),
                        String.valueOf(database.user()),
                        String.valueOf(database.password()));
        Flyway.configure()
                .dataSource(source)
                // Some of the application's stand on those of the log.
                .locations("classpath:db/migration/store", "classpath:db/migration/app")
                .load()
                .migrate();
        try {
            Path folder =
                    Files.createTempDirectory(
                            Files.createDirectories(Path.of("target").toAbsolutePath()), "app");
            return new AppTables(
                    source,
                    JdbcClient.create(source),
                    new VaultPersonalData(FileKeyVault.open(folder.resolve("keys"), null)),
                    folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
