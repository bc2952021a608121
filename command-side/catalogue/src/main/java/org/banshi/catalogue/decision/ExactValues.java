package org.banshi.catalogue.decision;

import java.util.Optional;
import java.util.function.Function;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.valuemapper.JavaCustomValueMapper;

/**
 * Hands FEEL's numbers out as they are. The engine's own mapping rounds every fraction to a double.
 */
final class ExactValues extends JavaCustomValueMapper {

    @Override
    public Optional<Val> toValue(Object value, Function<Object, Val> inner) {
        return Optional.empty();
    }

    @Override
    public Optional<Object> unpackValue(Val value, Function<Val, Object> inner) {
        return value instanceof ValNumber number
                ? Optional.of(number.value().bigDecimal())
                : Optional.empty();
    }

    /** Before the engine's own mapping. */
    @Override
    public int priority() {
        return 100;
    }
}
