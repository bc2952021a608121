package org.banshi.eventstore.tree;

import java.sql.ResultSet;
import java.sql.SQLException;

/** What was committed together, as its row has it; a hash that is not there is empty. */
record LogGroup(long position, long micros, byte[] root, byte[] chain) {

    /** Of position, micros, root and chain. */
    static LogGroup of(ResultSet row) throws SQLException {
        return new LogGroup(
                row.getLong(1),
                row.getLong(2),
                Hashes.orNone(row.getBytes(3)),
                Hashes.orNone(row.getBytes(4)));
    }
}
