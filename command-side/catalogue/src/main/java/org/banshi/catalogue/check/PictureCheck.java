package org.banshi.catalogue.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.XmlElement;

/** The process can be shown: everything drawn, labelled in Chinese, begun at the left. */
final class PictureCheck {

    private static final Set<String> LABELLED =
            Set.of("startEvent", "endEvent", "userTask", "serviceTask", "subProcess");

    private final XmlElement definitions;
    private final Findings findings;

    PictureCheck(XmlElement definitions, Findings findings) {
        this.definitions = definitions;
        this.findings = findings;
    }

    void check(XmlElement process) {
        Map<String, Double> left = new HashMap<>();
        Set<String> edges = new HashSet<>();
        for (XmlElement shape : definitions.all("BPMNShape")) {
            XmlElement bounds = shape.child("Bounds");
            if (bounds != null) {
                left.put(shape.attributeOrEmpty("bpmnElement"), left(bounds));
            }
        }
        definitions
                .all("BPMNEdge")
                .forEach(edge -> edges.add(edge.attributeOrEmpty("bpmnElement")));
        boolean drawn = !left.isEmpty();
        if (!drawn) {
            findings.add(
                    process,
                    "the process is not drawn",
                    "Open the file in Camunda Modeler and lay it out");
        }
        for (XmlElement element : process.all()) {
            boolean isNode = ProcessCheck.NODES.contains(element.name());
            boolean isFlow = element.name().equals("sequenceFlow");
            boolean missed =
                    isNode && !left.containsKey(element.id())
                            || isFlow && !edges.contains(element.id());
            if (drawn && missed) {
                findings.add(
                        element,
                        element.name() + " " + element.id() + " is not drawn",
                        "Open the file in Camunda Modeler and lay it out");
            }
            if (LABELLED.contains(element.name()) && !isChinese(element.attributeOrEmpty("name"))) {
                findings.add(
                        element,
                        element.name() + " " + element.id() + " has no Chinese label",
                        "Add name=\"…\" in Chinese");
            }
        }
        fromTheLeft(process, left);
    }

    private double left(XmlElement bounds) {
        try {
            return Double.parseDouble(bounds.attributes().getOrDefault("x", "0"));
        } catch (NumberFormatException wrong) {
            findings.add(bounds, "x is not a number", "Move the element in Camunda Modeler");
            return 0;
        }
    }

    private void fromTheLeft(XmlElement process, Map<String, Double> left) {
        List<XmlElement> starts = process.children("startEvent");
        if (starts.size() != 1) {
            findings.add(process, "the process must have one start", "Keep one start event");
            return;
        }
        Double start = left.get(starts.get(0).id());
        boolean overtaken =
                start != null
                        && process.children("endEvent").stream()
                                .anyMatch(e -> left.getOrDefault(e.id(), start) < start);
        if (overtaken) {
            findings.add(
                    starts.get(0),
                    "the process does not run from left to right",
                    "Draw its start at the left");
        }
    }

    private static boolean isChinese(String label) {
        return label.codePoints()
                .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
