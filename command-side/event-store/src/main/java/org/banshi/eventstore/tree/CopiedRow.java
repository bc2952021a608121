package org.banshi.eventstore.tree;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * An event's row in PostgreSQL's binary COPY format: the columns of {@link #COLUMNS}, each after
 * its length. Nothing is decoded that need not be.
 */
final class CopiedRow {

    /** Those before the texts have a fixed length. */
    static final String COLUMNS =
            "position, recorded_at, stream, sequence, type, revision, id, payload, metadata, leaf";

    private static final byte[] SIGNATURE = "PGCOPY\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 11 + 2 * Integer.BYTES;
    private static final int FIELDS = 10;

    /** In bytes, of the columns up to the texts. */
    private static final int[] LENGTHS = {
        Long.BYTES, Long.BYTES, Long.BYTES, Integer.BYTES, Short.BYTES, Short.BYTES, 2 * Long.BYTES
    };

    /** From PostgreSQL's epoch, 2000, to 1970. */
    private static final long EPOCH_MICROS = 946_684_800_000_000L;

    private static final int POSITION = Short.BYTES + Integer.BYTES;
    private static final int TIME = POSITION + Long.BYTES + Integer.BYTES;
    private static final int STREAM = TIME + Long.BYTES + Integer.BYTES;
    private static final int SEQUENCE = STREAM + Long.BYTES + Integer.BYTES;
    private static final int TYPE = SEQUENCE + Integer.BYTES + Integer.BYTES;
    private static final int REVISION = TYPE + Short.BYTES + Integer.BYTES;
    private static final int ID = REVISION + Short.BYTES + Integer.BYTES;

    private final ByteBuffer row;
    private final int start;
    private final int payload;
    private final int metadata;
    private final int leaf;
    private final boolean whole;

    private CopiedRow(byte[] message, int start) {
        this.row = ByteBuffer.wrap(message);
        this.start = start;
        boolean full = true;
        int at = start + Short.BYTES;
        for (int length : LENGTHS) {
            full &= row.getInt(at) == length;
            at = after(at);
        }
        this.payload = at;
        this.metadata = after(payload);
        this.leaf = after(metadata);
        this.whole = full && row.getInt(payload) >= 0 && row.getInt(metadata) >= 0;
    }

    /** Where the column after the one at {@code at} begins; one that is null has length -1. */
    private int after(int at) {
        return at + Integer.BYTES + Math.max(0, row.getInt(at));
    }

    /** Where the row begins in a message of COPY; -1 when it holds none. */
    private static int start(byte[] message) {
        int start = 0;
        if (message.length >= HEADER
                && ByteBuffer.wrap(message, 0, SIGNATURE.length)
                        .equals(ByteBuffer.wrap(SIGNATURE))) {
            start = HEADER + ByteBuffer.wrap(message).getInt(HEADER - Integer.BYTES);
        }
        boolean row =
                message.length - start > Short.BYTES
                        && ByteBuffer.wrap(message).getShort(start) == FIELDS;
        return row ? start : -1;
    }

    /** Whether the message holds a row, and not only the beginning or the end. */
    static boolean isIn(byte[] message) {
        return start(message) >= 0;
    }

    static CopiedRow of(byte[] message) {
        return new CopiedRow(message, start(message));
    }

    /** Whether no column is null but perhaps the leaf; else only position and leaf can be read. */
    boolean whole() {
        return whole;
    }

    long position() {
        return row.getLong(start + POSITION);
    }

    /** Microseconds since 1970. */
    long micros() {
        return row.getLong(start + TIME) + EPOCH_MICROS;
    }

    long stream() {
        return row.getLong(start + STREAM);
    }

    short type() {
        return row.getShort(start + TYPE);
    }

    byte[] storedLeaf() {
        byte[] stored = new byte[Math.max(0, row.getInt(leaf))];
        row.get(leaf + Integer.BYTES, stored);
        return stored;
    }

    /** The leaf that the content has. */
    byte[] leaf(LeafContent content, LogPart.Stream of, byte[] name) {
        byte[] bytes = row.array();
        return content.begin(bytes.length)
                .text(of.type())
                .text(of.name())
                .number((long) row.getInt(start + SEQUENCE))
                .text(name)
                .number((int) row.getShort(start + REVISION))
                .number(row.getLong(start + ID))
                .number(row.getLong(start + ID + Long.BYTES))
                .text(bytes, payload + Integer.BYTES, row.getInt(payload))
                .text(bytes, metadata + Integer.BYTES, row.getInt(metadata))
                .leaf();
    }
}
