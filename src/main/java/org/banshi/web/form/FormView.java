package org.banshi.web.form;

import java.util.List;
import java.util.Locale;
import org.banshi.command.contract.text.Text;
import org.banshi.web.page.Words;
import org.jspecify.annotations.Nullable;

/** A form ready to be put on a page: what to ask, what was answered, what is wrong with it. */
public record FormView(List<Section> sections, List<Mistake> mistakes) {

    /** A part of the form under its own heading. */
    public record Section(
            String key, @Nullable Text title, @Nullable Text hint, List<Field> fields) {}

    /** An entry of the error summary; {@code target} is the id of the field's element. */
    public record Mistake(String target, Text message) {}

    /** How a field is asked. */
    public enum Kind {
        TEXT,
        MULTILINE,
        PHONE,
        EMAIL,
        INTEGER,
        DECIMAL,
        DATE,
        MONTH,
        /** One box to tick. */
        TICK,
        YES_NO,
        RADIO,
        SELECT,
        /** Several boxes of one question. */
        TICKS,
        /** Fields that belong together. */
        GROUP,
        /** Rows of fields, as many as needed. */
        ROWS
    }

    /** A value to choose. */
    public record Choice(String value, Text label) {}

    /** One row of {@link Kind#ROWS}. {@code number} counts from 1. */
    public record Row(String pointer, String id, int number, List<Field> fields) {}

    /**
     * One question.
     *
     * @param pointer JSON pointer of its value, also the name of its input
     * @param values as typed; one, but for {@link Kind#TICKS}
     * @param unit behind the input, such as 元/月
     * @param decides whether other fields come and go with its value
     */
    public record Field(
            String pointer,
            String id,
            Kind kind,
            Text label,
            @Nullable Text hint,
            @Nullable Text unit,
            boolean required,
            boolean decides,
            List<String> values,
            List<Choice> choices,
            @Nullable Integer maxLength,
            @Nullable String min,
            @Nullable String max,
            @Nullable Text error,
            List<Field> fields,
            List<Row> rows,
            boolean canAdd) {

        /** The value as typed; empty where there is none. */
        public String value() {
            return values.isEmpty() ? "" : values.get(0);
        }

        public boolean chosen(String value) {
            return values.contains(value);
        }

        /** The ids of what describes the input, for {@code aria-describedby}. */
        public @Nullable String describedBy() {
            String ids = (hint == null ? "" : id + "-hint ") + (error == null ? "" : id + "-error");
            return ids.isBlank() ? null : ids.strip();
        }

        /** The answer in words; empty where there is none. */
        public String answer(String language) {
            return String.join(
                    language.startsWith("en") ? ", " : "、",
                    values.stream().map(value -> worded(value, language)).toList());
        }

        private String worded(String value, String language) {
            for (Choice choice : choices) {
                if (choice.value().equals(value)) {
                    return choice.label().in(language);
                }
            }
            if (kind == Kind.TICK || kind == Kind.YES_NO) {
                return (value.equals("true") ? Text.of("是", "Yes") : Text.of("否", "No"))
                        .in(language);
            }
            String read = read(value, language);
            return unit == null ? read : read + " " + unit.in(language);
        }

        /** Days, months and amounts as people write them; what is none stays as it was typed. */
        private String read(String value, String language) {
            Words words = new Words(Locale.forLanguageTag(language));
            return switch (kind) {
                case DATE -> words.dated(value);
                case MONTH -> words.month(value);
                case DECIMAL -> words.number(value);
                default -> value;
            };
        }
    }
}
