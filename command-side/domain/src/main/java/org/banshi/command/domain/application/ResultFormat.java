package org.banshi.command.domain.application;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Brings a fact into the form in which a result shows it. */
final class ResultFormat {

    private ResultFormat() {}

    /**
     * @param format {@code money}: yuan with two decimals, rounded half up; {@code month}: yyyy-MM;
     *     {@code date}: ISO; {@code text}
     */
    static Object of(String format, Object value) {
        return switch (format) {
            case "money" -> new BigDecimal(value.toString()).setScale(2, RoundingMode.HALF_UP);
            case "month" -> value.toString().substring(0, "yyyy-MM".length());
            case "date" -> value.toString().substring(0, "yyyy-MM-dd".length());
            case "text" -> value.toString();
            default -> throw new IllegalArgumentException("no format " + format);
        };
    }
}
