package org.banshi.app.publishing;

import org.banshi.catalogue.pack.PackageFiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was last taken from the folder of packages: only a change of it is news at a start. */
final class TakenFolders {

    private final JdbcClient jdbc;

    TakenFolders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean has(String service, PackageFiles files) {
        return jdbc.sql("SELECT content_hash FROM service_folder WHERE service = ?")
                .param(service)
                .query(String.class)
                .optional()
                .filter(files.contentHash()::equals)
                .isPresent();
    }

    void add(String service, PackageFiles files) {
        jdbc.sql(
                        """
                        INSERT INTO service_folder (service, content_hash) VALUES (?, ?)
                        ON CONFLICT (service) DO UPDATE SET content_hash = excluded.content_hash""")
                .params(service, files.contentHash())
                .update();
    }
}
