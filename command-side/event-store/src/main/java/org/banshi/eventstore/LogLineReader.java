package org.banshi.eventstore;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.banshi.eventstore.tree.LeafContent;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link LogLine} writes, line by line, and nothing else: whatever is read would be
 * written byte for byte the same.
 */
final class LogLineReader {

    /** Longest line, in bytes; a payload's longest is below. */
    private static final int LONGEST = 64 << 20;

    /**
     * An event as its line tells it; texts in UTF-8. Of the payload, the bytes are reused. The last
     * event of a group tells the group's end, and {@code leaf} is what the line says it is.
     */
    record Line(
            UUID id,
            byte[] name,
            long position,
            byte[] stream,
            byte[] streamType,
            int sequence,
            short revision,
            Instant recordedAt,
            byte[] metadata,
            byte[] leaf,
            LogLine.@Nullable GroupEnd end,
            ByteBuffer payload) {

        /** The leaf that the event has by what it holds. */
        byte[] leaf(LeafContent content) {
            return content.begin(payload.remaining() + metadata.length)
                    .text(streamType)
                    .text(stream)
                    .number((long) sequence)
                    .text(name)
                    .number((int) revision)
                    .number(id.getMostSignificantBits())
                    .number(id.getLeastSignificantBits())
                    .text(
                            payload.array(),
                            payload.arrayOffset() + payload.position(),
                            payload.remaining())
                    .text(metadata)
                    .leaf();
        }
    }

    private final InputStream in;
    private byte[] buffer = new byte[1 << 18];
    private int start;
    private int filled;

    private long number;
    private int at;
    private int end;
    private byte[] lastTime = {};
    private Instant lastInstant = Instant.EPOCH;

    LogLineReader(InputStream in) {
        this.in = in instanceof BufferedInputStream ? in : new BufferedInputStream(in, 1 << 16);
    }

    /** Number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /**
     * The next event, or null at the file's end. What it holds is good until the next call.
     *
     * @throws ImportRefusedException when the line is not what an export writes
     */
    @Nullable Line next() throws IOException {
        if (!nextLine()) {
            return null;
        }
        try {
            return parse();
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw refused("is not as an export writes it");
        }
    }

    ImportRefusedException refused(String why) {
        return new ImportRefusedException(number, why);
    }

    private Line parse() {
        expect(LogLine.BEGIN);
        String idText = ascii(plain());
        UUID id = UUID.fromString(idText);
        require(id.toString().equals(idText));
        expect(LogLine.TYPE);
        byte[] name = text();
        String time = "";
        if (accept(LogLine.TIME)) {
            time = new String(plain(), StandardCharsets.UTF_8);
            require(!time.isEmpty());
        }
        expect(LogLine.POSITION);
        long position = whole(plain());
        expect(LogLine.STREAM);
        byte[] stream = text();
        expect(LogLine.STREAM_TYPE);
        byte[] streamType = text();
        expect(LogLine.SEQUENCE);
        int sequence = Math.toIntExact(whole(plain()));
        expect(LogLine.REVISION);
        int digits = at;
        while (buffer[at] >= '0' && buffer[at] <= '9') {
            at++;
        }
        long revision = whole(Arrays.copyOfRange(buffer, digits, at));
        require(revision <= Short.MAX_VALUE);
        expect(LogLine.RECORDED_TIME);
        Instant recordedAt = recordedTime(plain());
        expect(LogLine.METADATA);
        byte[] metadata = text();
        require(LogLine.timeIn(new String(metadata, StandardCharsets.UTF_8)).equals(time));
        expect(LogLine.LEAF);
        byte[] leaf = hash(plain());
        LogLine.GroupEnd group = null;
        if (accept(LogLine.ROOT)) {
            byte[] root = hash(plain());
            expect(LogLine.CHAIN);
            group = new LogLine.GroupEnd(root, hash(plain()));
        }
        ByteBuffer payload = payload();
        return new Line(
                id,
                name,
                position,
                stream,
                streamType,
                sequence,
                (short) revision,
                recordedAt,
                metadata,
                leaf,
                group,
                payload);
    }

    /** What lies between the last attribute and the closing brace. */
    private ByteBuffer payload() {
        require(buffer[end - 1] == '}');
        if (accept(LogLine.DATA)) {
            require(LogLine.isOneLine(buffer, at, end));
            return ByteBuffer.wrap(buffer, at, end - 1 - at);
        }
        expect(LogLine.DATA_BASE64);
        byte[] coded = plain();
        require(at == end - 2);
        byte[] payload = Base64.getDecoder().decode(coded);
        require(!LogLine.isOneLine(payload, 0, payload.length));
        require(Arrays.equals(Base64.getEncoder().encode(payload), coded));
        return ByteBuffer.wrap(payload);
    }

    /** Groups have one time for all of their events. */
    private Instant recordedTime(byte[] text) {
        if (!Arrays.equals(text, lastTime)) {
            lastInstant = LogLine.recordedTime(ascii(text));
            lastTime = text;
        }
        return lastInstant;
    }

    private static long whole(byte[] text) {
        String digits = ascii(text);
        long value = Long.parseLong(digits);
        require(value >= 0 && Long.toString(value).equals(digits));
        return value;
    }

    private static byte[] hash(byte[] hex) {
        require(hex.length == 64);
        return LogLine.hash(ascii(hex));
    }

    /** Up to the next quote, which is not passed. */
    private byte[] plain() {
        int from = at;
        while (at < end && buffer[at] != '"') {
            require(buffer[at] != '\\');
            at++;
        }
        return Arrays.copyOfRange(buffer, from, at);
    }

    /** Up to the quote that ends the text, which is not passed. */
    private byte[] text() {
        int from = at;
        while (at < end && buffer[at] != '"' && buffer[at] != '\\') {
            require(buffer[at] < 0 || buffer[at] >= ' ');
            at++;
        }
        if (at < end && buffer[at] == '"') {
            return Arrays.copyOfRange(buffer, from, at);
        }
        byte[] text = new byte[end - from];
        int length = at - from;
        System.arraycopy(buffer, from, text, 0, length);
        while (at < end && buffer[at] != '"') {
            byte next = buffer[at++];
            require(next < 0 || next >= ' ');
            text[length++] = next == '\\' ? escaped() : next;
        }
        return Arrays.copyOf(text, length);
    }

    private byte escaped() {
        byte next = buffer[at++];
        if (next == '"' || next == '\\') {
            return next;
        }
        String hex = new String(buffer, at, 4, StandardCharsets.US_ASCII);
        int value = Integer.parseInt(hex, 16);
        require(next == 'u' && value < ' ' && hex.equals("00" + LogLine.twoDigits(value)));
        at += 4;
        return (byte) value;
    }

    private boolean accept(byte[] literal) {
        if (end - at < literal.length
                || !Arrays.equals(buffer, at, at + literal.length, literal, 0, literal.length)) {
            return false;
        }
        at += literal.length;
        return true;
    }

    private void expect(byte[] literal) {
        require(accept(literal));
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("not as it is written");
        }
    }

    private static String ascii(byte[] text) {
        return new String(text, StandardCharsets.US_ASCII);
    }

    /** Puts the next line between {@link #at} and {@link #end}; false at the file's end. */
    private boolean nextLine() throws IOException {
        int from = start;
        int searched = from;
        while (true) {
            for (int i = searched; i < filled; i++) {
                if (buffer[i] == '\n') {
                    number++;
                    at = from;
                    end = i;
                    start = i + 1;
                    return true;
                }
            }
            searched = filled - from;
            System.arraycopy(buffer, from, buffer, 0, searched);
            from = 0;
            start = 0;
            filled = searched;
            if (filled == buffer.length) {
                if (filled >= LONGEST) {
                    throw new ImportRefusedException(number + 1, "is too long");
                }
                buffer = Arrays.copyOf(buffer, 2 * filled);
            }
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                if (filled > 0) {
                    throw new ImportRefusedException(number + 1, "is cut off");
                }
                return false;
            }
            filled += read;
        }
    }
}
