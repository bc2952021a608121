package org.banshi.web.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.banshi.command.contract.application.FormData;
import org.banshi.command.contract.person.Masks;
import org.jspecify.annotations.Nullable;

/**
 * Masks whatever looks like an identity number, a mobile phone, or the longer number of an account
 * or of a disability certificate, which begins with the identity number; wherever it stands: in
 * what registers answered and officers wrote there is no schema that tells.
 */
public final class NumberMask {

    private static final Pattern IDENTITY =
            Pattern.compile("(?<![0-9A-Za-z])\\d{17}[0-9Xx](?![0-9A-Za-z])");
    private static final Pattern MOBILE =
            Pattern.compile("(?<![0-9A-Za-z])1[3-9]\\d{9}(?![0-9A-Za-z])");
    private static final Pattern LONG =
            Pattern.compile(
                    "(?<![0-9A-Za-z-])(?:\\d{12,25}|\\d{17}[Xx]\\d{2}|\\d{4}(?: \\d{4}){2,4}(?: \\d{1,4})?)"
                            + "(?:B\\d{1,2})?(?![0-9A-Za-z])");

    private NumberMask() {}

    /** The same values, masked. */
    public static FormData mask(FormData data) {
        return new FormData(map(data.values()));
    }

    private static Map<String, @Nullable Object> map(Map<?, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> masked = new LinkedHashMap<>();
        values.forEach((name, value) -> masked.put(String.valueOf(name), value(value)));
        return masked;
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(NumberMask::value).toList();
        }
        return value instanceof String text ? text(text) : value;
    }

    /** The same text, masked. */
    public static String text(String text) {
        String without =
                IDENTITY.matcher(text).replaceAll(found -> Masks.identityNumber(found.group()));
        String rest = MOBILE.matcher(without).replaceAll(found -> Masks.phone(found.group()));
        return LONG.matcher(rest).replaceAll(found -> ending(found.group()));
    }

    private static String ending(String number) {
        int hidden = number.length() - 4;
        return "*".repeat(hidden) + number.substring(hidden);
    }
}
