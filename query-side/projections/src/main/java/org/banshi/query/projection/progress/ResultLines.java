package org.banshi.query.projection.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.banshi.catalogue.ServiceDefinition;
import org.banshi.catalogue.ServiceDefinition.ResultLine;
import org.banshi.command.contract.application.FormData;
import org.banshi.query.contract.progress.Progress;
import org.jspecify.annotations.Nullable;

/** What a decision grants, line by line, as the package lays it out. */
final class ResultLines {

    private ResultLines() {}

    /** The lines whose value is there, in the package's order. */
    static List<Progress.Line> of(ServiceDefinition service, FormData result) {
        List<Progress.Line> lines = new ArrayList<>();
        for (ResultLine line : service.resultLines()) {
            Object value = value(line, result.values());
            if (value != null) {
                lines.add(new Progress.Line(line.key(), line.label(), format(line, value)));
            }
        }
        return lines;
    }

    private static @Nullable Object value(ResultLine line, Map<String, @Nullable Object> result) {
        Object value = result.get(line.key());
        return value != null ? value : at(line.from(), result);
    }

    private static @Nullable Object at(String path, Map<String, @Nullable Object> result) {
        Object value = result;
        for (String name : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    private static String format(ResultLine line, Object value) {
        String text =
                value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        return switch (line.format()) {
            case "money" -> new BigDecimal(text).setScale(2, RoundingMode.HALF_UP).toPlainString();
            case "month" -> text.substring(0, Math.min(text.length(), "yyyy-MM".length()));
            default -> text;
        };
    }
}
