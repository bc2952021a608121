package org.banshi.eventstore;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The form of one exported event: a CloudEvent 1.0 in structured mode, one line of JSON. There is
 * one way to write an event, byte by byte, and no other is read: attributes in this order, no
 * spaces, and the stored payload as it is, last. A payload that is more than one line is written in
 * Base64.
 */
final class LogLine {

    static final byte[] BEGIN = ascii("{\"specversion\":\"1.0\",\"id\":\"");
    static final byte[] TYPE = ascii("\",\"source\":\"/banshi/log\",\"type\":\"");
    static final byte[] TIME = ascii("\",\"time\":\"");
    static final byte[] POSITION =
            ascii("\",\"datacontenttype\":\"application/json\",\"position\":\"");
    static final byte[] STREAM = ascii("\",\"stream\":\"");
    static final byte[] STREAM_TYPE = ascii("\",\"streamtype\":\"");
    static final byte[] SEQUENCE = ascii("\",\"sequence\":\"");
    static final byte[] REVISION = ascii("\",\"revision\":");
    static final byte[] RECORDED_TIME = ascii(",\"recordedtime\":\"");
    static final byte[] METADATA = ascii("\",\"metadata\":\"");
    static final byte[] LEAF = ascii("\",\"leaf\":\"");
    static final byte[] ROOT = ascii("\",\"root\":\"");
    static final byte[] CHAIN = ascii("\",\"chain\":\"");
    static final byte[] DATA = ascii("\",\"data\":");
    static final byte[] DATA_BASE64 = ascii("\",\"data_base64\":\"");

    /** As metadata hold the business time; in a value the quotes would be escaped. */
    private static final String AT = "\"at\":\"";

    private static final HexFormat HEX = HexFormat.of();
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private LogLine() {}

    /** A group's end: the tree's root as of then, and the link that binds it to all before. */
    record GroupEnd(byte[] root, byte[] chain) {}

    /**
     * @param end where the event is its group's last
     */
    static void write(StoredEvent event, String name, @Nullable GroupEnd end, GrowingBytes to) {
        to.put(BEGIN).put(event.id.toString()).put(TYPE);
        text(name, to);
        String time = timeIn(event.metadata);
        if (!time.isEmpty()) {
            to.put(TIME).put(time);
        }
        to.put(POSITION).put(Long.toString(event.position)).put(STREAM);
        text(event.stream, to);
        to.put(STREAM_TYPE);
        text(event.streamType, to);
        to.put(SEQUENCE).put(Long.toString(event.sequence));
        to.put(REVISION).put(Integer.toString(event.revision));
        to.put(RECORDED_TIME).put(MICROS.format(event.recordedAt)).put(METADATA);
        text(event.metadata, to);
        to.put(LEAF).put(HEX.formatHex(event.leaf));
        if (end != null) {
            to.put(ROOT).put(HEX.formatHex(end.root()));
            to.put(CHAIN).put(HEX.formatHex(end.chain()));
        }
        byte[] payload = event.payload.getBytes(StandardCharsets.UTF_8);
        if (ByteScan.lineEnd(payload, 0, payload.length) == payload.length) {
            to.put(DATA).put(payload).put('}');
        } else {
            to.put(DATA_BASE64).put(Base64.getEncoder().encode(payload)).put('"').put('}');
        }
        to.put('\n');
    }

    /** The business time, as the metadata spell it; empty where they have none. */
    private static String timeIn(String metadata) {
        int at = metadata.indexOf(AT);
        int from = at + AT.length();
        return at < 0 ? "" : metadata.substring(from, metadata.indexOf('"', from));
    }

    static String twoDigits(int value) {
        return HEX.toHexDigits((byte) value);
    }

    /**
     * @throws DateTimeException when it is not what {@link #write} writes
     */
    static Instant recordedTime(String text) {
        Instant time = Instant.parse(text);
        if (!MICROS.format(time).equals(text)) {
            throw new DateTimeException("not in microseconds");
        }
        return time;
    }

    private static void text(String text, GrowingBytes to) {
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            if (next == '"' || next == '\\') {
                to.put('\\').put(next);
            } else if (next >= 0 && next < ' ') {
                to.put("\\u00").put(HEX.toHexDigits(next));
            } else {
                to.put(next);
            }
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
