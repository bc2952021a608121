package org.banshi.web.write;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Ways in which an officer serves a document (送达方式). */
public enum ServiceWay {
    DIRECT,
    POST,
    WINDOW,
    ELECTRONIC,
    LEFT;

    /** The stable spelling, such as {@code post}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ServiceWay> of(String word) {
        return Arrays.stream(values()).filter(way -> way.word().equals(word)).findFirst();
    }
}
