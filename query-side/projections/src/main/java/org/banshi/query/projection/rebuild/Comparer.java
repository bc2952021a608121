package org.banshi.query.projection.rebuild;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
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
    private final BooleanSupplier cancelled;
    private final MessageDigest one = sha256();
    private final MessageDigest liveDigest = sha256();
    private final MessageDigest rebuiltDigest = sha256();
    private long live;
    private long rebuilt;
    private long differing;

    /**
     * @param cancelled asked between rows; once true, the result says nothing
     */
    Comparer(PersonalData personal, BooleanSupplier cancelled) {
        this.personal = personal;
        this.cancelled = cancelled;
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
        List<String> columns = columns(connection, liveTable);
        try (PreparedStatement left = statement(connection, liveTable, table, columns);
                PreparedStatement right = statement(connection, shadowTable, table, columns);
                ResultSet leftRows = left.executeQuery();
                ResultSet rightRows = right.executeQuery()) {
            Row ours = next(leftRows, table, liveDigest);
            Row theirs = next(rightRows, table, rebuiltDigest);
            while ((ours != null || theirs != null) && !cancelled.getAsBoolean()) {
                int order =
                        ours == null ? 1 : theirs == null ? -1 : compareKeys(ours.key, theirs.key);
                if (order != 0 || !Arrays.equals(ours.digest, theirs.digest)) {
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

    private record Row(Object key, byte[] digest) {}

    /**
     * The server hashes what is in clear: it is near the rows, and they are long. Each value comes
     * with its length; null has none.
     */
    private static PreparedStatement statement(
            Connection connection, String name, Projection.Table table, List<String> columns)
            throws SQLException {
        String clear =
                columns.stream()
                        .filter(column -> !table.sealed().contains(column))
                        .map(column -> "octet_length(%s::text), ':', %s".formatted(column, column))
                        .collect(Collectors.joining(", "));
        String sealed =
                table.sealed().stream().sorted().map(it -> ", " + it).collect(Collectors.joining());
        PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT %s, sha256(convert_to(concat(%s), 'UTF8'))%s FROM %s ORDER BY %s"
                                .formatted(table.key(), clear, sealed, name, table.key()));
        statement.setFetchSize(FETCH);
        return statement;
    }

    private static List<String> columns(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT * FROM " + name + " LIMIT 0");
                ResultSet none = statement.executeQuery()) {
            ResultSetMetaData data = none.getMetaData();
            List<String> columns = new ArrayList<>();
            for (int column = 1; column <= data.getColumnCount(); column++) {
                columns.add(data.getColumnName(column));
            }
            return columns;
        }
    }

    private @Nullable Row next(ResultSet rows, Projection.Table table, MessageDigest whole)
            throws SQLException {
        if (!rows.next()) {
            return null;
        }
        byte[] digest = rows.getBytes(2);
        if (!table.sealed().isEmpty()) {
            one.update(digest);
            for (int column = 3; column < 3 + table.sealed().size(); column++) {
                one.update(opened(rows.getString(column)).getBytes(StandardCharsets.UTF_8));
            }
            digest = one.digest();
        }
        whole.update(digest);
        return new Row(rows.getObject(1), digest);
    }

    private String opened(@Nullable String sealed) {
        String clear = sealed == null ? null : personal.decrypt(sealed).orElse(null);
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
