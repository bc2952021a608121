package org.banshi.app.audit.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.banshi.app.audit.run.AuditRun.Kind;
import org.banshi.app.audit.run.AuditRun.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of runs. */
@Component
class RunTable {

    /** A run of which nothing was heard for so long ended with its node. */
    private static final String SILENT = "beat_at < now() - interval '60 seconds'";

    private final JdbcClient jdbc;

    RunTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @throws org.springframework.dao.DuplicateKeyException when one of its kind runs
     */
    void begin(
            UUID id,
            Kind kind,
            Map<String, String> asked,
            String account,
            @Nullable String reference) {
        jdbc.sql(
                        "update audit_run set state = 'INTERRUPTED', ended_at = now()"
                                + " where kind = ? and state = 'RUNNING' and "
                                + SILENT)
                .param(kind.name())
                .update();
        jdbc.sql(
                        """
                        insert into audit_run (id, kind, account, reference, asked, state)
                        values (?, ?, ?, ?, ?, 'RUNNING')
                        """)
                .param(1, id)
                .param(2, kind.name())
                .param(3, account)
                .param(4, reference)
                .param(5, RunJson.write(new TreeMap<>(asked)))
                .update();
    }

    /** Tells how far it is; answers whether it is to end. */
    boolean beat(UUID id, long done, long target) {
        return jdbc.sql(
                        """
                        update audit_run set done = ?, target = ?, beat_at = now()
                        where id = ? and state = 'RUNNING' returning cancelled
                        """)
                .params(done, target, id)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    void end(UUID id, State state, @Nullable String result) {
        jdbc.sql(
                        """
                        update audit_run set state = ?, result = ?, ended_at = now(),
                            done = case when ? = 'DONE' then target else done end
                        where id = ? and state = 'RUNNING'
                        """)
                .param(1, state.name())
                .param(2, result)
                .param(3, state.name())
                .param(4, id)
                .update();
    }

    void cancel(UUID id) {
        jdbc.sql("update audit_run set cancelled = true where id = ? and state = 'RUNNING'")
                .param(id)
                .update();
    }

    Optional<AuditRun> find(UUID id) {
        return jdbc.sql("select *, " + SILENT + " as silent from audit_run where id = ?")
                .param(id)
                .query((row, n) -> run(row))
                .optional();
    }

    List<AuditRun> newest(Kind kind, int limit) {
        return jdbc.sql(
                        "select *, "
                                + SILENT
                                + " as silent from audit_run where kind = ?"
                                + " order by started_at desc, id limit ?")
                .params(kind.name(), limit)
                .query((row, n) -> run(row))
                .list();
    }

    private static AuditRun run(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new AuditRun(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("account"),
                row.getString("reference"),
                RunJson.asked(row.getString("asked")),
                state == State.RUNNING && row.getBoolean("silent") ? State.INTERRUPTED : state,
                row.getLong("done"),
                row.getLong("target"),
                row.getString("result"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
