package org.banshi.catalogue.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.banshi.catalogue.scenario.Scenario;
import org.banshi.catalogue.source.Located;
import org.banshi.catalogue.source.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * Officers and auditors read what a decision table said and what a register answered: each value
 * has a name in both languages, and each code has words. A field of a form, a line of the result
 * and a reason have theirs already.
 */
final class FactWordCheck {

    /** What every page names by itself. */
    private static final Set<String> ELSEWHERE = Set.of("outcome", "source", "provisional");

    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    /** What was written for programs: a word of one alphabet, without figures. */
    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+)*|[A-Z]+(_[A-Z]+)*");

    private final Subject subject;
    private final Set<String> names = new HashSet<>();
    private final Set<String> told = new HashSet<>();

    private FactWordCheck(Subject subject) {
        this.subject = subject;
        names.addAll(ELSEWHERE);
        names.addAll(subject.manifest().facts().keySet());
        names.addAll(subject.reference().factWords().keySet());
        subject.manifest().result().forEach(line -> names.add(line.key()));
        subject.forms().values().forEach(this::fields);
    }

    static void check(Subject subject) {
        FactWordCheck check = new FactWordCheck(subject);
        subject.decided().values().forEach(check::decision);
        subject.scenarios().forEach(check::answers);
        Located place = subject.manifest().at().nearest("facts");
        Facts.shared(subject.manifest().family()).forEach(name -> check.named(name, place));
    }

    /** Names and options of the fields below a place, wherever they stand. */
    private void fields(Located place) {
        Located properties = place.find("properties");
        if (properties != null) {
            properties
                    .entries()
                    .forEach(
                            (name, field) -> {
                                names.add(name);
                                for (List<String> at :
                                        List.of(
                                                List.of("x-ui", "options"),
                                                List.of("items", "x-ui", "options"))) {
                                    Located options = field.find(at.toArray(String[]::new));
                                    if (options != null) {
                                        options.entries()
                                                .keySet()
                                                .forEach(it -> names.add(name + "." + it));
                                    }
                                }
                            });
        }
        place.entries().values().forEach(this::fields);
        place.items().forEach(this::fields);
    }

    private void decision(DecisionSource decision) {
        List<String> columns = decision.outputs();
        for (int at = 0; at < columns.size(); at++) {
            named(columns.get(at), decision.element());
            for (XmlElement rule : decision.rules()) {
                List<XmlElement> cells = rule.children("outputEntry");
                Matcher word =
                        LITERAL.matcher(
                                at < cells.size() ? DecisionSource.text(cells.get(at)) : "");
                if (word.matches()) {
                    coded(columns.get(at), word.group(1), rule);
                }
            }
        }
    }

    private void answers(Scenario scenario) {
        Located place = Located.empty(scenario.file());
        subject.questions().values().stream()
                .map(scenario.registers()::get)
                .forEach(reply -> answer(reply, place));
    }

    private void answer(Scenario.@Nullable Reply reply, Located place) {
        if (reply != null) {
            values(reply.answer().values(), place);
            reply.of().values().forEach(other -> answer(other, place));
        }
    }

    private void values(Map<?, ? extends @Nullable Object> values, Located place) {
        values.forEach(
                (name, value) -> {
                    named(String.valueOf(name), place);
                    value(String.valueOf(name), value, place);
                });
    }

    private void value(String name, @Nullable Object value, Located place) {
        if (value instanceof Map<?, ?> map) {
            values(map, place);
        } else if (value instanceof List<?> list) {
            list.forEach(one -> value(name, one, place));
        } else if (value instanceof String word) {
            coded(name, word, place);
        }
    }

    private void named(String name, Located place) {
        tell(name, problem -> subject.findings().add(place, problem, mend(name)));
    }

    private void named(String name, XmlElement place) {
        tell(name, problem -> subject.findings().add(place, problem, mend(name)));
    }

    private void coded(String name, String value, Located place) {
        if (isCode(name, value)) {
            named(name + "." + value, place);
        }
    }

    private void coded(String name, String value, XmlElement place) {
        if (isCode(name, value)) {
            named(name + "." + value, place);
        }
    }

    private boolean isCode(String name, String value) {
        return !ELSEWHERE.contains(name)
                && !subject.manifest().reasons().containsKey(value)
                && CODE.matcher(value).matches();
    }

    private void tell(String name, Consumer<String> add) {
        if (!names.contains(name) && told.add(name)) {
            add.accept("the fact " + name + " has no name");
        }
    }

    private static String mend(String name) {
        return "Add " + name + ": {zh: …, en: …} under facts";
    }
}
