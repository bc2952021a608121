package org.banshi.catalogue.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.banshi.catalogue.AutomaticStep;
import org.banshi.catalogue.source.Located;

/** Where each adult is asked about, the form lists the household with everybody's authority. */
final class HouseholdCheck {

    private static final Set<String> NEEDED = Set.of("name", "identityNumber", "authority");
    private static final Set<String> WORDS = Set.of("signed", "missing", "minor");

    private HouseholdCheck() {}

    static void check(Subject subject) {
        List<AutomaticStep> asking =
                subject.manifest().automatic().values().stream()
                        .filter(step -> "ADULTS".equals(step.with().get("of")))
                        .toList();
        Located form = subject.forms().get(Subject.FORM);
        if (form == null || listsHousehold(form)) {
            return;
        }
        for (AutomaticStep step : asking) {
            subject.findings()
                    .add(
                            subject.manifest().at().nearest("automatic", step.key(), "with", "of"),
                            "the form does not list the adults of a household",
                            "Give it members: a list whose rows require name, identityNumber and"
                                    + " authority, with the words signed, missing and minor");
        }
    }

    private static boolean listsHousehold(Located form) {
        Located row = form.find("properties", "members", "items");
        if (row == null) {
            return false;
        }
        Located words = row.find("properties", "authority", "enum");
        return texts(row.nearest("required")).containsAll(NEEDED)
                && words != null
                && WORDS.containsAll(texts(words));
    }

    private static Set<String> texts(Located list) {
        return list.items().stream()
                .map(item -> String.valueOf(item.text()))
                .collect(Collectors.toSet());
    }
}
