package org.banshi.query.projection.rebuild;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.banshi.query.projection.Projection;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables of a rebuild: of the same names as the live ones, in a schema of their own. They are
 * filled without constraints and indexes, which come last; these keep the names that the migrations
 * gave them, so that later migrations find them after a swap.
 */
final class ShadowTables {

    private static final String LOOK_UP = "rebuild_look_up_";

    private final JdbcTemplate jdbc;
    private final String live;
    private final String shadow;
    private final List<Projection.Table> tables;
    private final Set<String> lookedUp = new HashSet<>();
    private boolean indexed;

    ShadowTables(JdbcTemplate jdbc, Projection projection) {
        this.jdbc = jdbc;
        this.live = String.valueOf(jdbc.queryForObject("SELECT current_schema()", String.class));
        this.shadow = "rebuild_" + projection.name();
        this.tables = projection.tables();
    }

    String live(Projection.Table table) {
        return live(table.name());
    }

    String shadow(Projection.Table table) {
        return shadow(table.name());
    }

    private String live(String table) {
        return quoted(live) + "." + quoted(table);
    }

    String shadow(String table) {
        return quoted(shadow) + "." + quoted(table);
    }

    /** Empty tables, whatever an earlier rebuild left. */
    void create() {
        drop();
        jdbc.execute("CREATE SCHEMA " + quoted(shadow));
        for (Projection.Table table : tables) {
            jdbc.execute(
                    "CREATE TABLE %s (LIKE %s INCLUDING ALL EXCLUDING INDEXES)%s"
                            .formatted(shadow(table), live(table), storage(table)));
        }
    }

    /** Whether an earlier rebuild left tables of the live ones' shape. */
    boolean exist() {
        return tables.stream()
                .allMatch(table -> columns(shadow, table).equals(columns(live, table)));
    }

    private List<String> columns(String schema, Projection.Table table) {
        return jdbc.queryForList(
                """
                SELECT concat_ws(' ', column_name, data_type, collation_name, is_nullable,
                    column_default, generation_expression)
                FROM information_schema.columns WHERE table_schema = ? AND table_name = ?
                ORDER BY ordinal_position
                """,
                String.class,
                schema,
                table.name());
    }

    /** Makes sure that rows are found by a column while the table has no indexes of its own. */
    void lookUpBy(String table, String column) {
        String name = LOOK_UP + table + '_' + column;
        if (!indexed && lookedUp.add(name)) {
            jdbc.execute(
                    "CREATE INDEX IF NOT EXISTS %s ON %s (%s)"
                            .formatted(quoted(name), shadow(table), column));
        }
    }

    /** An earlier run, too, may have made some. */
    private List<String> lookUps() {
        return jdbc.queryForList(
                "SELECT indexname FROM pg_indexes WHERE schemaname = ? AND starts_with(indexname, ?)",
                String.class,
                shadow,
                LOOK_UP);
    }

    /** Constraints and indexes, as the live tables have them, where they are not there yet. */
    void index() {
        lookUps().forEach(it -> jdbc.execute("DROP INDEX " + shadow(it)));
        for (Projection.Table table : tables) {
            constraints(table)
                    .forEach(
                            constraint ->
                                    jdbc.execute(
                                            "ALTER TABLE " + shadow(table) + " ADD " + constraint));
            indexes(table).forEach(jdbc::execute);
            jdbc.execute("ANALYZE " + shadow(table));
        }
        indexed = true;
    }

    private String storage(Projection.Table table) {
        String options =
                jdbc.queryForObject(
                        "SELECT array_to_string(reloptions, ', ') FROM pg_class"
                                + " WHERE oid = ?::regclass",
                        String.class,
                        live(table));
        return options == null ? "" : " WITH (" + options + ")";
    }

    private List<String> constraints(Projection.Table table) {
        return jdbc.queryForList(
                """
                SELECT format('CONSTRAINT %I %s', conname, pg_get_constraintdef(oid))
                FROM pg_constraint
                WHERE conrelid = ?::regclass AND contype IN ('p', 'u', 'x')
                  AND conname NOT IN (
                    SELECT conname FROM pg_constraint WHERE conrelid = ?::regclass)
                """,
                String.class, live(table), shadow(table));
    }

    private List<String> indexes(Projection.Table table) {
        return jdbc
                .queryForList(
                        """
                        SELECT pg_get_indexdef(indexrelid)
                        FROM pg_index i
                        WHERE indrelid = ?::regclass AND NOT EXISTS (
                            SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
                          AND to_regclass(format('%I.%I', ?::text, (
                            SELECT relname FROM pg_class WHERE oid = i.indexrelid))) IS NULL
                        """,
                        String.class, live(table), shadow)
                .stream()
                .map(definition -> inShadow(definition, table))
                .toList();
    }

    /** The server writes the live table with its schema; the index goes where its table is. */
    private String inShadow(String definition, Projection.Table table) {
        String on = " ON " + plain(live) + "." + plain(table.name()) + " ";
        if (!definition.contains(on)) {
            throw new IllegalStateException("unexpected index definition of " + table.name());
        }
        return definition.replace(on, " ON " + shadow(table) + " ");
    }

    private String plain(String name) {
        return String.valueOf(jdbc.queryForObject("SELECT quote_ident(?)", String.class, name));
    }

    /** These tables become the live ones, and the old ones go. */
    void swap() {
        for (Projection.Table table : tables) {
            jdbc.execute("DROP TABLE " + live(table));
            jdbc.execute("ALTER TABLE " + shadow(table) + " SET SCHEMA " + quoted(live));
        }
        jdbc.execute("DROP SCHEMA " + quoted(shadow));
    }

    void drop() {
        jdbc.execute("DROP SCHEMA IF EXISTS " + quoted(shadow) + " CASCADE");
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
