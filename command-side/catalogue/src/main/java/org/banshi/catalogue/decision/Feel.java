package org.banshi.catalogue.decision;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/**
 * FEEL with exact numbers, each expression parsed once. Error texts name expressions, never values:
 * facts are personal.
 */
final class Feel implements FeelEngine {

    private final FeelEngineApi api =
            FeelEngineBuilder.forJava().withCustomValueMapper(new ExactValues()).build();
    private final Map<String, ParsedExpression> expressions = new ConcurrentHashMap<>();
    private final Map<String, ParsedExpression> unaryTests = new ConcurrentHashMap<>();
    private final Map<String, Optional<Plain.Expression>> plainExpressions =
            new ConcurrentHashMap<>();
    private final Map<String, Optional<Predicate<@Nullable String>>> plainCells =
            new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T evaluateSimpleExpression(String expression, VariableContext variables) {
        Map<String, @Nullable Object> facts = mapOf(variables);
        return (T)
                plainExpressions
                        .computeIfAbsent(expression, Plain::expression)
                        .map(plain -> Optional.ofNullable(plain.of(facts)))
                        .orElseGet(() -> Optional.ofNullable(interpret(expression, facts)))
                        .orElse(null);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(
            String tests, String inputName, VariableContext variables) {
        Object input = variables.resolve(inputName).getValue();
        Optional<Predicate<@Nullable String>> plain =
                plainCells.computeIfAbsent(tests, Plain::cell);
        if (plain.isPresent() && (input == null || input instanceof String)) {
            return plain.get().test((String) input);
        }
        return interpretCell(tests, input, mapOf(variables));
    }

    /** The value of an expression, by the interpreter. */
    @Nullable Object interpret(String expression, Map<String, @Nullable Object> facts) {
        return result(expression, api.evaluate(parsedExpression(expression), facts));
    }

    /** Whether a cell takes an input, by the interpreter. */
    boolean interpretCell(
            String tests, @Nullable Object input, Map<String, @Nullable Object> facts) {
        return Boolean.TRUE.equals(
                result(tests, api.evaluateWithInput(parsedUnaryTests(tests), input, facts)));
    }

    /** What is wrong with an expression, if anything. */
    Optional<String> faultOfExpression(String expression) {
        return expressions.containsKey(expression)
                ? Optional.empty()
                : faultOf(api.parseExpression(expression));
    }

    /** What is wrong with a cell of an input column, if anything. */
    Optional<String> faultOfUnaryTests(String tests) {
        return unaryTests.containsKey(tests)
                ? Optional.empty()
                : faultOf(api.parseUnaryTests(tests));
    }

    /** The names that an expression takes from the facts. */
    Set<String> namesInExpression(String expression) {
        return FeelNames.in(parsedExpression(expression));
    }

    /** The names that a cell of an input column takes from the facts. */
    Set<String> namesInUnaryTests(String tests) {
        return FeelNames.in(parsedUnaryTests(tests));
    }

    private ParsedExpression parsedExpression(String text) {
        return expressions.computeIfAbsent(text, t -> parsed(t, api.parseExpression(t)));
    }

    private ParsedExpression parsedUnaryTests(String text) {
        return unaryTests.computeIfAbsent(text, t -> parsed(t, api.parseUnaryTests(t)));
    }

    private static Optional<String> faultOf(ParseResult result) {
        return result.isFailure() ? Optional.of(result.failure().message()) : Optional.empty();
    }

    private static ParsedExpression parsed(String text, ParseResult result) {
        if (result.isFailure()) {
            throw new FeelException("not FEEL: " + text);
        }
        return result.parsedExpression();
    }

    private static @Nullable Object result(String text, EvaluationResult evaluation) {
        if (evaluation.isFailure()) {
            throw new FeelException("cannot be evaluated: " + text);
        }
        return evaluation.result();
    }

    private static Map<String, @Nullable Object> mapOf(VariableContext variables) {
        Map<String, @Nullable Object> map = new HashMap<>();
        for (String name : variables.keySet()) {
            map.put(name, variables.resolve(name).getValue());
        }
        return map;
    }
}
