package org.banshi.process.engine;

import java.lang.reflect.Method;
import java.util.Map;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * Expressions in a process can compare variables and name the one delegate, nothing else: no beans,
 * no properties, no method calls, no functions.
 */
final class BareExpressions extends JuelExpressionManager {

    BareExpressions(Object act) {
        super(Map.of("act", act));
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new ReadOnlyMapELResolver(beans));
        return resolver;
    }

    @Override
    public void addFunction(String name, Method function) {
        // The engine offers its clock, its user and the like; a process needs none of them.
    }
}
