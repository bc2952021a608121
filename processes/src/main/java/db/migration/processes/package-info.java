/** Migrations that are not plain SQL. */
@NullMarked
package db.migration.processes;

import org.jspecify.annotations.NullMarked;
