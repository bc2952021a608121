package org.banshi.query.projection.rebuild;

import java.util.List;
import org.banshi.query.projection.Projection;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables of a rebuild: of the same names as the live ones, in a schema of their own, so that
 * the projection's SQL fills them as soon as the search path leads there first. Constraints and
 * indexes keep the names that the migrations gave them, so that later migrations find them after a
 * swap.
 */
final class ShadowTables {

    private final JdbcTemplate jdbc;
    private final String live;
    private final String shadow;
    private final List<Projection.Table> tables;

    ShadowTables(JdbcTemplate jdbc, Projection projection) {
        this.jdbc = jdbc;
        this.live = String.valueOf(jdbc.queryForObject("SELECT current_schema()", String.class));
        this.shadow = "rebuild_" + projection.name();
        this.tables = projection.tables();
    }

    String live(Projection.Table table) {
        return quoted(live) + "." + quoted(table.name());
    }

    String shadow(Projection.Table table) {
        return quoted(shadow) + "." + quoted(table.name());
    }

    /** Empty tables, whatever an earlier rebuild left. */
    void create() {
        drop();
        jdbc.execute("CREATE SCHEMA " + quoted(shadow));
        for (Projection.Table table : tables) {
            jdbc.execute(
                    "CREATE TABLE %s (LIKE %s INCLUDING ALL EXCLUDING INDEXES)%s"
                            .formatted(shadow(table), live(table), storage(table)));
            constraints(table)
                    .forEach(
                            constraint ->
                                    jdbc.execute(
                                            "ALTER TABLE " + shadow(table) + " ADD " + constraint));
            indexes(table).forEach(jdbc::execute);
        }
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
                """,
                String.class, live(table));
    }

    private List<String> indexes(Projection.Table table) {
        return jdbc
                .queryForList(
                        """
                        SELECT pg_get_indexdef(indexrelid)
                        FROM pg_index i
                        WHERE indrelid = ?::regclass AND NOT EXISTS (
                            SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
                        """,
                        String.class,
                        live(table))
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

    /** For the rest of the transaction, the projection's SQL means these tables. */
    void use() {
        jdbc.execute("SET LOCAL search_path TO " + quoted(shadow) + ", " + quoted(live));
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
