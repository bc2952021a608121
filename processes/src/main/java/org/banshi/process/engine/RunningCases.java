package org.banshi.process.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which cases of a service item the engine carries now, and where they stand. */
public final class RunningCases {

    private final JdbcClient jdbc;

    public RunningCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many cases run on a version. */
    public record Count(int version, long cases) {}

    /**
     * A case.
     *
     * @param application its id
     * @param version that it pinned
     * @param parts ids of the BPMN's parts in which it waits
     */
    public record Standing(String application, int version, List<String> parts) {}

    /**
     * Cases that stand in the same parts of the same version.
     *
     * @param cases how many
     */
    public record Group(int version, List<String> parts, long cases) {}

    /** Of more, the groups of that many are told. */
    static final int LOOKED_AT = 20_000;

    /**
     * Cases by where they stand, {@code most} groups at most, the largest first. Where there are
     * very many cases, not all are looked at: the groups' sum is less than that of {@link #counts}.
     */
    public List<Group> groups(String service, int most) {
        return jdbc.sql(
                        """
                        SELECT version, parts, count(*) FROM (
                            SELECT p.version,
                                (SELECT string_agg(DISTINCT e.act_id_, ' ')
                                 FROM act_ru_execution e
                                 WHERE e.proc_inst_id_ = p.id_ AND e.is_active_
                                     AND e.act_id_ IS NOT NULL) AS parts
                            FROM (SELECT p.id_, d.version_tag_::integer AS version
                                FROM act_ru_execution p
                                    JOIN act_re_procdef d ON d.id_ = p.proc_def_id_
                                WHERE p.parent_id_ IS NULL AND d.key_ = ? LIMIT ?) p) AS standing
                        GROUP BY version, parts ORDER BY 3 DESC, 1, 2 LIMIT ?""")
                .params(service, LOOKED_AT, most)
                .query(
                        (row, n) ->
                                new Group(row.getInt(1), parts(row.getString(2)), row.getLong(3)))
                .list();
    }

    /** One case; empty where no process of it runs. */
    public Optional<Standing> find(String application) {
        return jdbc.sql(
                        """
                        SELECT p.business_key_ AS application, d.version_tag_::integer AS version,
                            (SELECT string_agg(DISTINCT e.act_id_, ' ')
                             FROM act_ru_execution e
                             WHERE e.proc_inst_id_ = p.id_ AND e.is_active_
                                 AND e.act_id_ IS NOT NULL) AS parts
                        FROM act_ru_execution p JOIN act_re_procdef d ON d.id_ = p.proc_def_id_
                        WHERE p.parent_id_ IS NULL AND p.business_key_ = ?""")
                .param(application)
                .query(
                        (row, n) ->
                                new Standing(
                                        row.getString(1), row.getInt(2), parts(row.getString(3))))
                .optional();
    }

    private static List<String> parts(@Nullable String parts) {
        return parts == null ? List.of() : Arrays.asList(parts.split(" "));
    }

    /** By version, the oldest first. */
    public List<Count> counts(String service) {
        return jdbc.sql(
                        """
                        SELECT d.version_tag_::integer AS version, count(*) AS cases
                        FROM act_ru_execution p JOIN act_re_procdef d ON d.id_ = p.proc_def_id_
                        WHERE p.parent_id_ IS NULL AND d.key_ = ?
                        GROUP BY 1 ORDER BY 1""")
                .param(service)
                .query(Count.class)
                .list();
    }

    /** The first ones by version and id, {@code most} at most. */
    public List<Standing> standing(String service, int most) {
        return jdbc.sql(
                        """
                        SELECT p.business_key_ AS application, d.version_tag_::integer AS version,
                            (SELECT string_agg(DISTINCT e.act_id_, ' ')
                             FROM act_ru_execution e
                             WHERE e.proc_inst_id_ = p.id_ AND e.is_active_
                                 AND e.act_id_ IS NOT NULL) AS parts
                        FROM act_ru_execution p JOIN act_re_procdef d ON d.id_ = p.proc_def_id_
                        WHERE p.parent_id_ IS NULL AND d.key_ = ?
                        ORDER BY 2, 1 LIMIT ?""")
                .params(service, most)
                .query(
                        (row, number) ->
                                new Standing(
                                        row.getString(1), row.getInt(2), parts(row.getString(3))))
                .list();
    }
}
