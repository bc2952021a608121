package org.banshi.catalogue.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.banshi.catalogue.source.Located;

/**
 * What can be known about a case of a package, by name. Where the parts of a fact are known too, a
 * path into it can be checked.
 */
final class Facts {

    private static final Set<String> ALWAYS =
            Set.of("region", "day", "appliedOn", "acceptedOn", "today");

    /** By family and fact; the parts of a fact. */
    private static final Map<String, Map<String, Set<String>>> OF_FAMILY =
            Map.of(
                    "social-assistance",
                    Map.of(
                            "informationCheck",
                            Set.of("monthlyIncome", "financialAssets", "outcome"),
                            "homeVisit",
                            Set.of("evaluatedIncome", "day"),
                            "opinion",
                            Set.of("outcome"),
                            "confirmed",
                            Set.of("monthlyAmount", "firstMonth", "outcome")),
                    "labour-arbitration",
                    Map.of(
                            "dispute",
                            Set.of("claimants", "lastDay", "mixed", "payLastDay"),
                            "item",
                            Set.of("kind", "amount")),
                    "disability",
                    Map.of(
                            "holder",
                            Set.of("name", "identityNumber", "minor"),
                            "subsidy",
                            Set.of(
                                    "firstMonth",
                                    "living",
                                    "nursing",
                                    "livingArrears",
                                    "nursingArrears",
                                    "monthly",
                                    "firstPayment"),
                            "assessment",
                            Set.of(
                                    "outcome",
                                    "round",
                                    "category",
                                    "level",
                                    "assessedOn",
                                    "hospital")));

    /** By name; an empty set stands for parts that are not known. */
    private final Map<String, Set<String>> known = new HashMap<>();

    private Facts() {}

    static Facts of(Subject subject) {
        Facts facts = new Facts();
        facts.addAll(ALWAYS);
        facts.addAll(fields(subject));
        facts.addAll(subject.questions().keySet());
        facts.addAll(subject.manifest().steps().keySet());
        facts.known.putAll(OF_FAMILY.getOrDefault(subject.manifest().family(), Map.of()));
        subject.decided()
                .forEach((id, decision) -> facts.known.put(id, Set.copyOf(decision.outputs())));
        return facts;
    }

    /** Names of facts and of their parts that stand in no file of a package. */
    static Set<String> shared(String family) {
        Set<String> names = new TreeSet<>(ALWAYS);
        OF_FAMILY
                .getOrDefault(family, Map.of())
                .forEach(
                        (name, parts) -> {
                            names.add(name);
                            names.addAll(parts);
                        });
        return names;
    }

    /** These facts and more names, whose parts are not known. */
    Facts with(Iterable<String> names) {
        Facts more = new Facts();
        more.known.putAll(known);
        names.forEach(name -> more.known.putIfAbsent(name, Set.of()));
        return more;
    }

    private void addAll(Iterable<String> names) {
        names.forEach(name -> known.put(name, Set.of()));
    }

    /** As much of the path as is needed to see that nothing is known by it; empty when it is. */
    Optional<String> unknown(String path) {
        List<String> parts = Arrays.asList(path.split("\\."));
        Set<String> inside = known.get(parts.get(0));
        if (inside == null) {
            return Optional.of(parts.get(0));
        }
        return parts.size() > 1 && !inside.isEmpty() && !inside.contains(parts.get(1))
                ? Optional.of(parts.get(0) + "." + parts.get(1))
                : Optional.empty();
    }

    /** Names of the application form's fields, whatever branch they stand in. */
    static Set<String> fields(Subject subject) {
        Set<String> fields = new LinkedHashSet<>();
        Located form = subject.forms().get(Subject.FORM);
        if (form != null) {
            collect(form, fields);
        }
        return fields;
    }

    private static void collect(Located schema, Set<String> fields) {
        Located properties = schema.find("properties");
        if (properties != null) {
            fields.addAll(properties.entries().keySet());
        }
        for (String branch : List.of("if", "then", "else")) {
            Located below = schema.find(branch);
            if (below != null) {
                collect(below, fields);
            }
        }
        for (String branches : List.of("allOf", "anyOf", "oneOf")) {
            Located below = schema.find(branches);
            if (below != null) {
                below.items().forEach(item -> collect(item, fields));
            }
        }
    }
}
