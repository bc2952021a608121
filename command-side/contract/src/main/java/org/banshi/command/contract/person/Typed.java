package org.banshi.command.contract.person;

import java.text.Normalizer;
import java.util.Locale;

/** Evens out how people type identifiers: full-width digits, blanks, small letters. */
final class Typed {

    private Typed() {}

    static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\u00b7\\u2022-]", "")
                .toUpperCase(Locale.ROOT);
    }
}
