package org.banshi.web.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as RFC 4180 text in UTF-8, with the mark by which spreadsheets know the encoding. A text
 * that a spreadsheet would take for a formula is given a leading apostrophe.
 */
public final class Csv {

    private static final String MARK = "\uFEFF";
    private static final Pattern FORMULA =
            Pattern.compile("^\\s*[=+\\-@\\t\\r\\n|%\uFF1D\uFF0B\uFF0D\uFF20]");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final StringBuilder text = new StringBuilder(MARK);

    /** Adds a row; null stands for an empty cell. */
    public Csv row(List<? extends @Nullable Object> cells) {
        text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(","))).append("\r\n");
        return this;
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(@Nullable Object value) {
        String plain = value == null ? "" : value.toString();
        boolean formula = FORMULA.matcher(plain).find() && !NUMBER.matcher(plain).matches();
        String safe = formula ? "'" + plain : plain;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
