package org.banshi.catalogue.decision;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cells and expressions so plain that they need no interpreter: literals, names, lists and
 * comparisons of words. The interpreter builds all its functions anew for every evaluation (about
 * 100 µs), and most cells of a table are of this kind. A test holds both to the same answers.
 */
final class Plain {

    private static final String WORD = "\"[^\"\\\\]*\"";
    private static final Pattern LITERAL = Pattern.compile(WORD);
    private static final Pattern LIST = Pattern.compile(WORD + "(\\s*,\\s*" + WORD + ")*");
    private static final Pattern NOT = Pattern.compile("not\\(\\s*(" + LIST.pattern() + ")\\s*\\)");
    private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*(" + WORD + ")");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Set<String> RESERVED =
            Set.of("null", "true", "false", "if", "for", "some", "every", "not", "function");

    private Plain() {}

    /** A cell of an input column, as a test of a word or null; empty when it is not plain. */
    static Optional<Predicate<@Nullable String>> cell(String text) {
        String trimmed = text.strip();
        if (trimmed.equals("-")) {
            return Optional.of(input -> true);
        }
        if (LIST.matcher(trimmed).matches()) {
            Set<String> words = words(trimmed);
            return Optional.of(input -> input != null && words.contains(input));
        }
        Matcher not = NOT.matcher(trimmed);
        if (not.matches()) {
            Set<String> words = words(not.group(1));
            return Optional.of(input -> input == null || !words.contains(input));
        }
        Matcher comparison = COMPARISON.matcher(trimmed);
        if (comparison.matches()) {
            return Optional.of(comparison(comparison.group(1), unquote(comparison.group(2))));
        }
        return Optional.empty();
    }

    private static Predicate<@Nullable String> comparison(String operator, String bound) {
        return input -> {
            if (input == null) {
                return false;
            }
            int order = input.compareTo(bound);
            return switch (operator) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        };
    }

    private static Set<String> words(String list) {
        Set<String> words = new HashSet<>();
        Matcher literal = LITERAL.matcher(list);
        while (literal.find()) {
            words.add(unquote(literal.group()));
        }
        return words;
    }

    private static String unquote(String literal) {
        return literal.substring(1, literal.length() - 1);
    }

    /** What an expression gives for some facts; the value null stands for FEEL's null. */
    interface Expression {
        @Nullable Object of(Map<String, @Nullable Object> facts);
    }

    /** An expression that is a literal or a name; empty when it is not plain. */
    static Optional<Expression> expression(String text) {
        String trimmed = text.strip();
        if (LITERAL.matcher(trimmed).matches()) {
            String word = unquote(trimmed);
            return Optional.of(facts -> word);
        }
        if (NUMBER.matcher(trimmed).matches()) {
            BigDecimal number = new BigDecimal(trimmed);
            return Optional.of(facts -> number);
        }
        if (trimmed.equals("true") || trimmed.equals("false")) {
            Boolean flag = Boolean.valueOf(trimmed);
            return Optional.of(facts -> flag);
        }
        if (NAME.matcher(trimmed).matches() && !RESERVED.contains(trimmed)) {
            return Optional.of(facts -> number(facts.get(trimmed)));
        }
        return Optional.empty();
    }

    private static @Nullable Object number(@Nullable Object value) {
        return value instanceof Integer || value instanceof Long
                ? new BigDecimal(value.toString())
                : value;
    }
}
