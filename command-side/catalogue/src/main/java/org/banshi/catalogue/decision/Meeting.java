package org.banshi.catalogue.decision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.jspecify.annotations.Nullable;

/**
 * Whether two cells of an input column can take the same value, tried with the values that they
 * name and those beside and between them. What a cell compares with a fact cannot be tried.
 */
final class Meeting {

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern DAY =
            Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])");
    private static final Pattern NUMBER = Pattern.compile("(?<!\\w)-?[0-9]+(\\.[0-9]+)?");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Meeting() {}

    static boolean of(String cell, String other, boolean whole) {
        if (isAny(cell) || isAny(other) || cell.equals(other)) {
            return true;
        }
        if (!DmnText.namesInCell(cell).isEmpty() || !DmnText.namesInCell(other).isEmpty()) {
            return false;
        }
        return values(cell + " " + other, whole).stream()
                .anyMatch(value -> takes(cell, value) && takes(other, value));
    }

    private static boolean isAny(String cell) {
        return cell.isEmpty() || cell.equals("-");
    }

    private static boolean takes(String cell, Object value) {
        try {
            return Expressions.FEEL.interpretCell(cell, value, Map.of());
        } catch (FeelException otherKind) {
            return false;
        }
    }

    private static List<Object> values(String cells, boolean whole) {
        List<Object> values = new ArrayList<>(List.of(true, false, ""));
        Matcher text = TEXT.matcher(cells);
        while (text.find()) {
            String word = text.group(1);
            values.addAll(List.of(word, word + "0"));
            if (DAY.matcher(word).matches()) {
                LocalDate day = LocalDate.parse(word);
                values.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
            }
        }
        SortedSet<BigDecimal> named = new TreeSet<>();
        Matcher number = NUMBER.matcher(text.replaceAll(""));
        while (number.find()) {
            named.add(new BigDecimal(number.group()));
        }
        values.addAll(numbers(named, whole));
        return values;
    }

    private static List<BigDecimal> numbers(SortedSet<BigDecimal> named, boolean whole) {
        List<BigDecimal> numbers = new ArrayList<>(named);
        @Nullable BigDecimal before = null;
        for (BigDecimal number : named) {
            numbers.add(number.subtract(BigDecimal.ONE));
            numbers.add(number.add(BigDecimal.ONE));
            if (before != null) {
                BigDecimal between = before.add(number).divide(TWO);
                numbers.add(whole ? between.setScale(0, RoundingMode.FLOOR) : between);
            }
            before = number;
        }
        return numbers;
    }
}
