package db.migration.processes;

import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * The engine's tables, by the scripts in the engine's own jar. A later engine gets a later
 * migration with the upgrade scripts of that jar.
 */
public class V300__process_engine extends BaseJavaMigration {

    private static final List<String> PARTS =
            List.of(
                    "engine",
                    "history",
                    "identity",
                    "case.engine",
                    "case.history",
                    "decision.engine",
                    "decision.history");

    @Override
    public void migrate(Context context) {
        for (String part : PARTS) {
            ScriptUtils.executeSqlScript(
                    context.getConnection(),
                    new ClassPathResource(
                            "org/camunda/bpm/engine/db/create/activiti.postgres.create."
                                    + part
                                    + ".sql"));
        }
    }

    /** The scripts never change: the jar's version is pinned. */
    @Override
    public Integer getChecksum() {
        return 724;
    }
}
