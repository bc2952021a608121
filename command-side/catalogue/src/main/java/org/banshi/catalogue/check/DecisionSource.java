package org.banshi.catalogue.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.banshi.catalogue.source.XmlElement;

/** A decision as written in a DMN file. */
record DecisionSource(XmlElement element) {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    static List<DecisionSource> in(XmlElement root) {
        return root.children("decision").stream().map(DecisionSource::new).toList();
    }

    String id() {
        return element.id();
    }

    Optional<XmlElement> table() {
        return Optional.ofNullable(element.child("decisionTable"));
    }

    Optional<XmlElement> literal() {
        return Optional.ofNullable(element.child("literalExpression"));
    }

    List<XmlElement> rules() {
        return table().map(table -> table.children("rule")).orElse(List.of());
    }

    /** Names of the output columns, or of the variable of a single expression. */
    List<String> outputs() {
        if (table().isPresent()) {
            return table().get().children("output").stream()
                    .map(output -> output.attributeOrEmpty("name"))
                    .toList();
        }
        XmlElement variable = element.child("variable");
        return variable == null ? List.of() : List.of(variable.attributeOrEmpty("name"));
    }

    /** Ids of the decisions that this one needs first. */
    List<String> requires() {
        return element.children("informationRequirement").stream()
                .flatMap(requirement -> requirement.children("requiredDecision").stream())
                .map(required -> required.attributeOrEmpty("href").replaceFirst("^#", ""))
                .toList();
    }

    /** The words that its column {@code outcome} can say; empty when a row computes the word. */
    Optional<Set<String>> outcomes() {
        int column = outputs().indexOf("outcome");
        Set<String> words = new LinkedHashSet<>();
        for (XmlElement rule : rules()) {
            List<XmlElement> entries = rule.children("outputEntry");
            String text = column < 0 || column >= entries.size() ? "" : text(entries.get(column));
            Matcher word = WORD.matcher(text);
            if (!word.matches()) {
                return Optional.empty();
            }
            words.add(word.group(1));
        }
        return Optional.of(words);
    }

    /** Every element that holds an expression's {@code text}. */
    List<XmlElement> expressions() {
        List<XmlElement> holders = new ArrayList<>();
        table().ifPresent(
                        table -> {
                            table.children("input").stream()
                                    .flatMap(input -> input.children("inputExpression").stream())
                                    .forEach(holders::add);
                            rules().forEach(rule -> holders.addAll(rule.children("outputEntry")));
                        });
        literal().ifPresent(holders::add);
        return holders;
    }

    /** Every cell of an input column. */
    List<XmlElement> cells() {
        return rules().stream().flatMap(rule -> rule.children("inputEntry").stream()).toList();
    }

    static String text(XmlElement holder) {
        XmlElement text = holder.child("text");
        return text == null ? "" : text.text();
    }
}
