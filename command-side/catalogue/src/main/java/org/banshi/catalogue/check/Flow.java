package org.banshi.catalogue.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.banshi.catalogue.source.XmlElement;

/** The nodes of a process and the ways between them, sub-processes flattened. */
final class Flow {

    private final Map<String, XmlElement> nodes = new LinkedHashMap<>();
    private final Map<String, List<XmlElement>> incoming = new HashMap<>();
    private final Map<String, List<XmlElement>> outgoing = new HashMap<>();

    Flow(XmlElement process) {
        for (XmlElement element : process.all()) {
            if (ProcessCheck.NODES.contains(element.name())) {
                nodes.put(element.id(), element);
            } else if (element.name().equals("sequenceFlow")) {
                String source = element.attributeOrEmpty("sourceRef");
                String target = element.attributeOrEmpty("targetRef");
                outgoing.computeIfAbsent(source, id -> new ArrayList<>()).add(element);
                incoming.computeIfAbsent(target, id -> new ArrayList<>()).add(element);
            }
        }
    }

    /** The name of the message that an event definition or receive task refers to. */
    static String messageName(XmlElement definitions, XmlElement reference) {
        String id = reference.attributeOrEmpty("messageRef");
        return definitions.children("message").stream()
                .filter(message -> message.id().equals(id))
                .map(message -> message.attributeOrEmpty("name"))
                .findFirst()
                .orElse("");
    }

    List<XmlElement> nodes() {
        return List.copyOf(nodes.values());
    }

    List<XmlElement> waysOut(XmlElement node) {
        return outgoing.getOrDefault(node.id(), List.of());
    }

    /**
     * The nodes from which one gets to {@code node} directly. A boundary event follows whatever is
     * before the activity that it interrupts; the first node inside a sub-process follows what is
     * before that, and what follows the sub-process follows its ends.
     */
    List<XmlElement> before(XmlElement node) {
        List<XmlElement> before = new ArrayList<>();
        XmlElement interrupted = nodes.get(node.attributeOrEmpty("attachedToRef"));
        if (interrupted != null) {
            before.addAll(before(interrupted));
        }
        for (XmlElement way : incoming.getOrDefault(node.id(), List.of())) {
            XmlElement source = nodes.get(way.attributeOrEmpty("sourceRef"));
            if (source != null && source.name().equals("subProcess")) {
                before.addAll(source.children("endEvent"));
            } else if (source != null) {
                before.add(source);
            }
        }
        XmlElement parent = node.parent();
        if (node.name().equals("startEvent")
                && parent != null
                && parent.name().equals("subProcess")
                && !isEventSubProcess(parent)) {
            before.addAll(before(parent));
        }
        return before;
    }

    static boolean isEventSubProcess(XmlElement element) {
        return element.attributeOrEmpty("triggeredByEvent").equals("true");
    }

    /** Whether {@code node} can begin without anything before it. */
    boolean isBeginning(XmlElement node) {
        return node.name().equals("startEvent") && before(node).isEmpty();
    }

    /**
     * Goes back from {@code node}, not past nodes that {@code stop} takes.
     *
     * @return whether a beginning can be reached without passing such a node
     */
    boolean reachesBeginning(XmlElement node, Predicate<XmlElement> stop) {
        return isBeginning(node) || leadingTo(node, stop).stream().anyMatch(this::isBeginning);
    }

    /**
     * All nodes from which one gets to {@code node}, up to and with those that {@code stop} takes.
     */
    List<XmlElement> leadingTo(XmlElement node, Predicate<XmlElement> stop) {
        Map<String, XmlElement> seen = new LinkedHashMap<>();
        Deque<XmlElement> left = new ArrayDeque<>(List.of(node));
        while (!left.isEmpty()) {
            for (XmlElement earlier : before(left.pop())) {
                if (seen.putIfAbsent(earlier.id(), earlier) == null && !stop.test(earlier)) {
                    left.push(earlier);
                }
            }
        }
        return List.copyOf(seen.values());
    }
}
