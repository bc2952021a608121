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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The application's own tables in a database of their own, without the application. */
public record AppTables(DataSource source, JdbcClient jdbc, PersonalData personal, Path folder) {

    public static AppTables fresh() {
        Database database = TestDatabase.migrated();
        DriverManagerDataSource source =
                new DriverManagerDataSource(
                        database.url(),
                        String.valueOf(database.user()),
                        String.valueOf(database.password()));
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
