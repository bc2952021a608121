package org.banshi.catalogue.decision;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.banshi.catalogue.Decision;
import org.banshi.catalogue.NoRuleException;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of one package, parsed when the first one is asked for. Safe for use by many
 * threads.
 */
public final class DecisionTables {

    private final Collection<byte[]> files;
    private volatile @Nullable Map<String, DmnDecision> parsed;

    /**
     * @param files the package's DMN files
     */
    public DecisionTables(Collection<byte[]> files) {
        this.files = List.copyOf(files);
    }

    /** Starting FEEL takes a moment, so nothing touches this class before the first decision. */
    private static final class Engine {

        static final DmnEngine DMN = start();

        private static DmnEngine start() {
            DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
            configuration.setFeelEngineFactory(() -> Expressions.FEEL);
            ExactTypes.register(configuration.getTransformer().getDataTypeTransformerRegistry());
            return configuration.buildEngine();
        }
    }

    /**
     * Starts FEEL, which takes about a second, so that nobody's first decision waits for it. What
     * is asked uses the parser and the interpreter as tables do.
     */
    public static void startFeel() {
        Engine.DMN.getConfiguration();
        Expressions.FEEL.interpret(
                "if some x in members satisfies x.age >= 18 and x.name != null"
                        + " then substring(region, 1, 4) else string(sum([1, 2.5]))",
                Map.of("members", List.of(Map.of("age", 20, "name", "")), "region", "440106"));
        Expressions.FEEL.interpretCell("[18..60), > 70", 20, Map.of());
    }

    /** Ids of all decisions. */
    public List<String> names() {
        return decisions().keySet().stream().sorted().toList();
    }

    /**
     * Decide, and expect a word in the column {@code outcome}.
     *
     * @throws NoRuleException when no row applies
     */
    public Decision decide(String decision, Map<String, @Nullable Object> facts) {
        Map<String, @Nullable Object> outputs = evaluate(decision, facts);
        if (outputs.get("outcome") instanceof String outcome) {
            return new Decision(outcome, outputs, Boolean.TRUE.equals(outputs.get("provisional")));
        }
        throw new IllegalStateException("decision " + decision + " gives no outcome");
    }

    /**
     * The outputs by column: strings, booleans, numbers as BigDecimal, dates as ISO strings.
     *
     * @throws NoRuleException when no row applies
     * @throws IllegalArgumentException when the package has no such decision
     * @throws IllegalStateException when the decision is faulty; names no value
     */
    public Map<String, @Nullable Object> evaluate(
            String decision, Map<String, @Nullable Object> facts) {
        DmnDecision table = decisions().get(decision);
        if (table == null) {
            throw new IllegalArgumentException("no decision " + decision);
        }
        DmnDecisionResult result = evaluate(table, facts);
        if (result.isEmpty()) {
            throw new NoRuleException(decision);
        }
        if (result.size() > 1) {
            throw new IllegalStateException("several rows of decision " + decision + " apply");
        }
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        result.get(0).getEntryMap().forEach((name, value) -> outputs.put(name, plain(value)));
        return Collections.unmodifiableMap(outputs);
    }

    private static DmnDecisionResult evaluate(
            DmnDecision table, Map<String, @Nullable Object> facts) {
        try {
            return Engine.DMN.evaluateDecision(table, Variables.fromMap(facts).asVariableContext());
        } catch (DmnEngineException | FeelException | IllegalArgumentException faulty) {
            // The engine's messages may hold facts, which are personal.
            throw new IllegalStateException(
                    "decision "
                            + table.getKey()
                            + " cannot be evaluated ("
                            + faulty.getClass().getSimpleName()
                            + ")");
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof LocalDate day) {
            return day.toString();
        }
        if (value instanceof BigDecimal number && number.scale() < 0) {
            return number.setScale(0);
        }
        return value;
    }

    private Map<String, DmnDecision> decisions() {
        Map<String, DmnDecision> ready = parsed;
        if (ready == null) {
            ready = new LinkedHashMap<>();
            for (byte[] file : files) {
                for (DmnDecision decision : parse(new ByteArrayInputStream(file))) {
                    ready.put(decision.getKey(), decision);
                }
            }
            parsed = ready;
        }
        return ready;
    }

    static List<DmnDecision> parse(InputStream dmn) {
        return Engine.DMN.parseDecisions(dmn);
    }
}
