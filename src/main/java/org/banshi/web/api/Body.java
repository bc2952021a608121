package org.banshi.web.api;

import java.util.List;
import org.banshi.command.contract.text.Text;
import org.banshi.web.problem.ProblemException;
import org.banshi.web.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/** Checks of a request's own shape, before anything looks at its meaning. */
final class Body {

    /** Most characters of a free text. */
    static final int LONG_TEXT = 2_000;

    /** Most characters of a word or code. */
    static final int SHORT_TEXT = 120;

    private Body() {}

    static <T> T required(@Nullable T value, String pointer) {
        if (value == null) {
            throw wrong(pointer, "required", Text.of("此项必填。", "This value is required."));
        }
        return value;
    }

    /** A text that must be there. */
    static String text(@Nullable String value, String pointer, int most) {
        String text = optional(value, pointer, most);
        if (text == null || text.isBlank()) {
            throw wrong(pointer, "required", Text.of("此项必填。", "This value is required."));
        }
        return text;
    }

    /** A text that may be missing. */
    static @Nullable String optional(@Nullable String value, String pointer, int most) {
        if (value != null && value.length() > most) {
            throw wrong(
                    pointer,
                    "maxLength",
                    Text.of("最多 " + most + " 字。", "At most " + most + " characters."));
        }
        if (value != null && value.indexOf('\0') >= 0) {
            throw wrong(pointer, "pattern", Text.of("含有不允许的字符。", "A character is not allowed."));
        }
        return value;
    }

    static <T> List<T> list(@Nullable List<T> value, String pointer) {
        List<T> list = value == null ? List.of() : value;
        for (int i = 0; i < list.size(); i++) {
            required(list.get(i), pointer + "/" + i);
        }
        return list;
    }

    static int limit(@Nullable Integer value, int usual) {
        int limit = value == null ? usual : value;
        if (limit < 1 || limit > 200) {
            throw wrong("/limit", "range", Text.of("须为 1 至 200。", "From 1 to 200."));
        }
        return limit;
    }

    static ProblemException wrong(String pointer, String code, Text message) {
        return ProblemException.of(ProblemKind.INVALID_REQUEST, pointer, code, message);
    }
}
