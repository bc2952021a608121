package org.banshi.web.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.banshi.command.contract.application.FormData;

/** What a page's form says for an act beside the tasks. */
public final class BesideForm {

    /** Most characters of what somebody explains. */
    public static final int LONGEST = 5_000;

    /** Fields of each act that a page has a form for. */
    private static final Map<String, List<String>> FIELDS =
            Map.ofEntries(
                    Map.entry("arbitration.answer", List.of("party", "answer")),
                    Map.entry(
                            "arbitration.claim",
                            List.of("party", "kind", "since", "amount", "grounds")),
                    Map.entry("arbitration.claim-withdrawal", List.of("party", "claim")),
                    Map.entry("arbitration.claim-decision", List.of("claim", "reason")),
                    Map.entry("arbitration.recusal", List.of("party", "arbitrator", "grounds")),
                    Map.entry("arbitration.recusal-decision", List.of("arbitrator", "upheld")),
                    Map.entry("arbitration.panel", List.of("arbitrators")),
                    Map.entry("arbitration.adjournment-request", List.of("party", "grounds")),
                    Map.entry("arbitration.adjournment-decision", List.of("party", "reason")),
                    Map.entry(
                            "arbitration.service", List.of("document", "servedOn", "way", "proof")),
                    Map.entry(
                            "arbitration.advance", List.of("party", "claim", "amount", "grounds")),
                    Map.entry(
                            "arbitration.advance-decision",
                            List.of("advance", "clear", "hardship", "amount", "reasons")),
                    Map.entry(
                            "arbitration.advance-handover",
                            List.of("advance", "court", "day", "proof")));

    private BesideForm() {}

    /**
     * The values typed in; what is left empty is not there, so that the act says that it has to be.
     *
     * @param act one that a page has a form for
     */
    public static FormData of(String act, Map<String, String> typed) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String field : FIELDS.getOrDefault(act, List.of())) {
            String text = typed.getOrDefault(field, "").strip();
            if (!text.isEmpty() && text.length() <= LONGEST) {
                values.put(field, value(field, text));
            }
        }
        return new FormData(values);
    }

    private static Object value(String field, String text) {
        return switch (field) {
            case "arbitrators" ->
                    text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
            case "upheld", "clear", "hardship" -> text.equals("true");
            // Anything else is told to be no sum, a negative one too.
            case "amount" -> {
                String plain = text.replaceAll("[,，\\s]", "");
                yield plain.matches("\\d{1,12}(\\.\\d{1,2})?") ? plain : "?";
            }
            default -> text;
        };
    }
}
