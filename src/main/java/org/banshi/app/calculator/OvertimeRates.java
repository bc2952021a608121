package org.banshi.app.calculator;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What overtime is paid by, as {@code bpmn/calculators/overtime.yaml} has it.
 *
 * @param rows each in force from its day until the next one's
 */
public record OvertimeRates(List<Row> rows) {

    /**
     * Figures in force from a day on.
     *
     * @param payDays days of a month that are paid (月计薪天数)
     * @param workday times the hourly wage for extra hours on a working day; {@code restDay} and
     *     {@code holiday} likewise
     * @param source where the figures stand
     * @param provisional whether they are to be confirmed
     */
    public record Row(
            LocalDate from,
            BigDecimal payDays,
            BigDecimal hoursADay,
            BigDecimal workday,
            BigDecimal restDay,
            BigDecimal holiday,
            BigDecimal usualHoursADay,
            BigDecimal mostHoursADay,
            BigDecimal mostHoursAMonth,
            String source,
            boolean provisional) {}

    public OvertimeRates {
        rows = rows.stream().sorted(Comparator.comparing(Row::from).reversed()).toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("no rates");
        }
    }

    /**
     * Reads the file.
     *
     * @throws UncheckedIOException when it is missing or not as it should be
     */
    public static OvertimeRates read(Path file) {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .registerModule(new JavaTimeModule())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readValue(file.toFile(), OvertimeRates.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Those in force on {@code day}; the oldest for days before all. */
    public Row on(LocalDate day) {
        return rows.stream()
                .filter(row -> !row.from().isAfter(day))
                .findFirst()
                .orElse(rows.get(rows.size() - 1));
    }
}
