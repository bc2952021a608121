package org.banshi.catalogue.decision;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterator;
import camundajar.impl.scala.collection.immutable.List;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;

/**
 * The names that an expression takes from outside: each a path such as {@code household.size}.
 * Names that the expression binds itself (in loops, filters, contexts) are left out, and so is
 * whatever stands in a filter, where names may be of the list's items.
 */
final class FeelNames {

    private final Set<String> paths = new LinkedHashSet<>();
    private final Set<String> bound =
            new LinkedHashSet<>(Set.of("?", "cellInput", "item", "partial"));

    private FeelNames() {}

    static Set<String> in(ParsedExpression expression) {
        FeelNames names = new FeelNames();
        names.walk(expression.expression());
        names.paths.removeIf(path -> names.bound.contains(path.split("\\.")[0]));
        return names.paths;
    }

    private void walk(Object node) {
        if (node instanceof Ref ref) {
            paths.add(String.join(".", strings(ref.names())));
        } else if (node instanceof PathExpression path && path.path() instanceof Ref ref) {
            paths.add(String.join(".", strings(ref.names())) + "." + path.key());
        } else if (node instanceof Filter filter) {
            walk(filter.list());
        } else if (node instanceof FunctionInvocation call) {
            walk(call.params());
        } else {
            bind(node);
            walkParts(node);
        }
    }

    private void walkParts(Object node) {
        if (node instanceof Product product) {
            for (int i = 0; i < product.productArity(); i++) {
                walk(product.productElement(i));
            }
        }
    }

    private void bind(Object node) {
        if (node instanceof For loop) {
            bindFirsts(loop.iterators());
        } else if (node instanceof SomeItem some) {
            bindFirsts(some.iterators());
        } else if (node instanceof EveryItem every) {
            bindFirsts(every.iterators());
        } else if (node instanceof ConstContext context) {
            bindFirsts(context.entries());
        } else if (node instanceof FunctionDefinition function) {
            bound.addAll(strings(function.parameters()));
        }
    }

    private void bindFirsts(List<? extends Tuple2<String, ?>> pairs) {
        for (Iterator<? extends Tuple2<String, ?>> it = pairs.iterator(); it.hasNext(); ) {
            bound.add(it.next()._1());
        }
    }

    private static java.util.List<String> strings(List<String> list) {
        java.util.List<String> strings = new ArrayList<>();
        for (Iterator<String> it = list.iterator(); it.hasNext(); ) {
            strings.add(it.next());
        }
        return strings;
    }
}
