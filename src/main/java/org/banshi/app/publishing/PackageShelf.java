package org.banshi.app.publishing;

import java.util.Optional;
import org.banshi.catalogue.pack.PackageFiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of every package that was ever published, by content hash; never changed. */
public final class PackageShelf {

    private final JdbcClient jdbc;

    PackageShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a package; once is enough. */
    void put(PackageFiles files) {
        jdbc.sql(
                        """
                        INSERT INTO service_package (content_hash, zip) VALUES (?, ?)
                        ON CONFLICT (content_hash) DO NOTHING""")
                .params(files.contentHash(), files.toZip())
                .update();
    }

    /**
     * The package of a hash.
     *
     * @throws IllegalStateException when it is not there, or not what its hash says
     */
    PackageFiles get(String contentHash) {
        Optional<byte[]> zip =
                jdbc.sql("SELECT zip FROM service_package WHERE content_hash = ?")
                        .param(contentHash)
                        .query(byte[].class)
                        .optional();
        PackageFiles files =
                PackageFiles.ofZip(
                        zip.orElseThrow(
                                () -> new IllegalStateException("no package " + contentHash)));
        if (!files.contentHash().equals(contentHash)) {
            throw new IllegalStateException("package " + contentHash + " was altered");
        }
        return files;
    }
}
