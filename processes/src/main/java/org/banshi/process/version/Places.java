package org.banshi.process.version;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The parts of a process, as far as it matters to somebody who stands in one of them. */
public final class Places {

    private final BpmnModelInstance model;

    private Places(BpmnModelInstance model) {
        this.model = model;
    }

    /** Of a BPMN file. */
    public static Places of(byte[] process) {
        return new Places(Bpmn.readModelFromStream(new ByteArrayInputStream(process)));
    }

    /** Those of {@code parts} that another process lacks: no such part, of that kind, in there. */
    public List<String> lackingIn(Places other, List<String> parts) {
        return parts.stream().filter(part -> !holds(part, other)).toList();
    }

    private boolean holds(String part, Places other) {
        ModelElementInstance here = model.getModelElementById(part);
        ModelElementInstance there = other.model.getModelElementById(part);
        return here != null
                && there != null
                && here.getElementType().getTypeName().equals(there.getElementType().getTypeName())
                && around(here).equals(around(there));
    }

    private static String around(ModelElementInstance part) {
        return part.getParentElement() instanceof BaseElement parent ? parent.getId() : "";
    }

    /** Whether the process has such a part. */
    public boolean has(String part) {
        return model.getModelElementById(part) != null;
    }

    /** Whether the part lies in the process itself, not in a sub-process. */
    public boolean isOutside(String part) {
        ModelElementInstance element = model.getModelElementById(part);
        return element != null && element.getParentElement() instanceof Process;
    }

    /**
     * What may be passed from one part to another, the first one among it and the last one not;
     * empty where no way leads there.
     */
    public Set<String> between(String from, String to) {
        Set<String> ahead = reach(from, true, to);
        if (from.equals(to) || !ahead.contains(to)) {
            return Set.of();
        }
        Set<String> behind = reach(to, false, from);
        Set<String> between = new LinkedHashSet<>(ahead);
        between.retainAll(behind);
        between.remove(to);
        between.add(from);
        return between;
    }

    /** What can be reached, without going on from {@code end}. */
    private Set<String> reach(String start, boolean forward, String end) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<FlowNode> next = new ArrayDeque<>();
        if (model.getModelElementById(start) instanceof FlowNode node) {
            next.add(node);
        }
        while (!next.isEmpty()) {
            FlowNode node = next.pop();
            if (reached.add(node.getId()) && !node.getId().equals(end)) {
                next.addAll(neighbours(node, forward));
            }
        }
        return reached;
    }

    private Collection<FlowNode> neighbours(FlowNode node, boolean forward) {
        Set<FlowNode> neighbours = new LinkedHashSet<>();
        for (SequenceFlow flow : forward ? node.getOutgoing() : node.getIncoming()) {
            neighbours.add(forward ? flow.getTarget() : flow.getSource());
        }
        for (BoundaryEvent event : model.getModelElementsByType(BoundaryEvent.class)) {
            if (forward && event.getAttachedTo().equals(node)) {
                neighbours.add(event);
            } else if (!forward && event.equals(node)) {
                neighbours.add(event.getAttachedTo());
            }
        }
        return neighbours;
    }
}
