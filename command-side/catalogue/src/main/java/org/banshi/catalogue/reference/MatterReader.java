package org.banshi.catalogue.reference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.banshi.catalogue.MatterKind;
import org.banshi.catalogue.source.Fields;
import org.banshi.catalogue.source.Findings;
import org.banshi.catalogue.source.Located;
import org.banshi.command.contract.text.Text;

/** Reads {@code matters.yaml}: what other departments tell of. */
final class MatterReader {

    static final String FILE = "matters.yaml";

    private static final Set<String> NEEDS = Set.of("", "amount", "reason");

    private MatterReader() {}

    static MatterKind read(String key, Located at, Map<String, Body> bodies, Findings findings) {
        Fields fields = new Fields(at, findings);
        Text name = fields.words("name");
        String body = fields.text("body");
        Text elsewhere = fields.words("elsewhere");
        Map<String, MatterKind.State> states = new LinkedHashMap<>();
        fields.entries("states", value -> value)
                .forEach((word, value) -> states.put(word, state(value, findings)));
        fields.done();
        if (!bodies.containsKey(body)) {
            findings.add(
                    at.nearest("body"), "unknown body " + body, "Use one of " + bodies.keySet());
        }
        if (states.values().stream().noneMatch(MatterKind.State::ends)) {
            findings.add(at.nearest("states"), "no state ends the matter", "Add ends: true to one");
        }
        return new MatterKind(key, name, body, elsewhere, Collections.unmodifiableMap(states));
    }

    private static MatterKind.State state(Located at, Findings findings) {
        Fields fields = new Fields(at, findings);
        Text text = fields.words("text");
        String needs = fields.text("needs", "");
        boolean ends = fields.flag("ends", false);
        fields.done();
        if (!NEEDS.contains(needs)) {
            findings.add(
                    at.nearest("needs"), "a state can't need " + needs, "Use amount or reason");
        }
        return new MatterKind.State(text, needs, ends);
    }
}
