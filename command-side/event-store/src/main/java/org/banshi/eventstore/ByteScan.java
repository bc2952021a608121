package org.banshi.eventstore;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for bytes in long arrays, eight at a time. */
final class ByteScan {

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;

    private ByteScan() {}

    /** Where the first line feed or carriage return is; {@code to} where there is none. */
    static int lineEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at <= to - Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at);
            if (zeros(eight ^ ONES * '\n') | zeros(eight ^ ONES * '\r')) {
                break;
            }
            at += Long.BYTES;
        }
        while (at < to && bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
        }
        return at;
    }

    /**
     * Where the first byte is that a text in JSON does not hold as it is: a quote, a backslash or a
     * control character; {@code to} where there is none.
     */
    static int textEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at <= to - Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at);
            if (zeros(eight ^ ONES * '"') | zeros(eight ^ ONES * '\\') | controls(eight)) {
                break;
            }
            at += Long.BYTES;
        }
        while (at < to && isPlain(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isPlain(byte one) {
        return one != '"' && one != '\\' && (one < 0 || one >= ' ');
    }

    /** Whether one of the eight bytes is zero. */
    private static boolean zeros(long eight) {
        return (eight - ONES & ~eight & HIGHEST_BITS) != 0;
    }

    /** Whether one of the eight bytes is below a space. */
    private static boolean controls(long eight) {
        return (eight - ONES * ' ' & ~eight & HIGHEST_BITS) != 0;
    }
}
