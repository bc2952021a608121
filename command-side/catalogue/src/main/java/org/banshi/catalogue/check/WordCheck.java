package org.banshi.catalogue.check;

import java.util.List;
import java.util.Map;
import org.banshi.catalogue.ServiceDefinition.ActWords;
import org.banshi.catalogue.TaskActs;

/** A citizen finds words, in both languages, for whatever can happen to the case. */
final class WordCheck {

    private WordCheck() {}

    static void check(Subject subject) {
        List<String> events = TaskActs.events(subject.manifest().family());
        Map<String, ActWords> shared = subject.reference().words();
        Map<String, ActWords> own = subject.manifest().words();
        for (String event : events) {
            if (!shared.containsKey(event) && !own.containsKey(event)) {
                subject.findings()
                        .add(
                                subject.manifest().at().nearest("words"),
                                "there are no words for " + event,
                                "Add them under words, with title, now and next in zh and en");
            }
        }
        for (String event : own.keySet()) {
            if (!events.contains(event)) {
                subject.findings()
                        .add(
                                subject.manifest().at().nearest("words", event),
                                event + " is no event of this item",
                                "Remove it, or use one of " + events);
            }
        }
    }
}
