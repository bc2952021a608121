package org.banshi.process.version;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.banshi.command.contract.application.ServiceVersion;
import org.banshi.eventstore.LogPositions;
import org.banshi.process.reaction.EngineSubscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes down the cases that a new version is for: page by page, after the engine has begun the
 * process of every application that was in the log; and only while the version is offered. A second
 * pass a while later finds those that a node began which had not heard of the version yet.
 */
final class MoveList {

    private static final Logger LOG = LoggerFactory.getLogger(MoveList.class);

    /** While a version waits for the engine's reader. */
    private static final Duration SOON = Duration.ofMillis(500);

    private final JdbcClient jdbc;
    private final LogPositions positions;
    private final Predicate<ServiceVersion> offered;
    private final Duration heard;
    private final Duration late;
    private final Duration look;
    private final int page;

    /**
     * @param heard by then each node should know of a publication, and begin no more cases on what
     *     was offered before
     * @param late by then every node does
     * @param look until the next look, where nothing is to be listed
     * @param page cases that are listed at once
     */
    MoveList(
            JdbcClient jdbc,
            LogPositions positions,
            Predicate<ServiceVersion> offered,
            Duration heard,
            Duration late,
            Duration look,
            int page) {
        this.jdbc = jdbc;
        this.positions = positions;
        this.offered = offered;
        this.heard = heard;
        this.late = late;
        this.look = look;
        this.page = page;
    }

    private record Open(
            String service, int version, @Nullable Long readTo, boolean late, boolean ripe) {

        ServiceVersion id() {
            return new ServiceVersion(service, version);
        }
    }

    /** One page of each version that is not listed to its end; answers when to come again. */
    Duration next() {
        Duration again = look;
        for (Open one : open()) {
            Duration wait = one.late() ? look : SOON;
            try {
                if (one.ripe() && hasBegunAll(one)) {
                    wait = list(one) ? look : Duration.ZERO;
                }
            } catch (RuntimeException e) {
                LOG.warn("cannot list the cases of {}: {}", one.id(), e.getClass().getName());
                wait = look;
            }
            again = wait.compareTo(again) < 0 ? wait : again;
        }
        return again;
    }

    private List<Open> open() {
        return jdbc.sql(
                        """
                        SELECT service, version, read_to, late,
                            begun_at <= now()
                                - make_interval(secs => CASE WHEN late THEN ? ELSE ? END) AS ripe
                        FROM version_move WHERE NOT listed""")
                .params(late.toMillis() / 1000.0, heard.toMillis() / 1000.0)
                .query(Open.class)
                .list();
    }

    /** Whether the engine has read what was in the log when this pass was first ripe. */
    private boolean hasBegunAll(Open one) {
        Long readTo = one.readTo();
        if (readTo == null) {
            readTo =
                    jdbc.sql(
                                    """
                                    UPDATE version_move SET read_to = coalesce(read_to, ?)
                                    WHERE service = ? AND version = ? RETURNING read_to""")
                            .params(positions.head(), one.service(), one.version())
                            .query(Long.class)
                            .single();
        }
        return positions.of(EngineSubscription.NAME) >= readTo;
    }

    /** False where there may be more. Another node that lists the same version is let go first. */
    private boolean list(Open one) {
        if (!offered.test(one.id())) {
            jdbc.sql("UPDATE version_move SET listed = true WHERE service = ? AND version = ?")
                    .params(one.service(), one.version())
                    .update();
            return true;
        }
        return jdbc.sql(
                        """
                        WITH move AS (
                            SELECT * FROM version_move
                            WHERE service = :service AND version = :version AND NOT listed
                            FOR UPDATE SKIP LOCKED),
                        page AS (
                            SELECT p.id_, p.business_key_, d.version_tag_
                            FROM move JOIN act_re_procdef d ON d.key_ = move.service
                                JOIN act_ru_execution p ON p.proc_def_id_ = d.id_
                            WHERE p.parent_id_ IS NULL AND p.id_ > move.listed_to
                                AND d.version_tag_::integer < move.version
                            ORDER BY p.id_ LIMIT :page),
                        added AS (
                            INSERT INTO version_move_case (service, version, application)
                            SELECT :service, :version, business_key_::uuid FROM page
                            ON CONFLICT DO NOTHING),
                        pass AS (
                            SELECT max(id_) AS last, count(*) < :page AS ended FROM page)
                        UPDATE version_move m
                        SET listed_to = CASE WHEN ended AND NOT m.late THEN ''
                                ELSE coalesce(last, m.listed_to) END,
                            read_to = CASE WHEN ended AND NOT m.late THEN NULL
                                ELSE m.read_to END,
                            late = ended OR m.late,
                            listed = ended AND m.late
                        FROM move, pass
                        WHERE m.service = move.service AND m.version = move.version
                        RETURNING ended""")
                .param("service", one.service())
                .param("version", one.version())
                .param("page", page)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }
}
