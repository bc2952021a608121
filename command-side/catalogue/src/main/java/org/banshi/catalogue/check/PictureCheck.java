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
                left.put(
                        shape.attributeOrEmpty("bpmnElement"),
                        Double.valueOf(bounds.attributes().getOrDefault("x", "0")));
            }
        }
        definitions
                .all("BPMNEdge")
                .forEach(edge -> edges.add(edge.attributeOrEmpty("bpmnElement")));
        for (XmlElement element : process.all()) {
            boolean isNode = ProcessCheck.NODES.contains(element.name());
            boolean isFlow = element.name().equals("sequenceFlow");
            if (isNode && !left.containsKey(element.id())
                    || isFlow && !edges.contains(element.id())) {
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
