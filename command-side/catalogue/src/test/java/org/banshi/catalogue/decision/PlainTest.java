package org.banshi.catalogue.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The short cuts and the interpreter give the same answers. */
class PlainTest {

    private static final List<String> INPUTS =
            Arrays.asList("a", "b", "B", "", "2026-09-14", "2027-01-01", "灯", null);

    static Stream<String> cells() {
        return Stream.of(
                "-",
                "\"a\"",
                "\"a\",\"b\"",
                "\"a\" , \"灯\", \"c\"",
                "not(\"a\")",
                "not( \"a\", \"b\" )",
                "< \"b\"",
                "<= \"2026-09-14\"",
                ">\"2026-09-14\"",
                ">= \"b\"");
    }

    @ParameterizedTest
    @MethodSource("cells")
    void a_plain_cell_takes_what_the_interpreter_takes(String cell) {
        for (String input : INPUTS) {
            assertThat(Plain.cell(cell).orElseThrow().test(input))
                    .as("%s for %s", cell, input)
                    .isEqualTo(Expressions.FEEL.interpretCell(cell, input, Map.of()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\"", "12", "-0.50", "true", "false", "word", "number", "whole", "flag", "none",
                "absent"
            })
    void a_plain_expression_gives_what_the_interpreter_gives(String expression) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("word", "灯");
        facts.put("number", new BigDecimal("1.20"));
        facts.put("whole", 7);
        facts.put("flag", true);
        facts.put("none", null);

        assertThat(Plain.expression(expression).orElseThrow().of(facts))
                .isEqualTo(Expressions.FEEL.interpret(expression, facts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"> 5", "[1..2]", "starts with(?, \"a\")", "\"a\\\"b\"", "true", "x"})
    void leaves_other_cells_to_the_interpreter(String cell) {
        assertThat(Plain.cell(cell)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "a + 1",
                "a.b",
                "\"a\" + \"b\"",
                "count(a)",
                "if",
                "date(\"2026-09-14\")"
            })
    void leaves_other_expressions_to_the_interpreter(String expression) {
        assertThat(Plain.expression(expression)).isEmpty();
    }

    @Test
    void finds_the_names_that_an_expression_takes_from_outside() {
        assertThat(
                        Expressions.FEEL.namesInExpression(
                                "sum(for h in helpers return h.age) + household.size"
                                        + " + count(lanterns[size > 3]) + {x: 1, y: x}.y"
                                        + " + (if some c in cats satisfies c = dog then 1 else 0)"))
                .containsExactlyInAnyOrder("helpers", "household.size", "lanterns", "cats", "dog");
        assertThat(Expressions.FEEL.namesInUnaryTests("> limit, starts with(?, prefix)"))
                .containsExactlyInAnyOrder("limit", "prefix");
    }
}
