package org.banshi.app.publishing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.banshi.app.publishing.Upload.State;
import org.banshi.catalogue.pack.PackageFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Has the golden scenarios of uploaded packages played, one package at a time on each node. Who
 * plays one holds a lock of the database's session: it is free again as soon as that node is dead,
 * and the next one begins anew.
 */
final class UploadProofs implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(UploadProofs.class);

    /** How often a node looks for what another one took in or left. */
    private static final Duration LOOK = Duration.ofSeconds(3);

    private final Uploads uploads;
    private final GoldenProof proof;
    private final DataSource dataSource;
    private final Semaphore wake = new Semaphore(0);
    private volatile @Nullable Thread player;

    UploadProofs(Uploads uploads, GoldenProof proof, DataSource dataSource) {
        this.uploads = uploads;
        this.proof = proof;
        this.dataSource = dataSource;
    }

    /** Looks at once. */
    void look() {
        wake.release();
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::play, "upload-proofs");
        thread.setDaemon(true);
        player = thread;
        thread.start();
    }

    @Override
    public void stop() {
        Thread stopping = player;
        player = null;
        if (stopping != null) {
            stopping.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return player != null;
    }

    private void play() {
        while (player == Thread.currentThread()) {
            try {
                for (String id : uploads.waiting()) {
                    playAlone(id);
                }
                wake.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                wake.drainPermits();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException | SQLException e) {
                LOG.warn("cannot look for uploads: {}", e.getClass().getName());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void playAlone(String id) throws SQLException {
        long key = UUID.fromString(id).getMostSignificantBits();
        try (Connection connection = dataSource.getConnection()) {
            if (locks(connection, "SELECT pg_try_advisory_lock(?)", key)) {
                try {
                    uploads.find(id)
                            .filter(it -> it.state() == State.WAITING)
                            .ifPresent(this::prove);
                } finally {
                    locks(connection, "SELECT pg_advisory_unlock(?)", key);
                }
            }
        }
    }

    private static boolean locks(Connection connection, String sql, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private void prove(Upload upload) {
        String id = upload.id();
        PackageFiles files = uploads.files(id);
        try {
            if (!proof.isGiven(files)) {
                uploads.begin(id);
                proof.give(
                        upload.service(),
                        files,
                        line -> {
                            if (Scenes.isOf(upload.service(), line)) {
                                uploads.tell(id, line);
                            }
                        });
            }
            uploads.change(id, State.WAITING, State.PROVEN);
        } catch (UnprovenException unproven) {
            LOG.info("an upload of {} is not proven", upload.service());
            if (player == Thread.currentThread()) {
                uploads.change(id, State.WAITING, State.FAILED);
            }
        }
    }
}
