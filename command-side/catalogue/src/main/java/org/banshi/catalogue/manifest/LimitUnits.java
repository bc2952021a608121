package org.banshi.catalogue.manifest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.banshi.command.contract.application.TermUnit;

/** The words for {@link TermUnit} in packages, such as {@code working-days}. */
public final class LimitUnits {

    /** All of them. */
    public static final List<String> WORDS =
            Arrays.stream(TermUnit.values()).map(LimitUnits::wordOf).toList();

    private LimitUnits() {}

    public static Optional<TermUnit> find(String word) {
        return Arrays.stream(TermUnit.values()).filter(u -> wordOf(u).equals(word)).findFirst();
    }

    private static String wordOf(TermUnit unit) {
        return unit.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
