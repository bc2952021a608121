package org.banshi.query.projection.rebuild;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.banshi.eventstore.PersonalData;
import org.banshi.query.projection.Projection;
import org.jspecify.annotations.Nullable;

/**
 * Walks two tables of the same shape side by side in order of their keys. Ciphertext differs each
 * time it is written, so personal columns are compared in clear; one whose key was destroyed counts
 * as empty.
 */
final class Comparer {

    private static final int FETCH = 1_000;

    private final PersonalData personal;
    private final MessageDigest liveDigest = sha256();
    private final MessageDigest rebuiltDigest = sha256();
    private long live;
    private long rebuilt;
    private long differing;

    Comparer(PersonalData personal) {
        this.personal = personal;
    }

    Comparison result(long position) {
        HexFormat hex = HexFormat.of();
        return new Comparison(
                position,
                live,
                rebuilt,
                differing,
                hex.formatHex(liveDigest.digest()),
                hex.formatHex(rebuiltDigest.digest()));
    }

    /** Compares one table, given both names with schema, inside a transaction. */
    void compare(
            Connection connection, Projection.Table table, String liveTable, String shadowTable)
            throws SQLException {
        try (PreparedStatement left = statement(connection, liveTable, table);
                PreparedStatement right = statement(connection, shadowTable, table);
                ResultSet leftRows = left.executeQuery();
                ResultSet rightRows = right.executeQuery()) {
            Row ours = next(leftRows, table, liveDigest);
            Row theirs = next(rightRows, table, rebuiltDigest);
            while (ours != null || theirs != null) {
                int order =
                        ours == null ? 1 : theirs == null ? -1 : compareKeys(ours.key, theirs.key);
                if (order != 0 || !ours.text.equals(theirs.text)) {
                    differing++;
                }
                if (order <= 0) {
                    live++;
                    ours = next(leftRows, table, liveDigest);
                }
                if (order >= 0) {
                    rebuilt++;
                    theirs = next(rightRows, table, rebuiltDigest);
                }
            }
        }
    }

    private record Row(Object key, String text) {}

    private static PreparedStatement statement(
            Connection connection, String name, Projection.Table table) throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement("SELECT * FROM " + name + " ORDER BY " + table.key());
        statement.setFetchSize(FETCH);
        return statement;
    }

    private @Nullable Row next(ResultSet rows, Projection.Table table, MessageDigest digest)
            throws SQLException {
        if (!rows.next()) {
            return null;
        }
        StringBuilder text = new StringBuilder(table.name());
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            String value = rows.getString(column);
            text.append('\n')
                    .append(value(rows.getMetaData().getColumnName(column), value, table.sealed()));
        }
        digest.update(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        return new Row(rows.getObject(table.key()), text.toString());
    }

    private String value(String column, @Nullable String value, Set<String> sealed) {
        String clear =
                value != null && sealed.contains(column)
                        ? personal.decrypt(value).orElse(null)
                        : value;
        return clear == null ? "-" : clear.length() + ":" + clear;
    }

    /** Keys are bigint or text of collation "C", whose order is that of their bytes. */
    private static int compareKeys(Object ours, Object theirs) {
        return ours instanceof Long number
                ? number.compareTo((Long) theirs)
                : Arrays.compareUnsigned(bytes(ours), bytes(theirs));
    }

    private static byte[] bytes(Object key) {
        return key.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
