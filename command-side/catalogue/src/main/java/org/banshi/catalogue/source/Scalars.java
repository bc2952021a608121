package org.banshi.catalogue.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What an unquoted YAML scalar means: the core schema of YAML 1.2, so that {@code no} stays a word
 * and a date stays as written.
 */
final class Scalars {

    private Scalars() {}

    static @Nullable Object resolve(String text) {
        return switch (text) {
            case "", "~", "null" -> null;
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> number(text);
        };
    }

    static Object number(String text) {
        if (text.matches("[-+]?[0-9]+")) {
            return integer(new BigInteger(text));
        }
        if (text.matches("[-+]?[0-9]+\\.[0-9]+([eE][-+]?[0-9]{1,3})?")) {
            return new BigDecimal(text);
        }
        return text;
    }

    private static Object integer(BigInteger value) {
        if (value.bitLength() < 32) {
            return value.intValue();
        }
        return value.bitLength() < 64 ? (Object) value.longValue() : new BigDecimal(value);
    }
}
