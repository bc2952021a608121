package org.banshi.eventstore;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.banshi.eventstore.tree.LeafContent;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link LogLine} writes, line by line, and nothing else: whatever is read would be
 * written byte for byte the same.
 */
final class LogLineReader {

    /** Longest line, in bytes; a payload's longest is below. */
    private static final int LONGEST = 64 << 20;

    private static final int DIGITS_OF_HASH = 64;

    /** In the text of an id. */
    private static final int[] DASHES = {8, 13, 18, 23};

    /** Most digits of a number that always fits. */
    private static final int DIGITS = 18;

    /** What a digit in lower case counts, by its ASCII code; -1 for whatever is none. */
    private static final byte[] HEX = new byte[128];

    static {
        Arrays.fill(HEX, (byte) -1);
        for (int digit = 0; digit < 16; digit++) {
            HEX[Character.forDigit(digit, 16)] = (byte) digit;
        }
    }

    /** Before the business time in metadata; in a value the quotes would be escaped. */
    private static final byte[] AT = "\"at\":\"".getBytes(StandardCharsets.US_ASCII);

    /** An event as its line tells it; texts in UTF-8. All but hashes is reused by the next line. */
    static final class Line {
        private long idHigh;
        private long idLow;
        private final Slice name = new Slice();
        private long position;
        private final Slice stream = new Slice();
        private final Slice streamType = new Slice();
        private int sequence;
        private short revision;
        private Instant recordedAt = Instant.EPOCH;
        private final Slice metadata = new Slice();
        private byte[] leaf = {};
        private LogLine.@Nullable GroupEnd end;
        private final Slice payload = new Slice();

        long idHigh() {
            return idHigh;
        }

        long idLow() {
            return idLow;
        }

        Slice name() {
            return name;
        }

        long position() {
            return position;
        }

        Slice stream() {
            return stream;
        }

        Slice streamType() {
            return streamType;
        }

        int sequence() {
            return sequence;
        }

        short revision() {
            return revision;
        }

        Instant recordedAt() {
            return recordedAt;
        }

        Slice metadata() {
            return metadata;
        }

        /** What the line says it is. */
        byte[] leaf() {
            return leaf;
        }

        /** Of the group that ends with this event; null where none does. */
        LogLine.@Nullable GroupEnd end() {
            return end;
        }

        Slice payload() {
            return payload;
        }

        /** The leaf that the event has by what it holds. */
        byte[] leaf(LeafContent content) {
            content.begin(payload.length() + metadata.length());
            streamType.into(content);
            stream.into(content);
            content.number((long) sequence);
            name.into(content);
            content.number((int) revision).number(idHigh).number(idLow);
            payload.into(content);
            metadata.into(content);
            return content.leaf();
        }
    }

    private final InputStream in;
    private byte[] buffer = new byte[1 << 18];
    private int start;
    private int filled;

    private long number;
    private int at;
    private int end;

    /** Whether the line holds a carriage return. */
    private boolean returns;

    private final Line line = new Line();
    private final Slice time = new Slice();
    private final Slice timeBeside = new Slice();
    private final Slice text = new Slice();
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
        id();
        expect(LogLine.TYPE);
        text(line.name);
        boolean timed = accept(LogLine.TIME);
        if (timed) {
            plain(time);
        }
        expect(LogLine.POSITION);
        line.position = whole();
        expect(LogLine.STREAM);
        text(line.stream);
        expect(LogLine.STREAM_TYPE);
        text(line.streamType);
        expect(LogLine.SEQUENCE);
        long sequence = whole();
        require(sequence <= Integer.MAX_VALUE);
        line.sequence = (int) sequence;
        expect(LogLine.REVISION);
        long revision = whole();
        require(revision <= Short.MAX_VALUE);
        line.revision = (short) revision;
        expect(LogLine.RECORDED_TIME);
        line.recordedAt = recordedTime();
        expect(LogLine.METADATA);
        text(line.metadata);
        requireTimeBeside(timed);
        expect(LogLine.LEAF);
        line.leaf = hash();
        line.end = null;
        if (accept(LogLine.ROOT)) {
            byte[] root = hash();
            expect(LogLine.CHAIN);
            line.end = new LogLine.GroupEnd(root, hash());
        }
        payload();
        return line;
    }

    /** It stands in the line because it stands in the metadata, if it is not empty there. */
    private void requireTimeBeside(boolean timed) {
        int beside = line.metadata.find(AT);
        if (beside < 0) {
            require(!timed);
            return;
        }
        line.metadata.part(beside + AT.length, '"', timeBeside);
        require(timed ? time.length() > 0 && time.holds(timeBeside) : timeBeside.length() == 0);
    }

    /**
     * What lies between the last attribute and the closing brace. A mark of the order of bytes
     * before it would be passed over here, and by no reader later.
     */
    private void payload() {
        require(buffer[end - 1] == '}');
        if (accept(LogLine.DATA)) {
            require(buffer[at] >= 0);
            require(!returns || ByteScan.lineEnd(buffer, at, end) == end);
            line.payload.set(buffer, at, end - 1);
            return;
        }
        expect(LogLine.DATA_BASE64);
        plain(text);
        require(at == end - 2 && buffer[at] == '"');
        byte[] payload = Base64.getDecoder().decode(text.copy());
        require(ByteScan.lineEnd(payload, 0, payload.length) < payload.length);
        require(payload[0] >= 0);
        require(text.holds(Base64.getEncoder().encode(payload)));
        line.payload.set(payload, 0, payload.length);
    }

    /** Groups have one time for all of their events. */
    private Instant recordedTime() {
        plain(text);
        if (!text.holds(lastTime)) {
            byte[] next = text.copy();
            lastInstant = LogLine.recordedTime(new String(next, StandardCharsets.US_ASCII));
            lastTime = next;
        }
        return lastInstant;
    }

    private void id() {
        int first = at;
        line.idHigh = hex(first, 8) << 32 | hex(first + 9, 4) << 16 | hex(first + 14, 4);
        line.idLow = hex(first + 19, 4) << 48 | hex(first + 24, 12);
        for (int dash : DASHES) {
            require(buffer[first + dash] == '-');
        }
        at = first + 36;
    }

    private long hex(int from, int digits) {
        long value = 0;
        for (int i = from; i < from + digits; i++) {
            value = value << 4 | digit(buffer[i]);
        }
        return value;
    }

    private static int digit(byte ascii) {
        int value = ascii < 0 ? -1 : HEX[ascii];
        require(value >= 0);
        return value;
    }

    private long whole() {
        int first = at;
        long value = 0;
        while (at < end && buffer[at] >= '0' && buffer[at] <= '9') {
            value = 10 * value + buffer[at++] - '0';
        }
        int digits = at - first;
        require(digits == 1 || digits > 1 && digits <= DIGITS && buffer[first] != '0');
        return value;
    }

    private byte[] hash() {
        require(end - at > DIGITS_OF_HASH);
        byte[] hash = new byte[DIGITS_OF_HASH / 2];
        for (int i = 0; i < hash.length; i++) {
            hash[i] = (byte) (digit(buffer[at + 2 * i]) << 4 | digit(buffer[at + 2 * i + 1]));
        }
        at += DIGITS_OF_HASH;
        return hash;
    }

    /** Up to the next quote, which is not passed. */
    private void plain(Slice into) {
        int from = at;
        while (at < end && buffer[at] != '"') {
            require(buffer[at] != '\\');
            at++;
        }
        into.set(buffer, from, at);
    }

    /** Up to the quote that ends the text, which is not passed. */
    private void text(Slice into) {
        int from = at;
        at = ByteScan.textEnd(buffer, at, end);
        if (at < end && buffer[at] == '"') {
            into.set(buffer, from, at);
            return;
        }
        byte[] text = into.room(end - from);
        int length = at - from;
        System.arraycopy(buffer, from, text, 0, length);
        while (at < end && buffer[at] != '"') {
            byte next = buffer[at++];
            require(next < 0 || next >= ' ');
            text[length++] = next == '\\' ? escaped() : next;
        }
        into.set(text, 0, length);
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

    /** Puts the next line between {@link #at} and {@link #end}; false at the file's end. */
    private boolean nextLine() throws IOException {
        int from = start;
        int searched = from;
        returns = false;
        while (true) {
            int found = ByteScan.lineEnd(buffer, searched, filled);
            while (found < filled && buffer[found] == '\r') {
                returns = true;
                found = ByteScan.lineEnd(buffer, found + 1, filled);
            }
            if (found < filled) {
                number++;
                at = from;
                end = found;
                start = found + 1;
                return true;
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
