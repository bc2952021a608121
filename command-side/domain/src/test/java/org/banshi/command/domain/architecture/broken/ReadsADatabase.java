package org.banshi.command.domain.architecture.broken;

import javax.sql.DataSource;

/** Breaks a rule on purpose. */
public final class ReadsADatabase {

    boolean hasOne(DataSource database) {
        return database != null;
    }
}
