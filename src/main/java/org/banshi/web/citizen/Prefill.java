package org.banshi.web.citizen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.banshi.app.casefile.CaseEvents;
import org.banshi.app.signin.SignedIn;
import org.banshi.command.contract.application.Applicant;
import org.banshi.command.contract.application.ApplicationEvent.Applied;
import org.banshi.command.contract.application.FormData;
import org.banshi.query.contract.page.Page;
import org.banshi.query.contract.progress.FindMyCases;
import org.banshi.query.contract.progress.Progress;
import org.banshi.web.write.Reads;
import org.springframework.stereotype.Component;

/**
 * What is known of a person already, so that nobody types it twice: their own data, and what they
 * wrote in their newest application. They look at it and change it like everything else.
 */
@Component
class Prefill {

    /** What describes the person, whatever the item; everything else is asked anew. */
    private static final List<String> FROM_EARLIER =
            List.of("address", "accountHolder", "bankName", "bankAccount");

    /** Says for whom an application is, in items that may be for several. */
    private static final String APPLY_FOR = "applyFor";

    private static final String SELF = "self";

    /** For the applicant, alone or with the household; every other word means somebody else. */
    private static final Set<String> OWN = Set.of(SELF, "household", "single");

    private final Reads reads;
    private final CaseEvents events;

    Prefill(Reads reads, CaseEvents events) {
        this.reads = reads;
        this.events = events;
    }

    /** The answers that a new draft begins with; perhaps none. */
    FormData of(SignedIn who, JsonNode schema) {
        if (mayBeForAnother(schema)) {
            // Whose account and address are not the applicant's.
            return new FormData(Map.of());
        }
        Map<String, Object> known = new LinkedHashMap<>();
        Map<String, Object> earlier = earlier(who);
        for (String field : FROM_EARLIER) {
            Object value = earlier.get(field);
            if (schema.path("properties").has(field) && value instanceof String) {
                known.put(field, value);
            }
        }
        Applicant own = who.details();
        if (own != null) {
            if (schema.path("properties").has("accountHolder")) {
                known.putIfAbsent("accountHolder", own.name());
            }
            row(schema.path("properties").path("members"), own)
                    .ifPresent(row -> known.put("members", List.of(row)));
        }
        return new FormData(known);
    }

    private static boolean mayBeForAnother(JsonNode schema) {
        for (JsonNode word : schema.path("properties").path(APPLY_FOR).path("enum")) {
            if (!OWN.contains(word.asText())) {
                return true;
            }
        }
        return false;
    }

    /** The person is the first of the household, where there must be one. */
    private static Optional<Map<String, Object>> row(JsonNode members, Applicant own) {
        JsonNode fields = members.path("items").path("properties");
        if (members.path("minItems").asInt() < 1 || !fields.has("identityNumber")) {
            return Optional.empty();
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", own.name());
        row.put("identityNumber", own.identityNumber());
        fields.path("relation")
                .path("enum")
                .forEach(
                        value -> {
                            if (value.asText().equals(SELF)) {
                                row.put("relation", SELF);
                            }
                        });
        return Optional.of(row);
    }

    /**
     * What the person wrote in the newest application; nothing when there is none, or when that was
     * for somebody else.
     */
    private Map<String, Object> earlier(SignedIn who) {
        Page<Progress.Row> newest = reads.page(new FindMyCases(who.scope(), null, 1));
        return newest.rows().stream()
                .flatMap(row -> events.of(row.application()).stream())
                .map(recorded -> recorded.event())
                .filter(Applied.class::isInstance)
                .map(Applied.class::cast)
                .filter(applied -> applied.subject().equals(who.scope().person()))
                .findFirst()
                .map(applied -> applied.form().values())
                .filter(form -> OWN.contains(String.valueOf(form.getOrDefault(APPLY_FOR, SELF))))
                .orElse(Map.of());
    }
}
