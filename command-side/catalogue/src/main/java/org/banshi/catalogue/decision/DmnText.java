package org.banshi.catalogue.decision;

import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.model.xml.ModelException;

/** What can be said of decisions by reading them, before any is asked. */
public final class DmnText {

    private DmnText() {}

    /** Why the engine cannot read a DMN file, if it cannot. */
    public static Optional<String> faultOf(InputStream dmn) {
        try {
            DecisionTables.parse(dmn);
            return Optional.empty();
        } catch (DmnEngineException | ModelException unreadable) {
            Throwable cause = unreadable;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return Optional.of(String.valueOf(cause.getMessage()));
        }
    }

    /** What is wrong with an expression, if anything. */
    public static Optional<String> faultOfExpression(String text) {
        return Expressions.FEEL.faultOfExpression(text);
    }

    /** What is wrong with a cell of an input column, if anything. */
    public static Optional<String> faultOfCell(String text) {
        return Expressions.FEEL.faultOfUnaryTests(text);
    }

    /**
     * Whether one value can satisfy two cells of an input column, as far as this can be told
     * without facts.
     *
     * @param whole whether the column's values are whole numbers
     */
    public static boolean meet(String cell, String other, boolean whole) {
        return isCell(cell) && isCell(other) && Meeting.of(cell, other, whole);
    }

    private static boolean isCell(String text) {
        return text.isEmpty() || text.equals("-") || faultOfCell(text).isEmpty();
    }

    /** Paths that an expression takes from the facts; none when it is no FEEL. */
    public static Set<String> namesInExpression(String text) {
        return faultOfExpression(text).isPresent()
                ? Set.of()
                : Expressions.FEEL.namesInExpression(text);
    }

    /** Paths that a cell takes from the facts; none when it is no FEEL. */
    public static Set<String> namesInCell(String text) {
        return faultOfCell(text).isPresent() ? Set.of() : Expressions.FEEL.namesInUnaryTests(text);
    }
}
