package org.banshi.catalogue.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.camunda.bpm.dmn.engine.impl.spi.type.DmnDataTypeTransformer;
import org.camunda.bpm.dmn.engine.impl.spi.type.DmnDataTypeTransformerRegistry;
import org.camunda.bpm.engine.variable.Variables;

/** The types that a table's columns may have: numbers exact, dates as FEEL's own dates. */
final class ExactTypes {

    private ExactTypes() {}

    static void register(DmnDataTypeTransformerRegistry registry) {
        for (String type : new String[] {"number", "double", "integer", "long"}) {
            registry.addTransformer(type, typed(ExactTypes::number));
        }
        registry.addTransformer("date", typed(ExactTypes::date));
    }

    private interface Reading {
        Object read(Object value);
    }

    private static DmnDataTypeTransformer typed(Reading reading) {
        return value -> Variables.untypedValue(reading.read(value));
    }

    private static BigDecimal number(Object value) {
        if (value instanceof BigDecimal exact) {
            return exact;
        }
        if (value instanceof Integer || value instanceof Long || value instanceof String) {
            return new BigDecimal(value.toString());
        }
        throw new IllegalArgumentException("not an exact number");
    }

    private static LocalDate date(Object value) {
        return value instanceof LocalDate day ? day : LocalDate.parse(value.toString());
    }
}
