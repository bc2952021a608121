package org.banshi.catalogue.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.banshi.catalogue.pack.PackageFiles;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.XmlElement;
import org.banshi.catalogue.source.XmlSource;

/**
 * A decision as people read it.
 *
 * @param file path within the package
 * @param policy which of the rows that fit is taken, as DMN calls it; empty where there is no table
 * @param inputs what is asked
 * @param outputs what is answered
 * @param rows in the order of the file
 * @param expression where it is one expression instead of a table; else empty
 */
public record DecisionPicture(
        String file,
        String id,
        String name,
        String policy,
        List<Column> inputs,
        List<Column> outputs,
        List<Row> rows,
        String expression) {

    /** A column; {@code name} is what outputs are called, and the expression of an input. */
    public record Column(String name, String label) {}

    /**
     * A row: a cell for each column. An input that does not matter is empty.
     *
     * @param note what the row is for; may be empty
     */
    public record Row(List<String> inputs, List<String> outputs, String note) {

        /** The cell of an output column, where there is such a column. */
        public Optional<String> output(DecisionPicture of, String column) {
            for (int at = 0; at < of.outputs().size() && at < outputs.size(); at++) {
                if (of.outputs().get(at).name().equals(column)) {
                    return Optional.of(outputs.get(at));
                }
            }
            return Optional.empty();
        }
    }

    /** All decisions of a package; of files that are no XML, none. */
    public static List<DecisionPicture> of(PackageFiles files) {
        List<DecisionPicture> decisions = new ArrayList<>();
        for (String path : files.paths("[^/]+\\.dmn")) {
            XmlSource.read(path, files.find(path).orElseThrow(), new Findings())
                    .ifPresent(
                            root ->
                                    root.children("decision")
                                            .forEach(it -> decisions.add(read(path, it))));
        }
        return decisions;
    }

    private static DecisionPicture read(String file, XmlElement decision) {
        XmlElement table = decision.child("decisionTable");
        XmlElement literal = decision.child("literalExpression");
        return new DecisionPicture(
                file,
                decision.id(),
                decision.attributeOrEmpty("name"),
                table == null ? "" : policy(table),
                table == null ? List.of() : inputs(table),
                table == null ? List.of() : outputs(table),
                table == null ? List.of() : rows(table),
                literal == null ? "" : text(literal));
    }

    private static String policy(XmlElement table) {
        String policy = table.attributeOrEmpty("hitPolicy");
        return policy.isEmpty() ? "UNIQUE" : policy;
    }

    private static List<Column> inputs(XmlElement table) {
        return table.children("input").stream()
                .map(
                        input -> {
                            String expression =
                                    Optional.ofNullable(input.child("inputExpression"))
                                            .map(DecisionPicture::text)
                                            .orElse("");
                            return new Column(expression, label(input, expression));
                        })
                .toList();
    }

    private static List<Column> outputs(XmlElement table) {
        return table.children("output").stream()
                .map(
                        output ->
                                new Column(
                                        output.attributeOrEmpty("name"),
                                        label(output, output.attributeOrEmpty("name"))))
                .toList();
    }

    private static String label(XmlElement column, String otherwise) {
        String label = column.attributeOrEmpty("label");
        return label.isBlank() ? otherwise : label;
    }

    private static List<Row> rows(XmlElement table) {
        return table.children("rule").stream()
                .map(
                        rule ->
                                new Row(
                                        cells(rule, "inputEntry"),
                                        cells(rule, "outputEntry"),
                                        rule.children("description").stream()
                                                .map(XmlElement::text)
                                                .findFirst()
                                                .orElse("")))
                .toList();
    }

    private static List<String> cells(XmlElement rule, String kind) {
        return rule.children(kind).stream()
                .map(DecisionPicture::text)
                .map(it -> it.equals("-") ? "" : it)
                .toList();
    }

    private static String text(XmlElement holder) {
        return holder.children("text").stream().map(XmlElement::text).findFirst().orElse("");
    }
}
