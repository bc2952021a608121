package org.banshi.app.scenario;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Remembers which sequence flows the engine took: its history tells of activities only. */
final class TakenFlows extends AbstractBpmnParseListener {

    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    /** Those taken since the last call. */
    Set<String> takeAll() {
        Set<String> all = new TreeSet<>(taken);
        taken.removeAll(all);
        return all;
    }

    @Override
    public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
        ExecutionListener listener = execution -> taken.add(transition.getId());
        transition.addListener(ExecutionListener.EVENTNAME_TAKE, listener);
    }
}
