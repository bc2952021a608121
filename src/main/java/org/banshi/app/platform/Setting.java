package org.banshi.app.platform;

import java.util.Locale;
import java.util.Optional;

/**
 * A setting that is needed before the application context stands: a system property such as {@code
 * banshi.data}, or the environment variable of the same name, {@code BANSHI_DATA}.
 */
public final class Setting {

    private Setting() {}

    /** The value; empty when it is not set or blank. */
    public static Optional<String> of(String name) {
        String property = System.getProperty(name);
        String value =
                property != null
                        ? property
                        : System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_'));
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
